-- The foundation: members, articles and their revisions, claims and passages, sources and evidence, scales,
-- reviews and verdicts, the queue, publications and corrections, and the audit log.

-- Which dictionary full-text search uses for a language. IMMUTABLE, so that a generated column may call it.
CREATE FUNCTION search_config(language text) RETURNS regconfig
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE split_part(lower(language), '-', 1)
    WHEN 'en' THEN 'pg_catalog.english'::regconfig
    WHEN 'fr' THEN 'pg_catalog.french'::regconfig
    WHEN 'de' THEN 'pg_catalog.german'::regconfig
    WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
    WHEN 'ar' THEN 'pg_catalog.arabic'::regconfig
    ELSE 'pg_catalog.simple'::regconfig
  END
$$;

-- CreateEnum
CREATE TYPE "role" AS ENUM ('reporter', 'reviewer', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "article_origin" AS ENUM ('own', 'external');

-- CreateEnum
CREATE TYPE "article_display" AS ENUM ('excerpts', 'full');

-- CreateEnum
CREATE TYPE "claim_state" AS ENUM ('draft', 'queued', 'in_review', 'second_review', 'adjudication', 'ready', 'published', 'withdrawn', 'dismissed');

-- CreateEnum
CREATE TYPE "dismissal_ground" AS ENUM ('not_checkable', 'duplicate', 'out_of_scope');

-- CreateEnum
CREATE TYPE "anchor_outcome" AS ENUM ('exact', 'moved', 'reworded', 'ambiguous', 'lost');

-- CreateEnum
CREATE TYPE "claimant_kind" AS ENUM ('person', 'organisation', 'other');

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('primary', 'secondary', 'reference');

-- CreateEnum
CREATE TYPE "stance" AS ENUM ('supports', 'refutes', 'context');

-- CreateEnum
CREATE TYPE "visibility" AS ENUM ('public', 'confidential');

-- CreateEnum
CREATE TYPE "tone" AS ENUM ('true', 'mostly_true', 'mixed', 'misleading', 'false', 'unverified');

-- CreateEnum
CREATE TYPE "review_stage" AS ENUM ('first', 'second', 'third', 'adjudication');

-- CreateEnum
CREATE TYPE "correction_type" AS ENUM ('typo', 'update', 'verdict_changed', 'withdrawn');

-- CreateEnum
CREATE TYPE "reply_outcome" AS ENUM ('awaiting', 'answered', 'declined', 'no_answer');

-- CreateTable
CREATE TABLE "newsroom" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en-GB',
    "opinions_required" SMALLINT NOT NULL DEFAULT 2,
    "min_sources" SMALLINT NOT NULL DEFAULT 1,
    "lease_minutes" SMALLINT NOT NULL DEFAULT 60,
    "scale_id" UUID NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "newsroom_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "password_hash" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "articles" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "origin" "article_origin" NOT NULL,
    "title" TEXT NOT NULL,
    "byline" TEXT,
    "publisher" TEXT,
    "source_url" TEXT,
    "published_on" DATE,
    "language" TEXT NOT NULL DEFAULT 'en',
    "direction" TEXT NOT NULL DEFAULT 'ltr',
    "display" "article_display" NOT NULL DEFAULT 'excerpts',
    "claims_made" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "articles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claimants" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "kind" "claimant_kind" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claimants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topics" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "topics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_topics" (
    "claim_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,

    CONSTRAINT "claim_topics_pkey" PRIMARY KEY ("claim_id","topic_id")
);

