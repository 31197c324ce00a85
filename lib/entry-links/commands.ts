import { randomUUID } from "node:crypto";
import { recordAudit } from "#lib/audit/commands.ts";
import { hashChosen } from "#lib/auth/passwords.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { type Db, db, type Tx } from "#lib/db/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { idInKey, isKeyOf } from "#lib/guarding/link-keys.ts";
import { type RateLimit, senderOf, withinLimit } from "#lib/guarding/rate-limit.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import {
  type Browser,
  endAllSessions,
  enterProvedIn,
  type HalfIn,
  type SignedIn,
} from "#lib/members/commands.ts";
import { requireNewsroom } from "#lib/members/queries.ts";
import { type AccountChange, notifyOfAccount } from "#lib/notifications/commands.ts";
import { type EntryLink, getEntryLink } from "./queries.ts";
import { entryLinkRefusal } from "./rules.ts";
import type { AskLinkInput, ResetPasswordInput, SignInByLinkInput } from "./schema.ts";
import { type EntryLinkKind, HANDED_OVER_MINUTES, MINUTES } from "./values.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Letters somebody can have sent to one address, and from one network address. Unknown addresses count alike. */
export const ASKED = {
  email: { name: "ask-link-email", most: 5, milliseconds: HOUR },
  sender: { name: "ask-link-sender", most: 20, milliseconds: HOUR },
} as const satisfies Record<string, RateLimit>;

/**
 * Asks for a link by e-mail. Whether anybody has the address shows neither in the answer nor in its time: the same
 * statements are run for all. The job finds a link where there is a member; what it mails is made there.
 */
