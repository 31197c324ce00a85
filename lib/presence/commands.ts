import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { announce, articleTopic } from "#lib/realtime/notices.ts";
import type { PresenceInput } from "./schema.ts";
import { PRESENCE } from "./values.ts";

/** Milliseconds a row is kept after its person has gone: long enough not to sweep at every sign of life. */
const SWEEP_AFTER = 10 * PRESENCE.lasts;

/**
 * Notes where somebody is in an article, or that they left. Those who have it open are told when that is news.
 * No audit event: who looked at what is nobody's history. Not found when there is no such article.
 */
export async function notePresence({
  actor,
  articleId,
  now,
  ...input
}: PresenceInput & { actor: Actor; articleId: string; now: Date }): Promise<void> {
  insist(forbidden(actor, "desk.read"));
  await db.$transaction(async (tx) => {
    const isNews =
      "isLeaving" in input
        ? await leave(tx, { tab: input.tab, memberId: actor.id })
        : await arrive(tx, { ...input, articleId, memberId: actor.id, now });
    if (isNews) await announce(tx, { topic: articleTopic(articleId), kind: "presence" });
  });
}

async function leave(tx: Tx, { tab, memberId }: { tab: string; memberId: string }): Promise<boolean> {
  const { count } = await tx.presence.deleteMany({ where: { id: tab, memberId } });
  return count > 0;
}

type Place = Exclude<PresenceInput, { isLeaving: true }> & { articleId: string; memberId: string; now: Date };

/** One statement, as two signs of life of one page may cross. Answers whether anything but the time changed. */
async function arrive(tx: Tx, { tab, articleId, memberId, now, ...place }: Place): Promise<boolean> {
  const { claimId, isEditing, field } = place;
  const stale = new Date(now.getTime() - PRESENCE.lasts);
  const [row] = await tx.$queryRaw<{ isNews: boolean }[]>`
    INSERT INTO presences AS mine (id, article_id, member_id, claim_id, is_editing, field, seen_at)
    SELECT ${tab}::uuid, id, ${memberId}::uuid, ${claimId}::uuid, ${isEditing}, ${isEditing ? field : null}, ${now}
    FROM articles WHERE id = ${articleId}::uuid
    ON CONFLICT (id) DO UPDATE SET article_id = excluded.article_id, claim_id = excluded.claim_id,
      is_editing = excluded.is_editing, field = excluded.field, seen_at = excluded.seen_at
      WHERE mine.member_id = excluded.member_id
    RETURNING old.id IS NULL OR old.seen_at <= ${stale}
      OR (old.article_id, old.claim_id, old.is_editing, old.field)
        IS DISTINCT FROM (new.article_id, new.claim_id, new.is_editing, new.field) AS "isNews"`;
  if (!row) throw new AppError("not_found");
  if (row.isNews) {
    await tx.presence.deleteMany({ where: { seenAt: { lt: new Date(now.getTime() - SWEEP_AFTER) } } });
  }
  return row.isNews;
}
