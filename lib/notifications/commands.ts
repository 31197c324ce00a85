import type { Actor } from "#lib/auth/policy.ts";
import { isVisibleInThread } from "#lib/comments/queries.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { dayTo } from "#lib/db/days.ts";
import { deviceOf } from "#lib/device.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { recipientsOf } from "./rules.ts";
import type { EditMailSettingsInput } from "./schema.ts";
import type { AccountNews, ClaimNews, NotificationKind } from "./values.ts";

/** When somebody changed how they sign in, and in which browser, where it was in one. */
export type AccountChange = { userAgent?: string | null; now: Date };

/** What a notification is about. */
type About = { articleId: string; claimId: string | null; commentId: string | null };

/** Tells everybody a comment concerns, in its transaction. Whoever was told of it already is not told again. */
export async function notifyOfComment(
  tx: Tx,
  {
    actor,
    now,
    mentioned,
    participants,
    ...about
  }: About & { actor: Actor; now: Date; mentioned: readonly string[]; participants: readonly string[] },
): Promise<void> {
  const claim =
    about.claimId === null
      ? null
      : await tx.claim.findUniqueOrThrow({ where: { id: about.claimId }, select: { authorId: true } });
  const claimAuthorId = claim?.authorId ?? null;
  const told = recipientsOf({ authorId: actor.id, mentioned, participants, claimAuthorId });
  await tell(tx, { told, actor, now, ...about });
}

/** Tells a claim's author what became of it. Not of what they did themselves. */
export async function notifyAuthor(
  tx: Tx,
  {
    kind,
    claim,
    actor,
    now,
  }: {
    kind: ClaimNews;
    claim: { id: string; articleId: string; authorId: string };
    actor: Actor;
    now: Date;
  },
): Promise<void> {
  const { id: claimId, articleId, authorId } = claim;
  if (authorId === actor.id) return;
  const told = new Map<string, NotificationKind>([[authorId, kind]]);
  await tell(tx, { told, actor, now, articleId, claimId, commentId: null });
}

/**
 * Tells a member that an editor asks them to do a claim; not of what they ask themselves. Of what was asked at once
 * (`batchId`) they are told once.
 */
export async function notifyAssignee(
  tx: Tx,
  {
    memberId,
    claim,
    actor,
    batchId = null,
    now,
  }: Asked & { actor: Actor; batchId?: string | null; now: Date },
): Promise<void> {
  if (memberId === actor.id) return;
  await tx.$executeRaw`
    INSERT INTO notifications (id, member_id, kind, actor_id, article_id, claim_id, batch_id, claim_ids, created_at)
    VALUES (uuidv7(), ${memberId}::uuid, 'claim_assigned', ${actor.id}::uuid, ${claim.articleId}::uuid,
      ${claim.id}::uuid, ${batchId}::uuid, ARRAY[${claim.id}::uuid], ${now}::timestamptz)
    ON CONFLICT (member_id, batch_id) DO UPDATE SET claim_ids = notifications.claim_ids || excluded.claim_ids`;
}

type Asked = { memberId: string; claim: { id: string; articleId: string } };

