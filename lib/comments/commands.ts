import { recordAudit } from "#lib/audit/commands.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import {
  notifyOfComment,
  readNotificationsOf,
  withdrawMentions,
  withdrawNotifications,
} from "#lib/notifications/commands.ts";
import { mentionedIn, storeMentions } from "./mentions.ts";
import { listMentionable } from "./people.ts";
import { askKnowledge, type LockedComment, listParticipants, lockComment } from "./queries.ts";
import { type CommentCommand, commentRefusal } from "./rules.ts";
import type { AddCommentInput, EditCommentInput } from "./schema.ts";

type By = { actor: Actor; now: Date };

/** Writes a comment: the first of a thread on a claim or an article, or a reply in one. */
export async function addComment({
  actor,
  now,
  body: typed,
  ...input
}: AddCommentInput & By): Promise<{ id: string; threadId: string }> {
  insist(forbidden(actor, "comment.write"));
  return db.$transaction(async (tx) => {
    const place = await placeOf(tx, { actor, ...input });
    const body = storeMentions(typed, await listMentionable(tx));
    const { knowsOpinion } = await askKnowledge(tx, { actor, ...place });
    const participants = place.threadId === null ? [] : await listParticipants(tx, place.threadId);
    const { id } = await tx.comment.create({
      data: { ...place, body, knowsOpinion, authorId: actor.id, createdAt: now },
      select: { id: true },
    });
    const { articleId, claimId } = place;
    const mentioned = mentionedIn(body);
    await notifyOfComment(tx, { actor, now, articleId, claimId, commentId: id, mentioned, participants });
    await record(tx, { ...place, id }, { actor, action: "comment.added" });
    return { id, threadId: place.threadId ?? id };
  });
}

type Place = { articleId: string; claimId: string | null; threadId: string | null };

/** Where a comment goes. Throws `not_found` for what is not there, or what this member may not see. */
async function placeOf(
  tx: Tx,
  { actor, articleId, claimId, threadId }: Omit<AddCommentInput, "body"> & { actor: Actor },
): Promise<Place> {
  if (threadId !== undefined) {
    const thread = await lockComment(tx, { commentId: threadId, viewer: actor });
    if (thread.threadId !== thread.id) throw new AppError("not_found");
    await insistOn(tx, "reply", thread, actor);
    return { articleId: thread.articleId, claimId: thread.claimId, threadId: thread.id };
  }
  if (claimId !== undefined) {
    const claim = await tx.claim.findUnique({ where: { id: claimId }, select: { articleId: true } });
    if (!claim) throw new AppError("not_found");
    return { articleId: claim.articleId, claimId, threadId: null };
  }
  const article = await tx.article.findUnique({ where: { id: articleId ?? "" }, select: { id: true } });
  if (!article) throw new AppError("not_found");
  return { articleId: article.id, claimId: null, threadId: null };
}

async function insistOn(
  tx: Tx,
  command: CommentCommand,
  comment: LockedComment,
  actor: Actor,
): Promise<{ knowsOpinion: boolean }> {
  const { knowsOpinion, isBlinding } = await askKnowledge(tx, { actor, ...comment });
  insist(commentRefusal(command, { ...comment, isBlinding }, actor));
  return { knowsOpinion };
}

type Named = Pick<LockedComment, "id" | "articleId" | "claimId">;
type CommentAction = "added" | "edited" | "deleted" | "resolved" | "reopened";

/** The history says that, never what: it is read by those who must not know an opinion yet. */
function record(
  tx: Tx,
  { id, articleId, claimId }: Named,
  { actor, action }: { actor: Actor; action: `comment.${CommentAction}` },
): Promise<number> {
  return recordAudit(tx, {
    actor,
    action,
    articleId,
    subjectId: id,
    data: {},
    ...(claimId !== null && { claimId }),
  });
}

/**
 * Changes one's own comment; what stood there is kept. Who is named now and was not is told, who is not named any
 * more is not. Saving what stands there already does nothing. Refuses with `stale_version`.
 */
