-- An address that somebody gave is one of the web, whichever way it came in: it is drawn as a link, asked, and exported.

ALTER TABLE "articles" ADD CONSTRAINT "articles_source_url_web" CHECK ("source_url" ~* '^https?://');
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_url_web" CHECK ("url" ~* '^https?://');
ALTER TABLE "foreign_checks" ADD CONSTRAINT "foreign_checks_url_web" CHECK ("url" ~* '^https?://');
ALTER TABLE "former_addresses" ADD CONSTRAINT "former_addresses_url_web" CHECK ("url" ~* '^https?://');
ALTER TABLE "imports" ADD CONSTRAINT "imports_url_web" CHECK ("url" ~* '^https?://');
ALTER TABLE "merged_sources" ADD CONSTRAINT "merged_sources_url_web" CHECK ("url" ~* '^https?://');
ALTER TABLE "originals" ADD CONSTRAINT "originals_url_web" CHECK ("url" ~* '^https?://');
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_archive_url_web" CHECK ("archive_url" ~* '^https?://');
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_url_web" CHECK ("url" ~* '^https?://');
ALTER TABLE "source_tasks" ADD CONSTRAINT "source_tasks_moved_to_web" CHECK ("moved_to" ~* '^https?://');
ALTER TABLE "sources" ADD CONSTRAINT "sources_url_web" CHECK ("url" ~* '^https?://');
ALTER TABLE "tips" ADD CONSTRAINT "tips_link_web" CHECK ("link" ~* '^https?://');
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_url_web" CHECK ("url" ~* '^https?://');
