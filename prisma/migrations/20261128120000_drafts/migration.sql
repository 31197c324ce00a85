-- What members have typed into forms and not saved yet, so that another device has it too. JSON as text: typed words
-- may hold what jsonb refuses (U+0000, half a surrogate pair), and nobody asks for a part of it. Null once the form was
-- sent or the draft thrown away: what another device has of it is done with then, which a missing row does not say.
CREATE TABLE "drafts" (
    "member_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "content" TEXT,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("member_id", "key")
);

-- CreateIndex
CREATE INDEX "drafts_saved_at_idx" ON "drafts"("saved_at");

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "drafts"
  ADD CONSTRAINT "drafts_key" CHECK (length("key") BETWEEN 1 AND 200),
  ADD CONSTRAINT "drafts_content" CHECK (length("content") <= 1000000);
