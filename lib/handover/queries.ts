import { type Db, db } from "#lib/db/client.ts";

/** What of a member's could be handed over: their drafts, and what they hold or are asked to do in the queue. */
export type InHand = { drafts: number; reviews: number };

export async function countInHand(memberId: string, on: Db = db): Promise<InHand> {
  const [drafts, reviews] = await Promise.all([
    on.claim.count({ where: { authorId: memberId, state: "draft" } }),
    on.queueEntry.count({ where: { OR: [{ leaseHolderId: memberId }, { assigneeId: memberId }] } }),
  ]);
  return { drafts, reviews };
}

/** More people than this no list offers. */
const MOST = 500;

/** Who could take it over: everybody else who can sign in, by name. */
export function listSuccessors(memberId: string): Promise<{ id: string; name: string }[]> {
  return db.member.findMany({
    where: { disabledAt: null, id: { not: memberId } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST,
    select: { id: true, name: true },
  });
}
