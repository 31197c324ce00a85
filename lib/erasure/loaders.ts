import "server-only";
import { notFound } from "next/navigation";
import { requireActor } from "#lib/auth/session.ts";
import { isId } from "#lib/input.ts";
import { getHeldOfMember, type HeldOfMember } from "./queries.ts";

/** What the desk holds of a member, for those who keep members. */
export async function loadHeldOfMember(memberId: string): Promise<HeldOfMember> {
  await requireActor("members.edit");
  const held = isId(memberId) ? await getHeldOfMember(memberId) : null;
  if (!held) notFound();
  return held;
}
