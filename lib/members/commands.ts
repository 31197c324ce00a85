import { createHash } from "node:crypto";
import { freeClaimsOf } from "#lib/assignments/commands.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import { changesBetween } from "#lib/audit/schema.ts";
import { hashChosen, passwordFits } from "#lib/auth/passwords.ts";
import { type Actor, forbidden, may } from "#lib/auth/policy.ts";
import { insertSession, type OpenedSession } from "#lib/auth/session-rows.ts";
import type { FirstStep, SecondStep, WayIn } from "#lib/auth/ways-in.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { purgeForms } from "#lib/db/sent-forms.ts";
import { violatedIndex } from "#lib/db/unique.ts";
import { AppError, insist } from "#lib/errors.ts";
import { forgiveGuess, type Guess, mayGuess } from "#lib/guarding/guesses.ts";
import { languageOf } from "#lib/i18n/languages.ts";
import { revokeTokensOf } from "#lib/tokens/commands.ts";
import { proveCode } from "#lib/two-factor/commands.ts";
import { hasTwoFactor } from "#lib/two-factor/queries.ts";
import { createFirstScale } from "#lib/verdicts/commands.ts";
import { getNewsroom, hasMembers } from "./queries.ts";
import type {
  AddMemberInput,
  EditAccountInput,
  EditMemberInput,
  EditNewsroomInput,
  SetUpInput,
} from "./schema.ts";

/** `formerSessionId`: what the browser was signed in by so far; that ends. */
export type Browser = { userAgent: string | null; now: Date; formerSessionId?: string | null };

/** Somebody whose password was right, or what stood in its place, and whose code is still to come. No session is there before it has. */
export type HalfIn = { memberId: string; email: string; passwordMark: string; by: FirstStep };

export type SignedIn = OpenedSession & { member: Actor };

/**
 * Signs in with a password: it is proved first, and then the member gets a session, or where they have a second step
 * is to be asked for a code.
 */
export async function signIn({
  userAgent,
  formerSessionId = null,
  ...proof
}: PasswordProof & Browser): Promise<SignedIn | { halfIn: HalfIn }> {
  const { passwordHash, ...member } = await provePassword(proof);
  return enterProved({
    member,
    by: "password",
    email: proof.email,
    passwordHash,
    userAgent,
    formerSessionId,
    now: proof.now,
  });
}

type Proved = { member: Actor; by: FirstStep; email: string; passwordHash: string } & Browser;

/** Goes on for somebody proved by their password, or by what stands in its place: a session, or still a code. */
export function enterProved(proved: Proved): Promise<SignedIn | { halfIn: HalfIn }> {
  return db.$transaction((tx) => enterProvedIn(tx, proved));
}

/** The same in the transaction that uses up what they were proved by. */
export async function enterProvedIn(
  tx: Tx,
  { member, by, email, passwordHash, ...browser }: Proved,
): Promise<SignedIn | { halfIn: HalfIn }> {
  if (await hasTwoFactor(member.id, tx)) {
    return { halfIn: { memberId: member.id, email, passwordMark: markOf(passwordHash), by } };
  }
  return { ...(await openSessionIn(tx, { actor: member, by, ...browser })), member };
}

/** The second step: a code, by somebody whose password was right a moment ago. */
export async function finishSignIn({
  halfIn: { memberId, passwordMark, by },
  code,
  now,
  ...browser
}: { halfIn: HalfIn; code: string } & Browser): Promise<SignedIn> {
  const found = await db.member.findUnique({
    where: { id: memberId, disabledAt: null },
    select: { id: true, name: true, role: true, passwordHash: true },
  });
  // The password was changed, or the account switched off, between the two steps.
  if (!found || markOf(found.passwordHash) !== passwordMark) throw new AppError("second_step_over");
  const secondStep = await proveCode({ memberId, code, now });
  const { passwordHash: _, ...member } = found;
  return { ...(await openSession({ actor: member, by, secondStep, now, ...browser })), member };
}

/** Tells one password of a member's from the next, without telling either. */
function markOf(passwordHash: string): string {
  return createHash("sha256").update(passwordHash).digest("base64url").slice(0, 16);
}

type PasswordProof = Guess & { password: string };

/**
 * Whose e-mail address and password these are. An unknown address, a wrong password and a disabled member's wrong
 * password get the same answer after the same work, and so do further guesses beyond the limits.
 */
async function provePassword({
  password,
  ...guess
}: PasswordProof): Promise<Actor & { passwordHash: string }> {
  if (!(await mayGuess(guess))) throw new AppError("too_many_guesses");
  const member = await db.member.findUnique({
    where: { email: guess.email },
    select: { id: true, name: true, role: true, passwordHash: true, disabledAt: true },
  });
  const fits = await passwordFits(member?.passwordHash ?? null, password);
  if (!member || !fits) throw new AppError("wrong_email_or_password");
  await forgiveGuess(guess);
  if (member.disabledAt) throw new AppError("member_disabled");
  return { id: member.id, name: member.name, role: member.role, passwordHash: member.passwordHash };
}

