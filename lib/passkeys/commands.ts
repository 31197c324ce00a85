import { recordAudit } from "#lib/audit/commands.ts";
import type { Actor } from "#lib/auth/policy.ts";
import {
  askToMake,
  askToProve,
  CHALLENGE_FOR,
  type CredentialProof,
  challengeIn,
  checkMade,
  checkProof,
  type MadeCredential,
} from "#lib/auth/webauthn.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { AppError } from "#lib/errors.ts";
import { giveBack, senderOf, withinLimit } from "#lib/guarding/rate-limit.ts";
import { type Browser, openSession, type SignedIn } from "#lib/members/commands.ts";
import { getNewsroom } from "#lib/members/queries.ts";
import { type AccountChange, notifyOfAccount } from "#lib/notifications/commands.ts";
import { proveOwnPassword } from "#lib/two-factor/commands.ts";
import { listCredentialIds, MOST_PASSKEYS } from "./queries.ts";

type Own = { actor: Actor; now: Date };

/**
 * Asks for a passkey to be made: what the member's device is told. By their password, as one signs in by it for good:
 * a browser somebody left open is not enough.
 */
export async function beginPasskey({ actor, password, now }: Own & { password: string }) {
  const { name, email } = await proveOwnPassword({ actor, password, now });
  const known = await listCredentialIds(actor.id);
  if (known.length >= MOST_PASSKEYS) throw new AppError("too_many_passkeys");
  const newsroom = (await getNewsroom())?.name ?? "";
  const asked = await askToMake({ member: { id: actor.id, name, email }, newsroom, known });
  await keepChallenge({ challenge: asked.challenge, memberId: actor.id, now });
  return asked;
}

/** Keeps the passkey that the member's device made when it was asked. */
export async function addPasskey({
  actor,
  name,
  made,
  ...change
}: AccountChange & { actor: Actor; name: string; made: MadeCredential }): Promise<void> {
  const { now } = change;
  const memberId = actor.id;
  const challenge = await spendChallenge({ answer: made, memberId, now });
  const checked = await checkMade(made, challenge);
  if (!checked) throw new AppError("passkey_refused");
  await db.$transaction(async (tx) => {
    // Of two that are added at once the second waits here: they are counted one after the other.
    await tx.$queryRaw`SELECT 1 FROM members WHERE id = ${memberId}::uuid FOR UPDATE`;
    if ((await tx.passkey.count({ where: { memberId } })) >= MOST_PASSKEYS)
      throw new AppError("too_many_passkeys");
    const { credentialId, counter, publicKey } = checked;
    const row = { memberId, name, credentialId: bytesOf(credentialId), publicKey, counter, createdAt: now };
    const { count } = await tx.passkey.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) throw new AppError("passkey_known");
    await notifyOfAccount(tx, { memberId, kind: "passkey_added", ...change });
    await recordAudit(tx, { actor, action: "member.passkey_added", subjectId: memberId, data: {} });
  });
}

/** Takes one of the member's passkeys away: it signs nobody in any more. Somebody else's is not there. */
export async function removePasskey({
  actor,
  passkeyId,
  ...change
}: AccountChange & { actor: Actor; passkeyId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.passkey.deleteMany({ where: { id: passkeyId, memberId: actor.id } });
    if (count === 0) throw new AppError("not_found");
    await notifyOfAccount(tx, { memberId: actor.id, kind: "passkey_removed", ...change });
    await recordAudit(tx, { actor, action: "member.passkey_removed", subjectId: actor.id, data: {} });
  });
}

/** Tries of one network address. One try takes one challenge, so counting those counts both. docs/security.md */
export const TRIES = { name: "guess-passkey", most: 30, milliseconds: 15 * 60_000 };

/** What the device of somebody is told who wants to sign in; who they are is the passkey's to say. */
export async function beginPasskeySignIn({ sender, now }: { sender: string; now: Date }) {
  if (!(await withinLimit(TRIES, senderOf(sender), now))) throw new AppError("too_many_guesses");
  const asked = await askToProve();
  await keepChallenge({ challenge: asked.challenge, memberId: null, now });
  return asked;
}

