import { randomBytes } from "node:crypto";
import { recordAudit } from "#lib/audit/commands.ts";
import { passwordFits } from "#lib/auth/passwords.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { keyedHash, seal, unseal } from "#lib/auth/sealing.ts";
import { makeSecret, stepOf } from "#lib/auth/totp.ts";
import type { SecondStep } from "#lib/auth/ways-in.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { giveBack, withinLimit } from "#lib/guarding/rate-limit.ts";
import { type AccountChange, notifyOfAccount } from "#lib/notifications/commands.ts";
import { inGroups, readCode } from "./rules.ts";

type Own = { actor: Actor; now: Date };
type OwnChange = AccountChange & { actor: Actor };

/** Wrong guesses at the present password, in a browser that somebody left open. */
export const OWN_PASSWORD = { name: "guess-own", most: 10, milliseconds: 15 * 60_000 };

/** Whether whoever sits at the browser knows the member's password. Refuses with `wrong_password`. */
export async function proveOwnPassword({
  actor,
  password,
  now,
}: Own & { password: string }): Promise<{ name: string; email: string; passwordHash: string }> {
  if (!(await withinLimit(OWN_PASSWORD, actor.id, now))) throw new AppError("too_many_guesses");
  const member = await db.member.findUnique({
    where: { id: actor.id },
    select: { name: true, email: true, passwordHash: true },
  });
  if (!(await passwordFits(member?.passwordHash ?? null, password)) || !member)
    throw new AppError("wrong_password", { field: "password" });
  await giveBack(OWN_PASSWORD, actor.id);
  return member;
}

/** Wrong codes that are looked at for one member: a guess among a million has to stay a guess. docs/security.md */
export const CODES = { name: "guess-code", most: 5, milliseconds: 15 * 60_000 };

/**
 * Makes a secret for the member's app. It counts once a code of it is confirmed; begun again, it is another one. By their
 * password: in a browser that somebody left open, a stranger would shut the member out by a step of their own.
 */