/** Takes back, while it is unread, that a member is asked to do a claim: they are not any more. */
export async function withdrawAsking(
  tx: Tx,
  { memberId, claimId }: { memberId: string; claimId: string },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE notifications
    SET claim_ids = array_remove(claim_ids, ${claimId}::uuid),
      claim_id = coalesce((array_remove(claim_ids, ${claimId}::uuid))[1], claim_id)
    WHERE member_id = ${memberId}::uuid AND kind = 'claim_assigned' AND read_at IS NULL
      AND ${claimId}::uuid = ANY(claim_ids)`;
  await tx.notification.deleteMany({
    where: { memberId, kind: "claim_assigned", readAt: null, claimIds: { isEmpty: true } },
  });
}

/** Tells those who gave an opinion on a claim that the opinions differ, once all are in: not whoever gave the last. */
export async function notifyOfDifference(
  tx: Tx,
  {
    reviewerIds,
    claim,
    actor,
    now,
  }: { reviewerIds: readonly string[]; claim: { id: string; articleId: string }; actor: Actor; now: Date },
): Promise<void> {
  const others = reviewerIds.filter((id) => id !== actor.id);
  const told = new Map(others.map((id): [string, NotificationKind] => [id, "opinions_differ"]));
  await tell(tx, { told, actor, now, articleId: claim.articleId, claimId: claim.id, commentId: null });
}

/** Tells the editors that somebody outside wrote; not again who has not read that yet, however much comes. */
export async function notifyOfTip(tx: Tx, { now }: { now: Date }): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO notifications (id, member_id, kind, created_at)
    SELECT uuidv7(), m.id, 'tip_received', ${now}::timestamptz FROM members m
    WHERE m.role IN ('editor', 'admin') AND m.disabled_at IS NULL AND NOT EXISTS (
      SELECT FROM notifications n WHERE n.member_id = m.id AND n.kind = 'tip_received' AND n.read_at IS NULL)`;
}

/** Tells the admins that the history is not what it was. */
export async function notifyOfAlteration(tx: Tx, { now }: { now: Date }): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO notifications (id, member_id, kind, created_at)
    SELECT uuidv7(), m.id, 'history_altered', ${now}::timestamptz FROM members m
    WHERE m.role = 'admin' AND m.disabled_at IS NULL`;
}

/**
 * Tells a member of a change to how they sign in; `actor`: who else made it. On the desk, and at once by a letter of its
 * own: whoever changed it may sit at their desk, and could read the notice away or choose to have no letters. `userAgent`: of the browser it was done in,
 * where they did it themselves; the letter names it, and nothing else keeps it.
 */
export async function notifyOfAccount(
  tx: Tx,
  {
    memberId,
    kind,
    actor = null,
    userAgent = null,
    now,
  }: AccountChange & { memberId: string; kind: AccountNews; actor?: Actor | null },
): Promise<void> {
  const [told] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO notifications (id, member_id, kind, actor_id, created_at, mailed_at)
    VALUES (uuidv7(), ${memberId}::uuid, ${kind}::notification_kind, ${actor?.id ?? null}::uuid,
      ${now}::timestamptz, ${now}::timestamptz)
    RETURNING id::text`;
  if (!told) return;
  const device = userAgent === null ? null : deviceOf(userAgent);
  await enqueue(tx, "notifications.warn", { notificationId: told.id, device });
}

/**
 * Tells who answers for a claim, its author and whoever gave the last opinion on it, that a page it cites is not what it
 * was. Of a claim somebody has such a word of already, unread, they are not told again: the list of tasks has it all.
 */
export async function notifyOfSourceTask(
  tx: Tx,
  { claim: { id: claimId, articleId }, now }: { claim: { id: string; articleId: string }; now: Date },
): Promise<void> {
  const { authorId, reviews } = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      authorId: true,
      reviews: { orderBy: [{ decidedAt: "desc" }, { id: "desc" }], take: 1, select: { reviewerId: true } },
    },
  });
  const waiting = await tx.notification.findMany({
    where: { claimId, kind: "source_task", readAt: null },
    select: { memberId: true },
  });
  const known = new Set(waiting.map(({ memberId }) => memberId));
  const ids = [authorId, ...reviews.map(({ reviewerId }) => reviewerId)].filter((id) => !known.has(id));
  const told = new Map(ids.map((id): [string, NotificationKind] => [id, "source_task"]));
  await tell(tx, { told, actor: null, now, articleId, claimId, commentId: null });
}

/** Disabled members are told nothing: they could read it nowhere. */
async function tell(
  tx: Tx,
  {
    told,
    actor,
    now,
    ...about
  }: About & { told: Map<string, NotificationKind>; actor: Actor | null; now: Date },
): Promise<void> {
  const active = await tx.member.findMany({
    where: { id: { in: [...told.keys()] }, disabledAt: null },
    select: { id: true },
  });
  const rows = active.flatMap(({ id: memberId }) => {
    const kind = told.get(memberId);
    return kind ? [{ memberId, kind, actorId: actor?.id ?? null, createdAt: now, ...about }] : [];
  });
  await tx.notification.createMany({ data: rows, skipDuplicates: true });
}

