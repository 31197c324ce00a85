-- What the newsroom tells readers of how it works, in its own words: every version that was ever saved.
CREATE TYPE "policy_key" AS ENUM ('sources', 'corrections', 'funding', 'people', 'claims');

CREATE TABLE "policy_versions" (
    "key" "policy_key" NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "policy_versions_pkey" PRIMARY KEY ("key", "version"),
    CONSTRAINT "policy_versions_version" CHECK ("version" >= 1),
    CONSTRAINT "policy_versions_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "members"("id")
      ON DELETE RESTRICT ON UPDATE CASCADE
);

-- Where they stand for readers is kept with the lists.
CREATE FUNCTION announce_policy() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_documents(ARRAY['lists']);
  RETURN NULL;
END;
$$;

CREATE TRIGGER policy_versions_announce AFTER INSERT ON "policy_versions"
FOR EACH ROW EXECUTE FUNCTION announce_policy();
