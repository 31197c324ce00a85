import { expect, test, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { missing } from "./readiness.ts";

test("nothing is missing where everything is", async () => {
  expect([...(await missing()).keys()]).toEqual([]);
});

test("a migration that is not applied keeps it from serving", async () => {
  const [last] = await db.$queryRaw<{ id: string }[]>`
    UPDATE _prisma_migrations SET finished_at = NULL
    WHERE id = (SELECT id FROM _prisma_migrations ORDER BY migration_name DESC LIMIT 1) RETURNING id`;
  try {
    expect([...(await missing()).keys()]).toEqual(["migrations"]);
  } finally {
    await db.$executeRaw`UPDATE _prisma_migrations SET finished_at = now() WHERE id = ${last?.id}`;
  }
});

test("so does a storage that does not answer", async () => {
  vi.stubEnv("FILES_S3_ENDPOINT", "http://127.0.0.1:9");
  vi.stubEnv("FILES_S3_BUCKET", "desk-files");
  vi.stubEnv("FILES_S3_KEY_ID", "key");
  vi.stubEnv("FILES_S3_SECRET", "secret");
  expect([...(await missing()).keys()]).toEqual(["files"]);
});
