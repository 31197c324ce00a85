-- A copy that is kept by itself is only fetched while something public cites the source; one that somebody asked for, always.
ALTER TABLE "snapshots" ADD COLUMN "is_asked" BOOLEAN NOT NULL DEFAULT false;
