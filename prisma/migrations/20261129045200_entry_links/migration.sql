-- Links that let a member in once: to choose a new password. Nothing here opens them: their keys are made
-- from the row and AUTH_SECRET.
CREATE TYPE "entry_link_kind" AS ENUM ('reset');

CREATE TABLE "entry_links" (
    "id" UUID NOT NULL,
    "kind" "entry_link_kind" NOT NULL,
    "member_id" UUID NOT NULL,
    "made_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    CONSTRAINT "entry_links_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "entry_links_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id")
      ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "entry_links_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "members"("id")
      ON DELETE CASCADE ON UPDATE CASCADE
);

-- Those of a member end together.
CREATE INDEX "entry_links_member_id_idx" ON "entry_links"("member_id");
CREATE INDEX "entry_links_made_by_id_idx" ON "entry_links"("made_by_id");
-- The purge.
CREATE INDEX "entry_links_expires_at_idx" ON "entry_links"("expires_at");
