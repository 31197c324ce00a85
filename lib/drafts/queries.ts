import { db } from "#lib/db/client.ts";
import type { DraftContent } from "./schema.ts";
import { DRAFT_LIMITS } from "./values.ts";

/** A draft as the desk keeps it. `savedAt` in milliseconds: with it a page says which one it knows. */
export type KeptDraft = { content: DraftContent; savedAt: number };

/** `isGone`: its form was sent, or it was thrown away, at that time. */
export type ListedDraft = { key: string; savedAt: number; isGone: boolean };

/** Which drafts a member has and had, the newest first. */
export async function listDrafts(memberId: string): Promise<ListedDraft[]> {
  const drafts = await db.$queryRaw<{ key: string; savedAt: Date; isGone: boolean }[]>`
    SELECT key, saved_at AS "savedAt", content IS NULL AS "isGone" FROM drafts
    WHERE member_id = ${memberId}::uuid ORDER BY saved_at DESC, key LIMIT ${DRAFT_LIMITS.count}`;
  return drafts.map(({ key, savedAt, isGone }) => ({
    key: `${memberId}:${key}`,
    savedAt: savedAt.getTime(),
    isGone,
  }));
}

/** A member's draft for a form, null when there is none. `key` without the member. */
export async function findDraft({
  memberId,
  key,
}: {
  memberId: string;
  key: string;
}): Promise<KeptDraft | null> {
  const draft = await db.draft.findUnique({
    where: { memberId_key: { memberId, key } },
    select: { content: true, savedAt: true },
  });
  if (draft === null || draft.content === null) return null;
  return { content: JSON.parse(draft.content), savedAt: draft.savedAt.getTime() };
}
