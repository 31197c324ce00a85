-- What the newsroom tells readers of how it works, in other languages: every version that was ever saved.

CREATE TABLE "policy_translations" (
  "key" "policy_key" NOT NULL,
  "language" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "original_version" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "saved_by_id" UUID NOT NULL,
  "saved_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "policy_translations_pkey" PRIMARY KEY ("key", "language", "version"),
  CONSTRAINT "policy_translations_version" CHECK ("version" >= 1)
);

ALTER TABLE "policy_translations" ADD CONSTRAINT "policy_translations_key_original_version_fkey"
  FOREIGN KEY ("key", "original_version") REFERENCES "policy_versions"("key", "version")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "policy_translations" ADD CONSTRAINT "policy_translations_saved_by_id_fkey"
  FOREIGN KEY ("saved_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER policy_translations_announce AFTER INSERT ON "policy_translations"
FOR EACH ROW EXECUTE FUNCTION announce_policy();
