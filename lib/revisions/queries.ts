import type { Block } from "#lib/anchoring/blocks.ts";
import { storedBlocks } from "#lib/articles/schema.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import { type Db, db as pool } from "#lib/db/client.ts";
import { isId } from "#lib/input.ts";
import type { AnchorOutcome, Repair } from "#lib/passages/schema.ts";

/** One text of an article, as the list of them shows it. `createdByName` null: found by the check for changes. */
export type RevisionListItem = {
  id: string;
  number: number;
  createdAt: Date;
  createdByName: string | null;
  /** Code points, as Postgres counts characters. */
  length: number;
  /** Where its text was fetched, after redirects; null when it was pasted or uploaded. */
  fetchedFrom: string | null;
  /** How many passages came through which way; of the first, all are `exact`. */
  outcomes: Partial<Record<AnchorOutcome, number>>;
  /** How many of them wait for a person, or waited when the next text came. */
  openCount: number;
};

/** More than an article is ever changed while anybody looks. */
const MOST_REVISIONS = 200;

/** Newest first. */
export async function listRevisions(articleId: string, db: Db = pool): Promise<RevisionListItem[]> {
  if (!isId(articleId)) return [];
  return db.$queryRaw<RevisionListItem[]>`
    SELECT r.id, r.number, r.created_at AS "createdAt", m.name AS "createdByName", length(r.text) AS length,
      o.url AS "fetchedFrom", n.outcomes, n.open AS "openCount"
    FROM revisions r
    LEFT JOIN members m ON m.id = r.created_by_id
    LEFT JOIN originals o ON o.id = r.original_id
    CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_object_agg(g.outcome, g.count), '{}') AS outcomes, coalesce(sum(g.open), 0)::int AS open
      FROM (
        SELECT p.outcome, count(*)::int AS count,
          count(*) FILTER (WHERE p.repair IS NULL AND p.outcome IN ('reworded', 'ambiguous', 'lost')) AS open
        FROM passages p WHERE p.revision_id = r.id GROUP BY p.outcome
      ) g
    ) n
    WHERE r.article_id = ${articleId}::uuid
    ORDER BY r.number DESC
    LIMIT ${MOST_REVISIONS}`;
}

/** A claim's passage in one revision. Offsets are UTF-16 code units; null without a place. */
export type RevisionPassage = {
  id: string;
  previousId: string | null;
  claimId: string;
  claimNumber: number;
  statement: string;
  state: ClaimState;
  outcome: AnchorOutcome;
  repair: Repair | null;
  score: number;
  start: number | null;
  end: number | null;
  quote: string;
};

export type RevisionText = {
  id: string;
  number: number;
  createdAt: Date;
  createdByName: string | null;
  text: string;
  blocks: Block[];
  passages: RevisionPassage[];
};

/** More passages than a person reads of one text. */
const MOST_PASSAGES = 5_000;

/** One text of an article with the passages that stand, or stood, in it; null when there is none of that number. */
export async function getRevision(
  { articleId, number }: { articleId: string; number: number },
  db: Db = pool,
): Promise<RevisionText | null> {
  if (!isId(articleId) || !Number.isInteger(number) || number < 1 || number > 2_147_483_647) return null;
  const row = await db.revision.findUnique({
    where: { articleId_number: { articleId, number } },
    select: {
      id: true,
      number: true,
      createdAt: true,
      createdBy: { select: { name: true } },
      text: true,
      blocks: true,
      passages: {
        orderBy: [{ startOffset: "asc" }, { id: "asc" }],
        take: MOST_PASSAGES,
        select: {
          id: true,
          previousId: true,
          claimId: true,
          outcome: true,
          repair: true,
          score: true,
          startOffset: true,
          endOffset: true,
          quote: true,
          claim: { select: { number: true, statement: true, state: true } },
        },
      },
    },
  });
  if (!row) return null;
  const { createdBy, blocks, passages, ...revision } = row;
  return {
    ...revision,
    createdByName: createdBy?.name ?? null,
    blocks: storedBlocks.parse(blocks),
    passages: passages.map(({ claim, startOffset: start, endOffset: end, ...passage }) => ({
      ...passage,
      start,
      end,
      claimNumber: claim.number,
      statement: claim.statement,
      state: claim.state,
    })),
  };
}