export async function askForLink({
  email,
  kind,
  sender,
  now,
}: AskLinkInput & { sender: string; now: Date }): Promise<void> {
  const isWithin = await withinLimit(ASKED.sender, senderOf(sender), now);
  if (!isWithin || !(await withinLimit(ASKED.email, email, now))) throw new AppError("sent_too_often");
  const linkId = randomUUID();
  const expiresAt = new Date(now.getTime() + MINUTES[kind] * MINUTE);
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO entry_links (id, kind, member_id, created_at, expires_at)
      SELECT ${linkId}::uuid, ${kind}::entry_link_kind, id, ${now}::timestamptz, ${expiresAt}::timestamptz
      FROM members WHERE email = ${email} AND disabled_at IS NULL`;
    await enqueue(tx, "entry-links.send", { linkId });
  });
}

const MAILED = { reset: "member.link_mailed", sign_in: "member.sign_in_link_mailed" } as const;

/** Notes in the history that a link was mailed. */
export async function noteLinkMailed({ kind, member }: Pick<EntryLink, "kind" | "member">): Promise<void> {
  const { id, name } = member;
  await db.$transaction((tx) =>
    recordAudit(tx, { actor: null, action: MAILED[kind], subjectId: id, data: { name } }),
  );
}

/** Makes a link by which a member chooses a new password, for an admin to hand over. The one made before ends. */
export async function makeResetLink({
  actor,
  memberId,
  now,
}: {
  actor: Actor;
  memberId: string;
  now: Date;
}): Promise<void> {
  insist(forbidden(actor, "members.edit"));
  await db.$transaction(async (tx) => {
    // Of two made at once the second waits here, and ends the first.
    await tx.$queryRaw`SELECT 1 AS one FROM members WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`;
    const member = await tx.member.findUnique({
      where: { id: memberId },
      select: { name: true, disabledAt: true },
    });
    if (!member) throw new AppError("not_found");
    if (member.disabledAt) throw new AppError("already_changed");
    await tx.entryLink.updateMany({
      where: { memberId, kind: "reset", madeById: { not: null }, endedAt: null },
      data: { endedAt: now },
    });
    const expiresAt = new Date(now.getTime() + HANDED_OVER_MINUTES * MINUTE);
    await tx.entryLink.create({
      data: { kind: "reset", memberId, madeById: actor.id, createdAt: now, expiresAt },
      select: { id: true },
    });
    const data = { name: member.name };
    await recordAudit(tx, { actor, action: "member.reset_link_made", subjectId: memberId, data });
  });
}

/**
 * Gives a member the password they chose, once for each link, and signs them out everywhere. It opens no session: they
 * sign in with the new password, and with their second step where they have one. Passkeys stay, unless they say otherwise:
 * who forgot a password did not lose their devices.
 */
export async function resetPassword({
  linkKey,
  newPassword,
  dropPasskeys,
  ...change
}: ResetPasswordInput & AccountChange): Promise<{ email: string }> {
  const { now } = change;
  const { member } = await requireLink(linkKey, "reset", now);
  const newsroom = await requireNewsroom();
  const names = { newsroomName: newsroom.name, name: member.name, email: member.email };
  const passwordHash = await hashChosen({ password: newPassword, names, field: "newPassword" });
  return db.$transaction(async (tx) => {
    const { id, name, role, email } = await useLink(tx, linkKey, "reset", now);
    await tx.member.update({ where: { id }, data: { passwordHash }, select: { id: true } });
    await endAllSessions(tx, { memberId: id, now });
    const actor = { id, name, role };
    if (dropPasskeys) await dropPasskeysOf(tx, actor);
    await notifyOfAccount(tx, { memberId: id, kind: "password_reset", ...change });
    await recordAudit(tx, { actor, action: "member.password_reset", subjectId: id, data: {} });
    return { email };
  });
}

async function dropPasskeysOf(tx: Tx, actor: Actor): Promise<void> {
  const { count } = await tx.passkey.deleteMany({ where: { memberId: actor.id } });
  for (let at = 0; at < count; at += 1) {
    await recordAudit(tx, { actor, action: "member.passkey_removed", subjectId: actor.id, data: {} });
  }
}

/**
 * Signs in whoever has the link, once for each link. It stands in the place of the password: a second step that the
 * member has is still asked for.
 */
export function signInByLink({
  linkKey,
  ...browser
}: SignInByLinkInput & Browser): Promise<(SignedIn | { halfIn: HalfIn }) & { email: string }> {
  return db.$transaction(async (tx) => {
    const { id, name, role, email } = await useLink(tx, linkKey, "sign_in", browser.now);
    const { passwordHash } = await tx.member.findUniqueOrThrow({
      where: { id },
      select: { passwordHash: true },
    });
    const member = { id, name, role };
    return {
      ...(await enterProvedIn(tx, { member, by: "email_link", email, passwordHash, ...browser })),
      email,
    };
  });
}

/** Ends a link that still lets its member in. Of two at once, the second waits here and then finds it ended. */
async function useLink(tx: Tx, key: string, kind: EntryLinkKind, now: Date): Promise<EntryLink["member"]> {
  await tx.$queryRaw`SELECT 1 AS one FROM entry_links WHERE id = ${idInKey(key)}::uuid FOR UPDATE`;
  const { id, member } = await requireLink(key, kind, now, tx);
  await tx.entryLink.update({ where: { id }, data: { endedAt: now }, select: { id: true } });
  return member;
}

async function requireLink(key: string, kind: EntryLinkKind, now: Date, on: Db = db): Promise<EntryLink> {
  const id = idInKey(key);
  const link = id === null ? null : await getEntryLink(id, on);
  if (!link || link.kind !== kind || !isKeyOf(key, link)) throw new AppError("link_unknown");
  insist(entryLinkRefusal(link, now));
  return link;
}

/** Forgets links that ended a day ago or more. Answers how many. */
export async function purgeEntryLinks({ now }: { now: Date }): Promise<number> {
  const before = new Date(now.getTime() - 24 * HOUR);
  return (await db.entryLink.deleteMany({ where: { expiresAt: { lte: before } } })).count;
}
