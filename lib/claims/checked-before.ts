import type { Db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { letterGroups, likeness } from "#lib/likeness/likeness.ts";
import type { Tone } from "#lib/publishing/values.ts";
import { listFields, toListItem } from "./claim-card.ts";
import { isDecided } from "./rules.ts";
import { CLAIM_LIMITS, type ClaimState } from "./values.ts";

/**
 * An earlier claim that says nearly the same, as every member sees it in the desk's lists: no rating before a verdict
 * is in force, nothing of what is confidential.
 */
export type CheckedClaim = {
  id: string;
  number: number;
  statement: string;
  state: ClaimState;
  tone: Tone | null;
  ratingLabel: string | null;
  claimantName: string | null;
  articleTitle: string;
  /** Pieces of evidence that are no secret: those that can be copied. */
  sourceCount: number;
  createdAt: Date;
  /** Since when its verdict is in force. */
  decidedAt: Date | null;
};

/** Terms of the statement that are looked for, the rarest first: enough for a reworded sentence to share some. */
const RAREST = 12;

/** Rows the terms may be expected to find together: what takes a few milliseconds. */
const EXPECTED_ROWS = 2_000;

/** How many of those that share the most and rarest terms are compared letter by letter. */
const COMPARED = 100;

/** Below it statements share a subject, not what they say of it. */
const LEAST_LIKENESS = 0.5;

/** Enough to look at while writing. */
const MOST = 3;

/** A term that no statistics know is taken to stand in this share of the statements. */
const UNCOUNTED = 0.0005;

/**
 * Ids of claims that say nearly the same as `statement`, the most alike first, at most 3. Candidates share its rarest
 * terms, as the table's statistics know them; only they are compared by their letters. Those dismissed as duplicates
 * are left out: the claim they repeat is the one to look at.
 */
export async function findAlike({
  statement,
  exceptId,
  db,
}: {
  statement: string;
  /** The claim that is being written itself. */
  exceptId: string | null;
  db: Db;
}): Promise<string[]> {
  const words = statement.replaceAll("\0", "").slice(0, CLAIM_LIMITS.statement).toWellFormed();
  const typed = letterGroups(words);
  if (typed.size === 0) return [];
  const candidates = await listCandidates({ words, exceptId, db });
  return candidates
    .map(({ id, statement }) => ({ id, alike: likeness(typed, letterGroups(statement)) }))
    .filter(({ alike }) => alike >= LEAST_LIKENESS)
    .sort((a, b) => b.alike - a.alike || (a.id < b.id ? 1 : -1))
    .slice(0, MOST)
    .map(({ id }) => id);
}

function listCandidates({ words, exceptId, db }: { words: string; exceptId: string | null; db: Db }) {
  return db.$queryRaw<{ id: string; statement: string }[]>`
    WITH counted AS (
      SELECT term, share FROM pg_stats,
        unnest(most_common_elems::text::text[], most_common_elem_freqs) AS common (term, share)
      WHERE schemaname = current_schema() AND tablename = 'claim_terms' AND attname = 'terms'
    ), typed AS (
      SELECT term, coalesce(share, 0) AS share,
        row_number() OVER rarest AS place, sum(coalesce(share, 0)) OVER rarest AS shares
      FROM unnest(statement_terms(${words})) AS term LEFT JOIN counted USING (term)
      WINDOW rarest AS (ORDER BY coalesce(share, 0), length(term) DESC, term)
    ), sought AS MATERIALIZED (
      SELECT term, -ln(greatest(share, ${UNCOUNTED})) AS weight FROM typed
      WHERE place = 1 OR (place <= ${RAREST} AND shares * greatest(
        (SELECT reltuples FROM pg_class WHERE oid = 'claim_terms'::regclass), 0
      ) <= ${EXPECTED_ROWS})
    ), found AS MATERIALIZED (
      SELECT claim_id, sum(weight) AS weight
      FROM sought CROSS JOIN LATERAL (
        SELECT claim_id FROM claim_terms WHERE terms @> ARRAY[term] LIMIT ${EXPECTED_ROWS}
      ) AS rows
      WHERE claim_id IS DISTINCT FROM ${exceptId}::uuid
      GROUP BY claim_id ORDER BY sum(weight) DESC, claim_id DESC LIMIT ${COMPARED}
    )
    SELECT id, statement FROM found JOIN claims ON id = claim_id
    WHERE dismissal_ground IS DISTINCT FROM 'duplicate'`;
}

/** What is read of each. */
export const checkedFields = {
  ...listFields,
  createdAt: true,
  readyAt: true,
  evidence: { where: { visibility: "public" }, select: { id: true } },
} satisfies Prisma.ClaimSelect;

export function toChecked({
  evidence,
  createdAt,
  readyAt,
  ...row
}: Prisma.ClaimGetPayload<{ select: typeof checkedFields }>): CheckedClaim {
  const { id, number, statement, state, tone, ratingLabel, claimantName, article } = toListItem(row);
  return {
    ...{ id, number, statement, state, tone, ratingLabel, claimantName },
    articleTitle: article.title,
    sourceCount: evidence.length,
    createdAt,
    decidedAt: isDecided(state) ? readyAt : null,
  };
}