export async function editComment({
  actor,
  now,
  commentId,
  version,
  body: typed,
}: EditCommentInput & By): Promise<void> {
  await db.$transaction(async (tx) => {
    const comment = await lockComment(tx, { commentId, viewer: actor });
    const { knowsOpinion } = await insistOn(tx, "edit", comment, actor);
    if (comment.version !== version) throw new AppError("stale_version");
    const body = storeMentions(typed, await listMentionable(tx));
    if (body === comment.body) return;
    await keepVersion(tx, comment);
    await tx.comment.update({
      where: { id: commentId, version },
      data: {
        body,
        editedAt: now,
        version: { increment: 1 },
        knowsOpinion: comment.knowsOpinion || knowsOpinion,
      },
      select: { id: true },
    });
    const [before, after] = [mentionedIn(comment.body), mentionedIn(body)];
    const gone = before.filter((id) => !after.includes(id));
    await withdrawMentions(tx, { commentId, memberIds: gone });
    const mentioned = after.filter((id) => !before.includes(id));
    const { articleId, claimId } = comment;
    if (mentioned.length > 0) {
      await notifyOfComment(tx, { actor, now, articleId, claimId, commentId, mentioned, participants: [] });
    }
    await record(tx, comment, { actor, action: "comment.edited" });
  });
}

async function keepVersion(tx: Tx, { id, version, body, createdAt, editedAt }: LockedComment): Promise<void> {
  await tx.commentVersion.create({
    data: { commentId: id, version, body, writtenAt: editedAt ?? createdAt },
    select: { commentId: true },
  });
}

/** Takes back one's own comment. Its words stay in its history, for editors; nobody is told of it any more. */
export async function deleteComment({ actor, now, commentId }: By & { commentId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const comment = await lockComment(tx, { commentId, viewer: actor });
    await insistOn(tx, "delete", comment, actor);
    await keepVersion(tx, comment);
    await tx.comment.update({
      where: { id: commentId, version: comment.version },
      data: { body: "", deletedAt: now, version: { increment: 1 } },
      select: { id: true },
    });
    await withdrawNotifications(tx, commentId);
    await record(tx, comment, { actor, action: "comment.deleted" });
  });
}

/** Says that a thread is settled. Where it is already, nothing happens. */
export async function resolveThread({ actor, now, threadId }: By & { threadId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const thread = await lockThread(tx, { actor, threadId, command: "resolve" });
    if (thread.isResolved) return;
    await tx.comment.update({
      where: { id: threadId },
      data: { resolvedAt: now, resolvedById: actor.id },
      select: { id: true },
    });
    await record(tx, thread, { actor, action: "comment.resolved" });
  });
}

/** Opens a settled thread again. Where it is open already, nothing happens. */
export async function reopenThread({ actor, threadId }: { actor: Actor; threadId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const thread = await lockThread(tx, { actor, threadId, command: "reopen" });
    if (!thread.isResolved) return;
    await tx.comment.update({
      where: { id: threadId },
      data: { resolvedAt: null, resolvedById: null },
      select: { id: true },
    });
    await record(tx, thread, { actor, action: "comment.reopened" });
  });
}

async function lockThread(
  tx: Tx,
  { actor, threadId, command }: { actor: Actor; threadId: string; command: CommentCommand },
): Promise<LockedComment> {
  const thread = await lockComment(tx, { commentId: threadId, viewer: actor });
  if (thread.threadId !== thread.id) throw new AppError("not_found");
  await insistOn(tx, command, thread, actor);
  return thread;
}

/** Notes that a member has read threads up to now, and what they were told of them. Unknown threads are left out. */
export async function readThreads({
  actor,
  threadIds,
  now,
}: {
  actor: Actor;
  threadIds: readonly string[];
  now: Date;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO comment_reads (member_id, thread_id, read_at)
      SELECT ${actor.id}::uuid, c.id, ${now}::timestamptz FROM comments c
      WHERE c.id = ANY(${[...threadIds]}::uuid[]) AND c.thread_id IS NULL
      ORDER BY c.id
      ON CONFLICT (member_id, thread_id) DO UPDATE
        SET read_at = GREATEST(comment_reads.read_at, EXCLUDED.read_at)`;
    await readNotificationsOf(tx, { memberId: actor.id, threadIds, now });
  });
}
