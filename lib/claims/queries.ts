import type { Actor } from "#lib/auth/policy.ts";
import { decodeCursor, instantAndId, type Page, pageOf } from "#lib/cursor.ts";
import { type Db, db as pool } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { escapeLike, searchWords } from "#lib/db/search.ts";
import { isId, nameKey } from "#lib/input.ts";
import { listCopies } from "#lib/snapshots/queries.ts";
import { visibleEvidence } from "#lib/sources/rules.ts";
import { listMarks, listStandings } from "#lib/watch/queries.ts";
import { byPlace } from "./by-place.ts";
import { type CheckedClaim, checkedFields, findAlike, toChecked } from "./checked-before.ts";
import {
  type ClaimCard,
  type ClaimListItem,
  cardFields,
  listFields,
  toCard,
  toListItem,
} from "./claim-card.ts";
import {
  type ClaimDetail,
  detailFields,
  listVisibleOpinions,
  passagesInContext,
  toDetail,
} from "./claim-detail.ts";
import { type DeskClaim, toDeskClaim } from "./desk-claim.ts";
import { findNames, type KnownName } from "./known-names.ts";
import { type NameKind, REVIEW_STATES, type StateFilter } from "./values.ts";
import { readWork, type Work } from "./work.ts";

const PAGE = { usual: 25, most: 100 } as const;

/** An article with more marks than this is read by nobody; every page of it stays quick. */
const MOST_CLAIMS = 10_000;

/** The claims of an article in reading order, those without a passage last. */
export async function listArticleClaims(articleId: string, db: Db = pool): Promise<ClaimCard[]> {
  if (!isId(articleId)) return [];
  const rows = await db.claim.findMany({
    where: { articleId },
    orderBy: { number: "asc" },
    take: MOST_CLAIMS,
    select: cardFields,
  });
  return rows.map(toCard).sort(byPlace);
}

/**
 * Some claims of an article as this member may use them, and which of the ids are none of its claims (any more).
 * `revisionId`: the article's newest text, in which their passages stand. Null when there is no such article.
 */
export async function listDeskClaims({
  articleId,
  ids,
  actor,
  now,
  db = pool,
}: {
  articleId: string;
  ids: readonly string[];
  actor: Actor;
  now: Date;
  db?: Db;
}): Promise<{ revisionId: string; claims: DeskClaim[]; goneIds: string[] } | null> {
  const newest = { orderBy: { number: "desc" }, take: 1, select: { id: true } } as const;
  const [article, rows] = await Promise.all([
    db.article.findUnique({ where: { id: articleId }, select: { revisions: newest } }),
    db.claim.findMany({ where: { articleId, id: { in: [...ids] } }, select: cardFields }),
  ]);
  const revisionId = article?.revisions[0]?.id;
  if (revisionId === undefined) return null;
  const claims = rows.map((row) => toDeskClaim(toCard(row), { actor, now }));
  const found = new Set(claims.map(({ id }) => id));
  return { revisionId, claims, goneIds: ids.filter((id) => !found.has(id)) };
}

/** One claim's card; null when there is none. */
export async function getClaimCard(id: string, db: Db = pool): Promise<ClaimCard | null> {
  if (!isId(id)) return null;
  const row = await db.claim.findUnique({ where: { id }, select: cardFields });
  return row && toCard(row);
}

/** Claims of all articles, last changed first. A cursor that is none begins at the beginning. */
export async function listClaims({
  state,
  search,
  authorId,
  cursor,
  take = PAGE.usual,
  db = pool,
}: {
  state?: StateFilter | undefined;
  search?: string | undefined;
  authorId?: string | undefined;
  cursor?: string | undefined;
  take?: number;
  db?: Db;
}): Promise<Page<ClaimListItem>> {
  const limit = Math.min(take, PAGE.most);
  const words = searchWords(search);
  const rows = await db.claim.findMany({
    where: {
      ...(state && { state: state === "with_reviewers" ? { in: [...REVIEW_STATES] } : state }),
      ...(authorId !== undefined && { authorId }),
      ...(words && { statement: { contains: escapeLike(words), mode: "insensitive" } }),
      ...behind(cursor),
    },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: listFields,
  });
  const items = rows.map(toListItem);
  return pageOf(items, limit, ({ updatedAt, id }) => [updatedAt, id]);
}

/** Said so that the index finds its place by the first line: a plain OR would read everything before it. */
function behind(cursor: string | undefined): Prisma.ClaimWhereInput {
  const after = decodeCursor(cursor, instantAndId);
  if (!after) return {};
  const [updatedAt, id] = after;
  return { updatedAt: { lte: updatedAt }, OR: [{ updatedAt: { lt: updatedAt } }, { id: { lt: id } }] };
}

/** What is in one member's hands, or theirs and in others'. */
export function listWork(asked: { memberId: string; now: Date; shown?: number; db?: Db }): Promise<Work> {
  return readWork(asked);
}

/** Claims of the desk that say nearly the same as `statement`, the most alike first, at most 3. */
export async function listCheckedBefore({
  statement,
  exceptId = null,
  db = pool,
}: {
  statement: string;
  /** The claim that is being written itself. */
  exceptId?: string | null;
  db?: Db;
}): Promise<CheckedClaim[]> {
  const ids = await findAlike({ statement, exceptId, db });
  if (ids.length === 0) return [];
  const rows = await db.claim.findMany({ where: { id: { in: ids } }, select: checkedFields });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []).map(toChecked);
}

/**
 * Names the desk knows that fit what is typed, at most 8: first those that begin like it, then those with a word that
 * does, then those that hold it anywhere; of equals the most used first. For nothing the most used of all.
 */
export async function listNames({
  of,
  typed,
  db = pool,
}: {
  of: NameKind;
  typed: string;
  db?: Db;
}): Promise<KnownName[]> {
  return findNames({ of, key: nameKey(searchWords(typed) ?? ""), db });
}

/** One claim as this member may see it; null when there is none. */
export async function getClaim({
  id,
  viewer,
  db = pool,
}: {
  id: string;
  viewer: Actor;
  db?: Db;
}): Promise<ClaimDetail | null> {
  if (!isId(id)) return null;
  // Before all it tells of: what changes while the rest is read is then told by the page's stream.
  const standings = await listStandings({ claimId: id }, db);
  const row = await db.claim.findUnique({ where: { id }, select: detailFields });
  if (!row) return null;
  const [passages, opinions, visible, copies, marks] = await Promise.all([
    passagesInContext(row, db),
    listVisibleOpinions({ claimId: id, viewer, db }),
    db.evidence.findMany({ where: { claimId: id, ...visibleEvidence(viewer) }, select: { id: true } }),
    listCopies(
      row.evidence.map(({ source }) => source.id),
      db,
    ),
    listMarks(
      row.evidence.map((evidence) => evidence.id),
      db,
    ),
  ]);
  const visibleEvidenceIds = new Set(visible.map((evidence) => evidence.id));
  return toDetail(row, { passages, opinions, copies, marks, visibleEvidenceIds, standings });
}
