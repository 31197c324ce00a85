-- A draft that was handed over has another author; whoever wrote it before may not judge it either.
ALTER TABLE "claims" ADD COLUMN "former_author_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];