/**
 * Signs in by a passkey. The device knew the person, so that it stands for both steps. Refuses a passkey whose counter
 * went back with `passkey_copied`, and writes that down.
 */
export async function signInByPasskey({
  signed,
  sender,
  now,
  ...browser
}: { signed: CredentialProof; sender: string } & Browser): Promise<SignedIn & { email: string }> {
  const challenge = await spendChallenge({ answer: signed, memberId: null, now });
  const found = await db.passkey.findUnique({
    where: { credentialId: bytesOf(signed.id) },
    select: {
      id: true,
      publicKey: true,
      member: { select: { id: true, name: true, role: true, email: true, disabledAt: true } },
    },
  });
  if (!found || textOf(signed.response.userHandle) !== found.member.id) throw new AppError("passkey_unknown");
  const { id, publicKey } = found;
  const { email, disabledAt, ...member } = found.member;
  const counter = await checkProof(signed, { challenge, publicKey });
  if (counter === null) throw new AppError("passkey_refused");
  if (disabledAt) throw new AppError("member_disabled");
  if (!(await moveOn({ id, counter, now }))) {
    await refuseCopy({ actor: member, id });
  }
  await giveBack(TRIES, senderOf(sender));
  const session = await openSession({ actor: member, by: "passkey", now, ...browser });
  return { ...session, member, email };
}

/** Notes the device's counter. False: it has not gone on since the last time. One that stays at 0 does not count. */
async function moveOn({ id, counter, now }: { id: string; counter: bigint; now: Date }): Promise<boolean> {
  const before = counter === 0n ? 0n : { lt: counter };
  const { count } = await db.passkey.updateMany({
    where: { id, counter: before },
    data: { counter, lastUsedAt: now },
  });
  return count > 0;
}

/** Writes down that there may be a copy of a passkey, unless it was removed in the meantime. */
async function refuseCopy({ actor, id }: { actor: Actor; id: string }): Promise<never> {
  const isThere = await db.$transaction(async (tx) => {
    if (!(await tx.passkey.findUnique({ where: { id }, select: { id: true } }))) return false;
    await recordAudit(tx, { actor, action: "member.passkey_refused", subjectId: actor.id, data: {} });
    return true;
  });
  throw new AppError(isThere ? "passkey_copied" : "passkey_unknown");
}

type Challenge = { challenge: string; memberId: string | null; now: Date };

/** Keeps what a device was asked, and forgets what is too old to be answered. */
async function keepChallenge({ challenge, memberId, now }: Challenge): Promise<void> {
  await db.$transaction(async (tx: Tx) => {
    await tx.passkeyChallenge.deleteMany({ where: { expiresAt: { lte: now } } });
    const expiresAt = new Date(now.getTime() + CHALLENGE_FOR);
    await tx.passkeyChallenge.create({
      data: { challenge, memberId, expiresAt },
      select: { challenge: true },
    });
  });
}

/**
 * The challenge that an answer is to, which is used up by it, right or wrong: of two answers at once the second
 * finds no row. One that was asked of a member is theirs alone.
 */
async function spendChallenge({
  answer,
  memberId,
  now,
}: {
  answer: { response: { clientDataJSON: string } };
  memberId: string | null;
  now: Date;
}): Promise<string> {
  const challenge = challengeIn(answer.response.clientDataJSON);
  const { count } =
    challenge === null
      ? { count: 0 }
      : await db.passkeyChallenge.deleteMany({ where: { challenge, memberId, expiresAt: { gt: now } } });
  if (challenge === null || count === 0) throw new AppError("passkey_over");
  return challenge;
}

const bytesOf = (encoded: string) => new Uint8Array(Buffer.from(encoded, "base64url"));
const textOf = (encoded: string) => Buffer.from(encoded, "base64url").toString("utf8");
