-- The palette finds parts of words and mistyped words. What the schema language cannot say.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE INDEX IF NOT EXISTS "articles_title_trgm" ON "articles" USING GIN ("title" gin_trgm_ops);
CREATE INDEX IF NOT EXISTS "claims_statement_trgm" ON "claims" USING GIN ("statement" gin_trgm_ops);