type Opening = { actor: Actor; by: WayIn; secondStep?: SecondStep | null } & Browser;

/**
 * Opens a session for somebody whose identity is already proved. Refuses with `second_step_needed` where they have a
 * second step that was not taken, by whatever way they came.
 */
export function openSession(opening: Opening): Promise<OpenedSession> {
  return db.$transaction((tx) => openSessionIn(tx, opening));
}

async function openSessionIn(
  tx: Tx,
  { actor, by, secondStep = null, userAgent, now, formerSessionId = null }: Opening,
): Promise<OpenedSession> {
  const isDone = by === "passkey" || secondStep !== null;
  if (!isDone && (await hasTwoFactor(actor.id, tx))) throw new AppError("second_step_needed");
  if (formerSessionId !== null) await endSessionIn(tx, { sessionId: formerSessionId, now });
  const session = await insertSession(tx, { memberId: actor.id, userAgent, now });
  const data = { by, secondStep };
  await recordAudit(tx, { actor, action: "member.signed_in", subjectId: actor.id, data });
  return session;
}

/** Signs one browser out. A session that has ended already stays as it is. */
export async function endSession(ending: Ending): Promise<void> {
  await db.$transaction((tx) => endSessionIn(tx, ending));
}

type Ending = { sessionId: string; now: Date };

async function endSessionIn(tx: Tx, { sessionId, now }: Ending): Promise<void> {
  const [ended] = await tx.session.updateManyAndReturn({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: now },
    select: { member: { select: { id: true, name: true, role: true } } },
  });
  if (!ended) return;
  const { member } = ended;
  await recordAudit(tx, { actor: member, action: "member.signed_out", subjectId: member.id, data: {} });
}

/** A day: a browser that lost its connection sends again within minutes. */
const FORMS_KEPT = 24 * 3_600_000;

/** Forgets forms that were sent more than a day ago. Answers how many. */
export function purgeOldForms({ now }: { now: Date }): Promise<number> {
  return purgeForms(new Date(now.getTime() - FORMS_KEPT));
}

/** Deletes the rows of sessions that are too old to count. Answers how many. */
export async function purgeExpiredSessions({ now }: { now: Date }): Promise<number> {
  const { count } = await db.session.deleteMany({ where: { expiresAt: { lte: now } } });
  return count;
}

/** Makes the newsroom, its scale of ratings and its first admin. Possible while there is no member. */
export async function setUpNewsroom({
  newsroomName,
  timeZone,
  locale,
  name,
  email,
  password,
  isDemo = false,
}: SetUpInput & { isDemo?: boolean }): Promise<Actor> {
  const passwordHash = await hashChosen({ password, names: { newsroomName, name, email } });
  return db.$transaction(async (tx) => {
    // Of two first visitors at once, the second waits here until the first is done, and then finds a member.
    await tx.$executeRaw`LOCK TABLE newsroom IN SHARE ROW EXCLUSIVE MODE`;
    if (await hasMembers(tx)) throw new AppError("setup_done");

    const scaleId = await createFirstScale(tx, languageOf(locale));
    await tx.newsroom.create({
      data: { name: newsroomName, timeZone, locale, scaleId, isDemo },
    });
    const admin = await tx.member.create({
      data: { email, name, role: "admin", passwordHash },
      select: { id: true, name: true, role: true },
    });
    await recordAudit(tx, { actor: admin, action: "newsroom.set_up", data: { name: newsroomName } });
    return admin;
  });
}

/** Who changes members: an admin, or whoever works at the machine's command line (null), who could do anything. */
type Keeper = Actor | null;

function insistOnKeeper(actor: Keeper): void {
  if (actor !== null) insist(forbidden(actor, "members.edit"));
}

/** Gives somebody a login. The admin chooses the first password and hands it over. */
export async function addMember({
  actor,
  password,
  ...member
}: AddMemberInput & { actor: Keeper }): Promise<{ id: string }> {
  insistOnKeeper(actor);
  const newsroomName = (await getNewsroom())?.name;
  const passwordHash = await hashChosen({ password, names: { newsroomName, ...member } });
  try {
    return await db.$transaction(async (tx) => {
      const { id } = await tx.member.create({ data: { ...member, passwordHash }, select: { id: true } });
      await recordAudit(tx, {
        actor,
        action: "member.added",
        subjectId: id,
        data: member,
      });
      return { id };
    });
  } catch (error) {
    if (violatedIndex(error) === "members_email_key")
      throw new AppError("email_taken", { field: "email", cause: error });
    throw error;
  }
}

/**
 * Changes a member's name or role. A new role counts from their next request on. Saving what stands there already
 * does nothing.
 */
