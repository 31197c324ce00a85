import { defineConfig } from "prisma/config";

// `generate` needs no database: the empty default keeps it working on a machine that has none yet.
export default defineConfig({
  schema: "prisma/schema.prisma",
  // A backup is restored by those it was made with.
  migrations: { path: process.env.MIGRATIONS_DIR ?? "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
