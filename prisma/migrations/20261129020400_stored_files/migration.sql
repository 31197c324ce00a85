-- What lies in the storage, so that what no row names any more can be found and removed.
CREATE TABLE "stored_files" (
    "storage_key" TEXT NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("storage_key")
);

-- The sweep, oldest first.
CREATE INDEX "stored_files_stored_at_idx" ON "stored_files"("stored_at");

-- The sweep asks whether a file is named.
CREATE INDEX "snapshots_storage_key_idx" ON "snapshots"("storage_key");
CREATE INDEX "documents_storage_key_idx" ON "documents"("storage_key");

INSERT INTO "stored_files" ("storage_key", "stored_at")
SELECT "storage_key", now() FROM "snapshots" WHERE "storage_key" IS NOT NULL
UNION
SELECT "storage_key", now() FROM "documents";
