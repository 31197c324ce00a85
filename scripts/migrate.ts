import { generateClientIfStale } from "./lib/build.ts";
import { runHere } from "./lib/processes.ts";
import { withDatabase } from "./lib/site.ts";

// `npm run migrate -- --name add_topics`: writes a migration from the changed schema, and applies it.

process.exitCode = await withDatabase((url) =>
  runHere(["node_modules/prisma/build/index.js", "migrate", "dev", ...process.argv.slice(3)], {
    DATABASE_URL: url,
  }),
);
if (process.exitCode === 0) await generateClientIfStale();
