import type { Actor } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { findDraft, type KeptDraft } from "./queries.ts";
import { ownKey } from "./rules.ts";
import type { KeepDraftInput } from "./schema.ts";
import { DRAFT_LIFETIME, DRAFT_LIMITS } from "./values.ts";

// No audit events: what somebody has typed and not saved is nobody's history, and nobody's but theirs to read.

/**
 * Keeps what a member has typed into a form. Answers when, or with the draft that is there when the page did not
 * know of it: another device wrote meanwhile, and nothing is overwritten unseen. Throws `not_allowed` for another member's key.
 */
export async function keepDraft({
  actor,
  now,
  key,
  content,
  known,
}: KeepDraftInput & { actor: Actor; now: Date }): Promise<{ savedAt: number } | { other: KeptDraft }> {
  const mine = { memberId: actor.id, key: ownKey(actor.id, key) };
  const json = JSON.stringify(content);
  const savedAt = await db.$transaction(async (tx) => {
    const written = await write(tx, { ...mine, json, now, known: known === null ? null : new Date(known) });
    // Only a draft that was not known may be one more.
    if (written && known === null) await dropOldest(tx, mine.memberId);
    return written;
  });
  if (savedAt) return { savedAt: savedAt.getTime() };
  const other = await findDraft(mine);
  // It went in between: then there is none to know of.
  return other ? { other } : keepDraft({ actor, now, key, content, known: null });
}

/** One statement, as two devices may write at once. Null when there is one that was not known. */
async function write(
  tx: Tx,
  {
    memberId,
    key,
    json,
    now,
    known,
  }: { memberId: string; key: string; json: string; now: Date; known: Date | null },
): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ savedAt: Date }[]>`
    INSERT INTO drafts AS mine (member_id, key, content, saved_at)
    VALUES (${memberId}::uuid, ${key}, ${json}, ${now})
    ON CONFLICT (member_id, key) DO UPDATE
      SET content = excluded.content, saved_at = greatest(excluded.saved_at, mine.saved_at + interval '1 ms')
      WHERE mine.saved_at = ${known} OR mine.content IS NULL OR mine.content = excluded.content
    RETURNING saved_at AS "savedAt"`;
  return row?.savedAt ?? null;
}

/** Nobody has so many forms open. */
async function dropOldest(tx: Tx, memberId: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM drafts WHERE member_id = ${memberId}::uuid AND key IN (
      SELECT key FROM drafts WHERE member_id = ${memberId}::uuid
      ORDER BY saved_at DESC, key OFFSET ${DRAFT_LIMITS.count})`;
}

/**
 * The form was sent, or its draft thrown away: the one saved at `known`. What another device wrote since stays. Throws
 * `not_allowed` for another member's key.
 */
export async function dropDraft({
  actor,
  now,
  key,
  known,
}: {
  actor: Actor;
  now: Date;
  key: string;
  known: number;
}): Promise<void> {
  await db.$executeRaw`
    UPDATE drafts SET content = NULL, saved_at = greatest(${now}, saved_at + interval '1 ms')
    WHERE member_id = ${actor.id}::uuid AND key = ${ownKey(actor.id, key)} AND saved_at = ${new Date(known)}`;
}

/** Forgets what nobody came back for in a month. Answers how many. */
export async function purgeDrafts({ now }: { now: Date }): Promise<number> {
  const before = new Date(now.getTime() - DRAFT_LIFETIME);
  return (await db.draft.deleteMany({ where: { savedAt: { lt: before } } })).count;
}
