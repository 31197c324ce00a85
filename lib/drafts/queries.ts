import { db } from "#lib/db/client.ts";
import type { DraftContent } from "./schema.ts";
import { DRAFT_LIMITS } from "./values.ts";

/** A draft as the desk keeps it. `savedAt` in milliseconds: with it a page says which one it knows. */
export type KeptDraft = { content: DraftContent; savedAt: number };

/** Which drafts a member has, the newest first. */
export async function listDrafts(memberId: string): Promise<{ key: string; savedAt: number }[]> {
  const drafts = await db.draft.findMany({
    where: { memberId },
    orderBy: [{ savedAt: "desc" }, { key: "asc" }],
    take: DRAFT_LIMITS.count,
    select: { key: true, savedAt: true },
  });
  return drafts.map(({ key, savedAt }) => ({ key: `${memberId}:${key}`, savedAt: savedAt.getTime() }));
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
  return draft && { content: JSON.parse(draft.content), savedAt: draft.savedAt.getTime() };
}
