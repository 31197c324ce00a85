import "server-only";
import { requireActor } from "#lib/auth/session.ts";
import { authenticatorAddress } from "#lib/auth/totp.ts";
import { loadNewsroom } from "#lib/members/loaders.ts";
import { getMember } from "#lib/members/queries.ts";
import { getTwoFactor, hasTwoFactor } from "./queries.ts";

export type OwnTwoFactor =
  | { state: "off" }
  | { state: "begun"; secret: string; address: string }
  | { state: "on"; since: Date; codesLeft: number };

/** The second step of whoever asks; while it is being set up, with the secret for their app. */
export async function loadTwoFactor(): Promise<OwnTwoFactor> {
  const actor = await requireActor();
  const found = await getTwoFactor(actor.id);
  if (found.state !== "begun") return found;
  const [newsroom, member] = await Promise.all([loadNewsroom(), getMember(actor.id)]);
  const { secret } = found;
  const label = member?.email ?? actor.name;
  return { ...found, address: authenticatorAddress({ secret, issuer: newsroom.name, label }) };
}

/** Whether a member has one, for those who may take it away. */
export async function loadMemberTwoFactor(memberId: string): Promise<boolean> {
  await requireActor("members.edit");
  return hasTwoFactor(memberId);
}
