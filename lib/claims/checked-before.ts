import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { listSharing } from "#lib/db/sharing.ts";
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

/** Below it statements share a subject, not what they say of it. */
const LEAST_LIKENESS = 0.5;

/** Enough to look at while writing. */
const MOST = 3;

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

async function listCandidates({
  words,
  exceptId,
  db,
}: {
  words: string;
  exceptId: string | null;
  db: Db;
}): Promise<{ id: string; statement: string }[]> {
  const rows = (most: number) =>
    Prisma.sql`SELECT claim_id AS id FROM claim_terms WHERE terms @> ARRAY[term] LIMIT ${most}`;
  const ids = await listSharing({ words, table: "claim_terms", rows, exceptId, db });
  return db.claim.findMany({
    where: { id: { in: ids }, OR: [{ dismissalGround: null }, { dismissalGround: { not: "duplicate" } }] },
    select: { id: true, statement: true },
  });
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