export async function beginTwoFactor({ actor, password, now }: Own & { password: string }): Promise<void> {
  await proveOwnPassword({ actor, password, now });
  const memberId = actor.id;
  const sealedSecret = seal(makeSecret(), { purpose: "authenticator", owner: memberId });
  await db.$transaction(async (tx) => {
    await tx.authenticator.deleteMany({ where: { memberId, confirmedAt: null } });
    const { count } = await tx.authenticator.createMany({
      data: [{ memberId, sealedSecret, createdAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) throw new AppError("already_changed");
    await recordAudit(tx, { actor, action: "member.two_factor_begun", subjectId: memberId, data: {} });
  });
}

/** Turns it on, by a code that shows that the member's app has the secret. Answers the backup codes, this once. */
export async function confirmTwoFactor({
  actor,
  code,
  ...change
}: OwnChange & { code: string }): Promise<string[]> {
  const { now } = change;
  const memberId = actor.id;
  await limitCodes(memberId, now);
  const codes = await db.$transaction(async (tx) => {
    await spendAppCode(tx, { memberId, code, now, isConfirmed: false });
    await tx.authenticator.update({
      where: { memberId },
      data: { confirmedAt: now },
      select: { memberId: true },
    });
    const made = await makeBackupCodes(tx, memberId);
    await notifyOfAccount(tx, { memberId, kind: "two_factor_on", ...change });
    await recordAudit(tx, { actor, action: "member.two_factor_on", subjectId: memberId, data: {} });
    return made;
  });
  await giveBack(CODES, memberId);
  return codes;
}

/** New backup codes in the place of all there were. Answers them, this once. */
export async function renewBackupCodes({ actor, code, now }: Own & { code: string }): Promise<string[]> {
  const memberId = actor.id;
  await limitCodes(memberId, now);
  const codes = await db.$transaction(async (tx) => {
    await spendCode(tx, { memberId, code, now });
    const made = await makeBackupCodes(tx, memberId);
    await recordAudit(tx, { actor, action: "member.backup_codes_made", subjectId: memberId, data: {} });
    return made;
  });
  await giveBack(CODES, memberId);
  return codes;
}

/** Turns it off, by the member's password or a code. */
export async function turnOffTwoFactor({
  actor,
  proof,
  ...change
}: OwnChange & { proof: string }): Promise<void> {
  const { now } = change;
  const memberId = actor.id;
  await limitCodes(memberId, now);
  const member = await db.member.findUnique({ where: { id: memberId }, select: { passwordHash: true } });
  const isPassword = await passwordFits(member?.passwordHash ?? null, proof);
  await db.$transaction(async (tx) => {
    if (!isPassword) await spendCode(tx, { memberId, code: proof, now });
    if (!(await takeAway(tx, memberId))) throw new AppError("already_changed");
    await notifyOfAccount(tx, { memberId, kind: "two_factor_off", ...change });
    await recordAudit(tx, { actor, action: "member.two_factor_off", subjectId: memberId, data: {} });
  });
  await giveBack(CODES, memberId);
}

/**
 * Takes it away from a member who lost app and codes: an admin does, or whoever works at the machine's command line
 * (null). The member is told.
 */
export async function removeTwoFactor({
  actor,
  memberId,
  now,
}: {
  actor: Actor | null;
  memberId: string;
  now: Date;
}): Promise<void> {
  if (actor !== null) insist(forbidden(actor, "members.edit"));
  await db.$transaction(async (tx) => {
    const member = await tx.member.findUnique({ where: { id: memberId }, select: { name: true } });
    if (!member) throw new AppError("not_found");
    if (!(await takeAway(tx, memberId))) throw new AppError("already_changed");
    const isOwn = memberId === actor?.id;
    await notifyOfAccount(
      tx,
      isOwn
        ? { memberId, kind: "two_factor_off", now }
        : { memberId, kind: "two_factor_removed", actor, now },
    );
    await recordAudit(tx, { actor, action: "member.two_factor_removed", subjectId: memberId, data: member });
  });
}

/**
 * Whether a code is the member's, and of which kind, and uses it up: each counts once. Refuses with `wrong_code`, and with
 * `too_many_codes` beyond the limit, counted before the code is looked at.
 */
export async function proveCode({
  memberId,
  code,
  now,
}: {
  memberId: string;
  code: string;
  now: Date;
}): Promise<SecondStep> {
  await limitCodes(memberId, now);
  const kind = await db.$transaction((tx) => spendCode(tx, { memberId, code, now }));
  await giveBack(CODES, memberId);
  return kind;
}

async function limitCodes(memberId: string, now: Date): Promise<void> {
  if (!(await withinLimit(CODES, memberId, now))) throw new AppError("too_many_codes");
}

const wrongCode = () => new AppError("wrong_code", { field: "code" });

type Code = { memberId: string; code: string; now: Date };

async function spendCode(tx: Tx, { memberId, code, now }: Code): Promise<SecondStep> {
  if (readCode(code)?.kind !== "backup") {
    await spendAppCode(tx, { memberId, code, now, isConfirmed: true });
    return "app";
  }
  const codeHash = keyedHash(readCode(code)?.code ?? "", { purpose: "backup-code", owner: memberId });
  // Of two who use it at once, the second updates no row.
  const { count } = await tx.backupCode.updateMany({
    where: { memberId, codeHash, usedAt: null },
    data: { usedAt: now },
  });
  if (count === 0) throw wrongCode();
  return "backup";
}

async function spendAppCode(
  tx: Tx,
  { memberId, code, now, isConfirmed }: Code & { isConfirmed: boolean },
): Promise<void> {
  const confirmedAt = isConfirmed ? { not: null } : null;
  const found = await tx.authenticator.findFirst({
    where: { memberId, confirmedAt },
    select: { sealedSecret: true },
  });
  const secret = found && unseal(found.sealedSecret, { purpose: "authenticator", owner: memberId });
  const read = readCode(code);
  const step = secret && read?.kind === "app" ? stepOf({ secret, code: read.code, now }) : null;
  if (!found || step === null) throw wrongCode();
  // A code counts once, and none from before it: of two who send it at once, the second updates no row.
  const { count } = await tx.authenticator.updateMany({
    where: { memberId, confirmedAt, sealedSecret: found.sealedSecret, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  if (count === 0) throw wrongCode();
}

/** Backup codes of 60 bits: enough that their hashes tell nothing to whoever lacks the installation's secret. */
const BACKUP_CODES = 10;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const CODE_LENGTH = 12;

async function makeBackupCodes(tx: Tx, memberId: string): Promise<string[]> {
  const codes = Array.from({ length: BACKUP_CODES }, () =>
    Array.from(randomBytes(CODE_LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join(""),
  );
  await tx.backupCode.deleteMany({ where: { memberId } });
  await tx.backupCode.createMany({
    data: codes.map((code) => ({
      memberId,
      codeHash: keyedHash(code, { purpose: "backup-code", owner: memberId }),
    })),
  });
  return codes.map(inGroups);
}

async function takeAway(tx: Tx, memberId: string): Promise<boolean> {
  await tx.backupCode.deleteMany({ where: { memberId } });
  const { count } = await tx.authenticator.deleteMany({ where: { memberId } });
  return count > 0;
}