-- CreateTable
CREATE TABLE "claims" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "claimant_id" UUID,
    "said_on" DATE,
    "said_where" TEXT,
    "state" "claim_state" NOT NULL DEFAULT 'draft',
    "priority" SMALLINT NOT NULL DEFAULT 0,
    "round" INTEGER NOT NULL DEFAULT 1,
    "no_primary_reason" TEXT,
    "search_note" TEXT,
    "return_reason" TEXT,
    "dismissal_ground" "dismissal_ground",
    "dismissal_reason" TEXT,
    "duplicate_of_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "ready_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "dismissed_at" TIMESTAMPTZ(3),

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passages" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "outcome" "anchor_outcome" NOT NULL DEFAULT 'exact',
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "passages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" UUID NOT NULL,
    "url" TEXT,
    "title" TEXT NOT NULL,
    "publisher" TEXT,
    "author" TEXT,
    "published_on" DATE,
    "kind" "source_kind" NOT NULL,
    "interests" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshots" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "archive_url" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,
    "read_by_id" UUID NOT NULL,

    CONSTRAINT "snapshots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "stance" "stance" NOT NULL,
    "quote" TEXT,
    "note" TEXT,
    "visibility" "visibility" NOT NULL DEFAULT 'public',
    "snapshot_id" UUID,
    "no_snapshot_reason" TEXT,
    "position" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scales" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scales_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ratings" (
    "id" UUID NOT NULL,
    "scale_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "tone" "tone" NOT NULL,
    "position" INTEGER NOT NULL,
    "value" INTEGER,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "ratings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "stage" "review_stage" NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "rating_id" UUID NOT NULL,
    "conclusion" TEXT NOT NULL,
    "rationale" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdicts" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rating_id" UUID NOT NULL,
    "conclusion" TEXT NOT NULL,
    "rationale" TEXT NOT NULL,
    "review_id" UUID,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verdicts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "queue_entries" (
    "claim_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "stage" "review_stage" NOT NULL,
    "priority" SMALLINT NOT NULL DEFAULT 0,
    "enqueued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "barred" UUID[],
    "lease_holder_id" UUID,
    "lease_expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "queue_entries_pkey" PRIMARY KEY ("claim_id")
);

-- CreateTable
CREATE TABLE "reply_requests" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "asked" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "asked_on" DATE NOT NULL,
    "outcome" "reply_outcome" NOT NULL DEFAULT 'awaiting',
    "answer" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reply_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publications" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "verdict_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "is_current" BOOLEAN NOT NULL DEFAULT true,
    "content" JSONB NOT NULL,
    "statement" TEXT NOT NULL,
    "conclusion" TEXT NOT NULL,
    "tone" "tone" NOT NULL,
    "rating_key" TEXT NOT NULL,
    "claimant_name" TEXT,
    "language" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by_id" UUID NOT NULL,
    "overridden_item" TEXT,
    "override_reason" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "search" tsvector GENERATED ALWAYS AS (
      setweight(to_tsvector(search_config("language"), "statement"), 'A') ||
      setweight(to_tsvector(search_config("language"), coalesce("claimant_name", '')), 'B') ||
      setweight(to_tsvector(search_config("language"), "conclusion"), 'C')
    ) STORED,

    CONSTRAINT "publications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "corrections" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "type" "correction_type" NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "corrections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "article_id" UUID,
    "claim_id" UUID,
    "subject_id" UUID,
    "data" JSONB NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "members_email_key" ON "members"("email");

-- CreateIndex
CREATE INDEX "members_name_id_idx" ON "members"("name", "id");

-- CreateIndex
CREATE INDEX "sessions_member_id_idx" ON "sessions"("member_id");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "articles_slug_key" ON "articles"("slug");

-- CreateIndex
CREATE INDEX "articles_created_at_id_idx" ON "articles"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "revisions_article_id_number_key" ON "revisions"("article_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "claimants_slug_key" ON "claimants"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "claimants_name_key_key" ON "claimants"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "topics_slug_key" ON "topics"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "topics_name_key_key" ON "topics"("name_key");

-- CreateIndex
CREATE INDEX "claim_topics_topic_id_idx" ON "claim_topics"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "claims_slug_key" ON "claims"("slug");

-- CreateIndex
CREATE INDEX "claims_author_id_state_updated_at_id_idx" ON "claims"("author_id", "state", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claims_state_updated_at_id_idx" ON "claims"("state", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claims_updated_at_id_idx" ON "claims"("updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claims_claimant_id_idx" ON "claims"("claimant_id");

-- CreateIndex
CREATE INDEX "claims_duplicate_of_id_idx" ON "claims"("duplicate_of_id");

-- CreateIndex
CREATE UNIQUE INDEX "claims_article_id_number_key" ON "claims"("article_id", "number");

-- CreateIndex
CREATE INDEX "passages_revision_id_start_offset_idx" ON "passages"("revision_id", "start_offset");

-- CreateIndex
CREATE UNIQUE INDEX "passages_claim_id_revision_id_start_offset_end_offset_key" ON "passages"("claim_id", "revision_id", "start_offset", "end_offset");

-- CreateIndex
CREATE UNIQUE INDEX "sources_url_key" ON "sources"("url");

-- CreateIndex
CREATE INDEX "sources_created_at_id_idx" ON "sources"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "snapshots_source_id_archive_url_key" ON "snapshots"("source_id", "archive_url");

-- CreateIndex
CREATE INDEX "evidence_claim_id_position_id_idx" ON "evidence"("claim_id", "position", "id");

-- CreateIndex
CREATE INDEX "evidence_source_id_idx" ON "evidence"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "scales_key_version_key" ON "scales"("key", "version");

-- CreateIndex
CREATE UNIQUE INDEX "ratings_scale_id_key_key" ON "ratings"("scale_id", "key");

-- CreateIndex
CREATE INDEX "reviews_reviewer_id_decided_at_idx" ON "reviews"("reviewer_id", "decided_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "reviews_claim_id_round_stage_key" ON "reviews"("claim_id", "round", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_claim_id_round_reviewer_id_key" ON "reviews"("claim_id", "round", "reviewer_id");

-- CreateIndex
CREATE UNIQUE INDEX "verdicts_claim_id_version_key" ON "verdicts"("claim_id", "version");

-- CreateIndex
CREATE INDEX "queue_entries_priority_enqueued_at_claim_id_idx" ON "queue_entries"("priority" DESC, "enqueued_at", "claim_id");

-- CreateIndex
CREATE INDEX "queue_entries_lease_holder_id_idx" ON "queue_entries"("lease_holder_id");

-- CreateIndex
CREATE INDEX "queue_entries_lease_expires_at_idx" ON "queue_entries"("lease_expires_at");

-- CreateIndex
CREATE INDEX "reply_requests_claim_id_asked_on_idx" ON "reply_requests"("claim_id", "asked_on");

-- CreateIndex
CREATE INDEX "publications_article_id_idx" ON "publications"("article_id");

-- CreateIndex
CREATE UNIQUE INDEX "publications_claim_id_number_key" ON "publications"("claim_id", "number");

-- CreateIndex
CREATE INDEX "corrections_claim_id_created_at_idx" ON "corrections"("claim_id", "created_at");

-- CreateIndex
CREATE INDEX "corrections_created_at_id_idx" ON "corrections"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "audit_events_seq_key" ON "audit_events"("seq");

-- CreateIndex
CREATE INDEX "audit_events_claim_id_seq_idx" ON "audit_events"("claim_id", "seq");

-- CreateIndex
CREATE INDEX "audit_events_article_id_seq_idx" ON "audit_events"("article_id", "seq");

-- AddForeignKey
ALTER TABLE "newsroom" ADD CONSTRAINT "newsroom_scale_id_fkey" FOREIGN KEY ("scale_id") REFERENCES "scales"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "articles" ADD CONSTRAINT "articles_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_topics" ADD CONSTRAINT "claim_topics_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_topics" ADD CONSTRAINT "claim_topics_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "claimants"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_duplicate_of_id_fkey" FOREIGN KEY ("duplicate_of_id") REFERENCES "claims"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passages" ADD CONSTRAINT "passages_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passages" ADD CONSTRAINT "passages_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_read_by_id_fkey" FOREIGN KEY ("read_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_scale_id_fkey" FOREIGN KEY ("scale_id") REFERENCES "scales"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_rating_id_fkey" FOREIGN KEY ("rating_id") REFERENCES "ratings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_rating_id_fkey" FOREIGN KEY ("rating_id") REFERENCES "ratings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_entries" ADD CONSTRAINT "queue_entries_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_entries" ADD CONSTRAINT "queue_entries_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_entries" ADD CONSTRAINT "queue_entries_lease_holder_id_fkey" FOREIGN KEY ("lease_holder_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply_requests" ADD CONSTRAINT "reply_requests_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply_requests" ADD CONSTRAINT "reply_requests_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- From here on: what Prisma's schema language cannot say.

-- Settings are one row.
ALTER TABLE "newsroom" ADD CONSTRAINT "newsroom_one_row" CHECK ("id" = 1),
  ADD CONSTRAINT "newsroom_opinions" CHECK ("opinions_required" BETWEEN 1 AND 3),
  ADD CONSTRAINT "newsroom_sources" CHECK ("min_sources" BETWEEN 0 AND 20),
  ADD CONSTRAINT "newsroom_lease" CHECK ("lease_minutes" BETWEEN 5 AND 1440);

ALTER TABLE "members" ADD CONSTRAINT "members_email_lower" CHECK ("email" = lower("email"));

ALTER TABLE "sessions" ADD CONSTRAINT "sessions_expire_later" CHECK ("expires_at" > "created_at");

ALTER TABLE "articles" ADD CONSTRAINT "articles_direction" CHECK ("direction" IN ('ltr', 'rtl')),
  ADD CONSTRAINT "articles_titled" CHECK ("title" <> '');

ALTER TABLE "revisions" ADD CONSTRAINT "revisions_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "revisions_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');

-- Offsets are ordered, and a passage always has its words.
ALTER TABLE "passages" ADD CONSTRAINT "passages_offsets" CHECK (0 <= "start_offset" AND "start_offset" < "end_offset"),
  ADD CONSTRAINT "passages_words" CHECK ("quote" <> '');

-- Each state has the dates and reasons it needs.
ALTER TABLE "claims" ADD CONSTRAINT "claims_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "claims_round" CHECK ("round" >= 1),
  ADD CONSTRAINT "claims_stated" CHECK ("statement" <> ''),
  ADD CONSTRAINT "claims_submitted" CHECK ("state" IN ('draft', 'dismissed') OR "submitted_at" IS NOT NULL),
  ADD CONSTRAINT "claims_ready" CHECK ("state" NOT IN ('ready', 'published', 'withdrawn') OR "ready_at" IS NOT NULL),
  ADD CONSTRAINT "claims_published" CHECK ("state" NOT IN ('published', 'withdrawn') OR "published_at" IS NOT NULL),
  ADD CONSTRAINT "claims_withdrawn" CHECK (("state" = 'withdrawn') = ("withdrawn_at" IS NOT NULL)),
  ADD CONSTRAINT "claims_dismissed" CHECK (
    ("state" = 'dismissed') = ("dismissed_at" IS NOT NULL)
    AND ("state" <> 'dismissed' OR ("dismissal_ground" IS NOT NULL AND "dismissal_reason" <> ''))
  ),
  ADD CONSTRAINT "claims_duplicate" CHECK (
    "duplicate_of_id" IS NULL OR ("dismissal_ground" = 'duplicate' AND "duplicate_of_id" <> "id")
  );

ALTER TABLE "evidence" ADD CONSTRAINT "evidence_position" CHECK ("position" >= 1);
CREATE UNIQUE INDEX "evidence_once" ON "evidence" ("claim_id", "source_id", "stance", md5(coalesce("quote", '')));

ALTER TABLE "reviews" ADD CONSTRAINT "reviews_round" CHECK ("round" >= 1),
  ADD CONSTRAINT "reviews_concluded" CHECK ("conclusion" <> '' AND "rationale" <> '');
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_version" CHECK ("version" >= 1),
  ADD CONSTRAINT "verdicts_concluded" CHECK ("conclusion" <> '' AND "rationale" <> '');

-- A lease has a holder and an end, or neither.
ALTER TABLE "queue_entries" ADD CONSTRAINT "queue_entries_lease" CHECK (
  ("lease_holder_id" IS NULL) = ("lease_expires_at" IS NULL)
);

ALTER TABLE "publications" ADD CONSTRAINT "publications_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "publications_override" CHECK (("overridden_item" IS NULL) = ("override_reason" IS NULL));
-- Of two editors publishing at once, one wins, a slug leads to one claim.
CREATE UNIQUE INDEX "publications_current_claim" ON "publications" ("claim_id") WHERE "is_current";
CREATE UNIQUE INDEX "publications_current_slug" ON "publications" ("slug") WHERE "is_current";
-- The public list, newest first, whole and by verdict, and its search.
CREATE INDEX "publications_listed" ON "publications" ("published_at" DESC, "id" DESC)
  WHERE "is_current" AND "withdrawn_at" IS NULL;
CREATE INDEX "publications_listed_by_tone" ON "publications" ("tone", "published_at" DESC, "id" DESC)
  WHERE "is_current" AND "withdrawn_at" IS NULL;
CREATE INDEX "publications_search" ON "publications" USING GIN ("search");

ALTER TABLE "corrections" ADD CONSTRAINT "corrections_reason" CHECK ("reason" <> '');

-- History and what was decided are written once. Superusers can still switch triggers off, the hash chain is for them.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: its rows are never changed', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "audit_events_append_only" BEFORE UPDATE OR DELETE ON "audit_events"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_events_no_truncate" BEFORE TRUNCATE ON "audit_events"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "revisions_immutable" BEFORE UPDATE ON "revisions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "reviews_immutable" BEFORE UPDATE OR DELETE ON "reviews" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "verdicts_immutable" BEFORE UPDATE OR DELETE ON "verdicts" FOR EACH ROW EXECUTE FUNCTION refuse_change();
