import type { Actor } from "#lib/auth/policy.ts";
import { type Db, db as pool, type Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors.ts";
import { isId } from "#lib/input.ts";
import { listComments, type ThreadView } from "./comment-view.ts";
import { piecesOf, plainOf } from "./mentions.ts";
import { listMentionable } from "./people.ts";
import { knowsOpinion } from "./rules.ts";
import { THREADS_AT_ONCE } from "./values.ts";
import { isClosed, isUnread, isVisible, isVisibleInThread } from "./visible.ts";

export { listMentionChoices } from "./people.ts";
/** For statements about comments in other nouns: over `c` and `t`, its thread's first comment. */
export { isVisibleInThread } from "./visible.ts";

/** What is talked about: a claim, or an article as a whole. */
export type Subject = { claimId: string } | { articleId: string };

export type ThreadPage = { threads: ThreadView[]; hasEarlier: boolean; unreadCount: number };

/** More are asked for one page after the other; nobody reads further in one go. */
const MOST_THREADS = 500;

/**
 * The newest `take` threads, oldest first, as this member may see them. `until`: a comment that must be among them,
 * however old its thread is.
 */
export async function listThreads({
  subject,
  viewer,
  take = THREADS_AT_ONCE,
  until,
  db = pool,
}: {
  subject: Subject;
  viewer: Actor;
  take?: number;
  until?: string | undefined;
  db?: Db;
}): Promise<ThreadPage> {
  const place = placeOf(subject);
  if (place === null) return { threads: [], hasEarlier: false, unreadCount: 0 };
  const limit = await reachBackTo({ place, viewer, take, until, db });
  const firsts = await db.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM comments c
    WHERE c.thread_id IS NULL AND ${place} AND ${isVisible("c", viewer.id)}
    ORDER BY c.created_at DESC, c.id DESC LIMIT ${limit + 1}`;
  const ids = firsts.slice(0, limit).map(({ id }) => id);
  const comments = await listComments({ threadIds: ids, viewer, db });
  const threads = ids.reverse().flatMap((id) => {
    const [first, ...replies] = comments.filter((comment) => (comment.threadId ?? comment.id) === id);
    if (!first) return [];
    const { resolvedAt, resolvedByName } = first;
    return [{ id, first: first.view, replies: replies.map(({ view }) => view), resolvedAt, resolvedByName }];
  });
  return {
    threads,
    hasEarlier: firsts.length > limit,
    unreadCount: comments.filter(({ view }) => view.isUnread).length,
  };
}

function placeOf(subject: Subject): Prisma.Sql | null {
  if ("claimId" in subject)
    return isId(subject.claimId) ? Prisma.sql`c.claim_id = ${subject.claimId}::uuid` : null;
  if (!isId(subject.articleId)) return null;
  return Prisma.sql`c.article_id = ${subject.articleId}::uuid AND c.claim_id IS NULL`;
}

/** How many threads reach back to the one of the comment `until`. */
async function reachBackTo({
  place,
  viewer,
  take,
  until,
  db,
}: {
  place: Prisma.Sql;
  viewer: Actor;
  take: number;
  until: string | undefined;
  db: Db;
}): Promise<number> {
  const least = Math.max(1, Math.min(take, MOST_THREADS));
  if (until === undefined || !isId(until)) return least;
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM comments c
    WHERE c.thread_id IS NULL AND ${place} AND ${isVisible("c", viewer.id)} AND (c.created_at, c.id) >= (
      SELECT f.created_at, f.id FROM comments u JOIN comments f ON f.id = COALESCE(u.thread_id, u.id)
      WHERE u.id = ${until}::uuid)`;
  return Math.min(Math.max(least, row?.count ?? 0), MOST_THREADS);
}

/** What members should know before they write here. */
export type WritingNote = "only_mine" | "before_opinion" | null;

/** Threads with what the page around them says. `isBlind`: opinions are being given, and some comments may be hidden. */
export type CommentsView = ThreadPage & {
  isBlind: boolean;
  note: WritingNote;
  /** ISO 8601: what "2 hours ago" is counted from. */
  shownAt: string;
};

/** The comments on a claim or an article as a member sees them; null when there is no such thing. */
export async function getComments({
  subject,
  viewer,
  take,
  until,
  now,
  db = pool,
}: {
  subject: Subject;
  viewer: Actor;
  take?: number;
  until?: string | undefined;
  now: Date;
  db?: Db;
}): Promise<CommentsView | null> {
  const place = await findPlace(subject, db);
  if (!place) return null;
  const [page, knowledge] = await Promise.all([
    listThreads({ subject, viewer, ...(take !== undefined && { take }), until, db }),
    askKnowledge(db, { ...place, actor: viewer }),
  ]);
  const holdsLease =
    place.lease !== null && place.lease.holderId === viewer.id && place.lease.expiresAt > now;
  const note = knowledge.isBlinding
    ? "only_mine"
    : holdsLease && place.isUnderReview
      ? "before_opinion"
      : null;
  return { ...page, isBlind: place.state === "second_review", note, shownAt: now.toISOString() };
}

async function findPlace(subject: Subject, db: Db) {
  if ("articleId" in subject) {
    if (!isId(subject.articleId)) return null;
    const article = await db.article.findUnique({ where: { id: subject.articleId }, select: { id: true } });
    return (
      article && { articleId: article.id, claimId: null, state: null, lease: null, isUnderReview: false }
    );
  }
  if (!isId(subject.claimId)) return null;
  const claim = await db.claim.findUnique({
    where: { id: subject.claimId },
    select: {
      id: true,
      articleId: true,
      state: true,
      queueEntry: { select: { leaseHolderId: true, leaseExpiresAt: true } },
    },
  });
  if (!claim) return null;
  const { leaseHolderId: holderId, leaseExpiresAt: expiresAt } = claim.queueEntry ?? {};
  return {
    articleId: claim.articleId,
    claimId: claim.id,
    state: claim.state,
    lease: holderId && expiresAt ? { holderId, expiresAt } : null,
    isUnderReview: claim.state === "in_review" || claim.state === "second_review",
  };
}

/** How many comments there are about each claim of an article and, under "", about the article as a whole. */
export type CommentCounts = Record<string, { count: number; unread: number }>;

/** Only what this member may see is counted; deleted comments are not. */
export async function countComments({
  articleId,
  viewer,
  db = pool,
}: {
  articleId: string;
  viewer: Actor;
  db?: Db;
}): Promise<CommentCounts> {
  if (!isId(articleId)) return {};
  const rows = await db.$queryRaw<{ claimId: string | null; count: number; unread: number }[]>`
    SELECT c.claim_id AS "claimId", count(*)::int AS count,
      (count(*) FILTER (WHERE ${isUnread(viewer.id)}))::int AS unread
    FROM comments c LEFT JOIN comments t ON t.id = c.thread_id
    WHERE c.article_id = ${articleId}::uuid AND c.deleted_at IS NULL AND ${isVisibleInThread(viewer.id)}
    GROUP BY c.claim_id`;
  return Object.fromEntries(rows.map(({ claimId, count, unread }) => [claimId ?? "", { count, unread }]));
}

/** A comment as a command holds it: locked with its thread until the transaction ends. */
export type LockedComment = {
  id: string;
  threadId: string;
  articleId: string;
  claimId: string | null;
  authorId: string;
  body: string;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  isDeleted: boolean;
  isResolved: boolean;
  knowsOpinion: boolean;
};

/** Locks a comment's thread and the comment. Throws `not_found`, also for what this member may not see. */
export async function lockComment(
  tx: Tx,
  { commentId, viewer }: { commentId: string; viewer: Actor },
): Promise<LockedComment> {
  if (!isId(commentId)) throw new AppError("not_found");
  await tx.$queryRaw`
    SELECT FROM comments WHERE id = (SELECT COALESCE(thread_id, id) FROM comments WHERE id = ${commentId}::uuid)
    FOR NO KEY UPDATE`;
  const [comment] = await tx.$queryRaw<LockedComment[]>`
    SELECT c.id, COALESCE(c.thread_id, c.id) AS "threadId", c.article_id AS "articleId", c.claim_id AS "claimId",
      c.author_id AS "authorId", c.body, c.version, c.created_at AS "createdAt", c.edited_at AS "editedAt",
      c.deleted_at IS NOT NULL AS "isDeleted", c.knows_opinion AS "knowsOpinion",
      COALESCE(t.resolved_at, c.resolved_at) IS NOT NULL AS "isResolved"
    FROM comments c LEFT JOIN comments t ON t.id = c.thread_id
    WHERE c.id = ${commentId}::uuid AND ${isVisibleInThread(viewer.id)}
    FOR NO KEY UPDATE OF c`;
  if (!comment) throw new AppError("not_found");
  return comment;
}

/** Whether a member who writes about this now does so knowing an opinion, and whether opinions are hidden. */
export async function askKnowledge(
  tx: Db,
  { articleId, claimId, actor }: { articleId: string; claimId: string | null; actor: Actor },
): Promise<{ knowsOpinion: boolean; isBlinding: boolean }> {
  const [row] = await tx.$queryRaw<{ closed: boolean }[]>`
    SELECT ${isClosed("c")} AS closed FROM (SELECT true AS knows_opinion, ${claimId}::uuid AS claim_id,
      ${articleId}::uuid AS article_id, ${actor.id}::uuid AS author_id) c`;
  const isBlind = row?.closed ?? true;
  if (claimId === null) return { knowsOpinion: isBlind, isBlinding: isBlind };
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: { state: true } });
  const given = { claimId, reviewerId: actor.id };
  const opinion = await tx.review.findFirst({ where: given, select: { id: true } });
  const knows = knowsOpinion({ state: claim.state, hasGivenOpinion: opinion !== null });
  return { knowsOpinion: knows, isBlinding: knows && isBlind };
}

/** More than ever write in one thread. */
const MOST_WRITERS = 500;

/** Who is in a thread: everybody who wrote in it what is not deleted. */
export async function listParticipants(tx: Tx, threadId: string): Promise<string[]> {
  const rows = await tx.comment.findMany({
    where: { OR: [{ id: threadId }, { threadId }], deletedAt: null },
    distinct: ["authorId"],
    take: MOST_WRITERS,
    select: { authorId: true },
  });
  return rows.map(({ authorId }) => authorId);
}

/** What comments say, as plain words, by id. Whoever asks has asked before who may see them. */
export async function listCommentWords(ids: readonly string[], db: Db = pool): Promise<Map<string, string>> {
  const [comments, members] = await Promise.all([
    db.comment.findMany({ where: { id: { in: [...ids] } }, select: { id: true, body: true } }),
    listMentionable(db),
  ]);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return new Map(comments.map(({ id, body }) => [id, plainOf(piecesOf(body, names))]));
}
