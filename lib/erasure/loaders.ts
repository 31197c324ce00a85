import "server-only";
import { notFound } from "next/navigation";
import { requireActor } from "#lib/auth/session.ts";
import { isId } from "#lib/input.ts";
import { getHeldOfMember, getPerson, type HeldOfMember, listHeldOfPerson, type Person } from "./queries.ts";

/** What the desk holds of a member, for those who keep members. */
export async function loadHeldOfMember(memberId: string): Promise<HeldOfMember> {
  await requireActor("members.edit");
  const held = isId(memberId) ? await getHeldOfMember(memberId) : null;
  if (!held) notFound();
  return held;
}

/** Whoever sent a tip, with all that came from the same address, for those who keep members. */
export async function loadPerson(tipId: string): Promise<Person> {
  await requireActor("members.edit");
  const person = isId(tipId) ? await getPerson(tipId) : null;
  return person ?? notFound();
}

/** All of it, for them to have. */
export async function loadHeldOfPerson(tipId: string) {
  const { email, tips } = await loadPerson(tipId);
  return { tips: email === null ? tips : await listHeldOfPerson(email) };
}