export async function editMember({
  actor,
  memberId,
  version,
  name,
  role,
}: EditMemberInput & { actor: Keeper }): Promise<void> {
  insistOnKeeper(actor);
  await db.$transaction(async (tx) => {
    if (role !== "admin") await keepAnAdmin(tx, memberId);
    const before = await requireMember(tx, memberId);
    if (before.version !== version) throw new AppError("stale_version");
    const changes = changesBetween({ name: before.name, role: before.role }, { name, role });
    if (Object.keys(changes).length === 0) return;

    // Of two saves of the same version, the second updates no row.
    const { count } = await tx.member.updateMany({
      where: { id: memberId, version },
      data: { name, role, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale_version");
    if (!may({ role }, "review.take")) await freeClaimsOf(tx, { actor, memberId });
    await recordAudit(tx, {
      actor,
      action: "member.edited",
      subjectId: memberId,
      data: { name: before.name, changes },
    });
  });
}

type Switch = { actor: Keeper; memberId: string; now: Date };

/** Switches a login off and ends all its sessions and tokens. Nobody can do it to themselves. */
export async function disableMember({ actor, memberId, now }: Switch): Promise<void> {
  insistOnKeeper(actor);
  if (actor?.id === memberId) throw new AppError("own_account");
  await db.$transaction(async (tx) => {
    await keepAnAdmin(tx, memberId);
    const { name } = await requireMember(tx, memberId);
    const { count } = await tx.member.updateMany({
      where: { id: memberId, disabledAt: null },
      data: { disabledAt: now, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("already_changed");
    await endAllSessions(tx, { memberId, now });
    await revokeTokensOf(tx, { actor, memberId, now });
    await freeClaimsOf(tx, { actor, memberId });
    await recordAudit(tx, { actor, action: "member.disabled", subjectId: memberId, data: { name } });
  });
}

/** Switches a login on again. They sign in anew. */
export async function enableMember({ actor, memberId, now }: Switch): Promise<void> {
  insistOnKeeper(actor);
  await db.$transaction(async (tx) => {
    const { name } = await requireMember(tx, memberId);
    const { count } = await tx.member.updateMany({
      where: { id: memberId, disabledAt: { not: null }, erasedAt: null },
      data: { disabledAt: null, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("already_changed");
    // A sign-in that was under way while they were disabled may have left a session behind.
    await endAllSessions(tx, { memberId, now });
    await recordAudit(tx, { actor, action: "member.enabled", subjectId: memberId, data: { name } });
  });
}

/** Changes the newsroom's settings. Saving what stands there already does nothing. */
export async function editNewsroom({
  actor,
  version,
  ...settings
}: EditNewsroomInput & { actor: Actor }): Promise<void> {
  insist(forbidden(actor, "newsroom.edit"));
  await db.$transaction(async (tx) => {
    const before = await getNewsroom(tx);
    if (!before) throw new AppError("not_found");
    if (before.version !== version) throw new AppError("stale_version");
    const changes = changesBetween(before, settings);
    if (Object.keys(changes).length === 0) return;
    const { count } = await tx.newsroom.updateMany({
      where: { id: 1, version },
      data: { ...settings, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale_version");
    await recordAudit(tx, { actor, action: "newsroom.edited", data: { changes } });
  });
}

/** A member's own settings. What language somebody reads best is no part of the history: no audit event. */
export async function editAccount({ actor, locale }: EditAccountInput & { actor: Actor }): Promise<void> {
  await db.memberSettings.upsert({
    where: { memberId: actor.id },
    create: { memberId: actor.id, locale },
    update: { locale },
    select: { memberId: true },
  });
}

/**
 * Refuses to take the last admin away. Locks the rows of all admins: of two who remove each other at once, the
 * second waits here and then finds that nobody else is left.
 */
async function keepAnAdmin(tx: Tx, leavingId: string): Promise<void> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM members WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR UPDATE`;
  if (admins.length === 1 && admins[0]?.id === leavingId) throw new AppError("last_admin");
}

async function requireMember(tx: Tx, id: string) {
  const member = await tx.member.findUnique({
    where: { id },
    select: { name: true, role: true, version: true },
  });
  if (!member) throw new AppError("not_found");
  return member;
}

/** Signs a member out everywhere, and ends the links they could come back by. */
export async function endAllSessions(tx: Tx, who: Ended): Promise<void> {
  const { memberId, now } = who;
  await tx.session.updateMany({ where: { memberId, revokedAt: null }, data: { revokedAt: now } });
  await endEntryLinks(tx, who);
}

type Ended = { memberId: string; now: Date };

/** Ends the links that let a member in or have them choose another password: who has one may be whom this is to keep out. */
export async function endEntryLinks(tx: Tx, { memberId, now }: Ended): Promise<void> {
  await tx.entryLink.updateMany({ where: { memberId, endedAt: null }, data: { endedAt: now } });
}
