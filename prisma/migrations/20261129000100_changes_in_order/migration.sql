-- What feeds and data sets read: what is public, in the order it changed.
CREATE INDEX "publications_changed" ON "publications" ("created_at" DESC, "id" DESC) WHERE "is_current";
