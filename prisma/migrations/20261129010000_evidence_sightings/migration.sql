-- Editors say that they have seen confidential evidence, so that readers can be told by how many it was seen.

CREATE TABLE "evidence_sightings" (
  "evidence_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "seen_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "evidence_sightings_pkey" PRIMARY KEY ("evidence_id", "member_id")
);

ALTER TABLE "evidence_sightings" ADD CONSTRAINT "evidence_sightings_evidence_id_fkey"
  FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "evidence_sightings" ADD CONSTRAINT "evidence_sightings_member_id_fkey"
  FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever saw what stood there has not seen what stands there now. Here and not in the commands, because evidence
-- becomes another by many ways: an edit, chosen words, a merge, an edit of its source through another claim.
CREATE FUNCTION lapse_sightings_of_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "evidence_sightings" WHERE "evidence_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "evidence_lapse_sightings" AFTER UPDATE OF "source_id", "quote", "snapshot_id" ON "evidence"
  FOR EACH ROW
  WHEN ((OLD."source_id", OLD."quote", OLD."snapshot_id") IS DISTINCT FROM (NEW."source_id", NEW."quote", NEW."snapshot_id"))
  EXECUTE FUNCTION lapse_sightings_of_evidence();

CREATE FUNCTION lapse_sightings_of_source() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "evidence_sightings" s USING "evidence" e WHERE e."id" = s."evidence_id" AND e."source_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "sources_lapse_sightings" AFTER UPDATE OF "url", "title", "author" ON "sources"
  FOR EACH ROW
  WHEN ((OLD."url", OLD."title", OLD."author") IS DISTINCT FROM (NEW."url", NEW."title", NEW."author"))
  EXECUTE FUNCTION lapse_sightings_of_source();
