import "server-only";
import { requireActor } from "#lib/auth/session.ts";
import { countInHand, type InHand, listSuccessors } from "./queries.ts";

/** What a member has in hand and who could take it over, for those who change members. */
export async function loadHandOver(
  memberId: string,
): Promise<InHand & { successors: { id: string; name: string }[] }> {
  await requireActor("members.edit");
  const [inHand, successors] = await Promise.all([countInHand(memberId), listSuccessors(memberId)]);
  return { ...inHand, successors };
}
