-- What a verdict's reasons point to: evidence has a number within its claim, which it keeps whatever the order and which
-- no other gets when it is gone.

ALTER TABLE "claims" ADD COLUMN "evidence_made" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "evidence" ADD COLUMN "number" INTEGER NOT NULL DEFAULT 0;

UPDATE "evidence" e SET "number" = n.place
FROM (SELECT id, row_number() OVER (PARTITION BY claim_id ORDER BY position, id) AS place FROM "evidence") n
WHERE n.id = e.id;
UPDATE "claims" c SET "evidence_made" = n.made
FROM (SELECT claim_id, max(number) AS made FROM "evidence" GROUP BY claim_id) n
WHERE n.claim_id = c.id;

CREATE UNIQUE INDEX "evidence_claim_id_number_key" ON "evidence"("claim_id", "number");

-- Here and not in the commands: whatever way evidence comes to a claim, of two at once each gets its own.
CREATE FUNCTION number_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE claims SET evidence_made = evidence_made + 1 WHERE id = NEW.claim_id RETURNING evidence_made INTO NEW.number;
  RETURN NEW;
END $$;
CREATE TRIGGER "evidence_numbered" BEFORE INSERT ON "evidence"
  FOR EACH ROW WHEN (NEW.number = 0) EXECUTE FUNCTION number_evidence();