/** Takes back what a changed comment no longer says: mentions of members it does not name any more. */
export async function withdrawMentions(
  tx: Tx,
  { commentId, memberIds }: { commentId: string; memberIds: readonly string[] },
): Promise<void> {
  const where = { commentId, kind: "mention" as const, memberId: { in: [...memberIds] }, readAt: null };
  await tx.notification.deleteMany({ where });
}

/** Takes back everything about a comment that is gone. */
export async function withdrawNotifications(tx: Tx, commentId: string): Promise<void> {
  await tx.notification.deleteMany({ where: { commentId } });
}

/** What is told of threads counts as read with them, but for what is still hidden. */
export async function readNotificationsOf(
  tx: Tx,
  { memberId, threadIds, now }: { memberId: string; threadIds: readonly string[]; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE notifications SET read_at = ${now}::timestamptz
    WHERE id IN (
      SELECT n.id FROM notifications n JOIN comments c ON c.id = n.comment_id
      LEFT JOIN comments t ON t.id = c.thread_id
      WHERE n.member_id = ${memberId}::uuid AND n.read_at IS NULL
        AND COALESCE(c.thread_id, c.id) = ANY(${[...threadIds]}::uuid[]) AND ${isVisibleInThread(memberId)})`;
}

/** Notes that a member has seen a notification. Seen already, or somebody else's: nothing happens. */
export async function readNotification({
  actor,
  notificationId,
  now,
}: {
  actor: Actor;
  notificationId: string;
  now: Date;
}): Promise<void> {
  await db.notification.updateMany({
    where: { id: notificationId, memberId: actor.id, readAt: null },
    data: { readAt: now },
  });
}

/** The same for all they could see until then. What is still hidden from them stays unread. */
export async function readAllNotifications({
  actor,
  until,
  now,
}: {
  actor: Actor;
  until: Date;
  now: Date;
}): Promise<void> {
  await db.$executeRaw`
    UPDATE notifications SET read_at = ${now}::timestamptz
    WHERE id IN (
      SELECT n.id FROM notifications n
      LEFT JOIN comments c ON c.id = n.comment_id LEFT JOIN comments t ON t.id = c.thread_id
      WHERE n.member_id = ${actor.id}::uuid AND n.read_at IS NULL AND n.created_at <= ${until}::timestamptz
        AND (c.id IS NULL OR ${isVisibleInThread(actor.id)}))`;
}

/** Saves when a member wants e-mail. */
export async function editMailSettings({
  actor,
  ...choice
}: EditMailSettingsInput & { actor: Actor }): Promise<void> {
  await db.mailSettings.upsert({
    where: { memberId: actor.id },
    create: { memberId: actor.id, ...choice },
    update: choice,
    select: { memberId: true },
  });
}

/** Asks for letters. */
export async function askForMail(memberIds: readonly string[]): Promise<void> {
  for (const memberId of memberIds) {
    await db.$transaction((tx) => enqueue(tx, "notifications.send", { memberId }, { key: memberId }));
  }
}

/** Notes what went out. `digestDay`: the newsroom's day whose digest it was, null when it was none. */
export async function markMailed({
  memberId,
  ids,
  digestDay,
  now,
}: {
  memberId: string;
  ids: readonly string[];
  digestDay: string | null;
  now: Date;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.notification.updateMany({
      where: { id: { in: [...ids] }, memberId },
      data: { mailedAt: now },
    });
    if (digestDay === null) return;
    const digestedOn = dayTo(digestDay);
    await tx.mailSettings.upsert({
      where: { memberId },
      create: { memberId, digestedOn },
      update: { digestedOn },
      select: { memberId: true },
    });
  });
}
