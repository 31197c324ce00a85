import { recordAudit } from "#lib/audit/commands.ts";
import { changesBetween } from "#lib/audit/schema.ts";
import { hashChosen } from "#lib/auth/passwords.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { AppError } from "#lib/errors.ts";
import { endEntryLinks } from "#lib/members/commands.ts";
import { getNewsroom } from "#lib/members/queries.ts";
import { type AccountChange, notifyOfAccount } from "#lib/notifications/commands.ts";
import { proveOwnPassword } from "#lib/two-factor/commands.ts";
import type { ChangePasswordInput, EditProfileInput } from "./schema.ts";

type Own = { actor: Actor; now: Date };

/**
 * Changes the member's own name and what readers may know of them. Saving what stands there does nothing. The words of
 * a bio are not in the history: it could never forget them.
 */
export async function editProfile({
  actor,
  version,
  name,
  bio,
}: EditProfileInput & { actor: Actor }): Promise<void> {
  await db.$transaction(async (tx) => {
    const before = await tx.member.findUniqueOrThrow({
      where: { id: actor.id },
      select: { name: true, bio: true, version: true },
    });
    if (before.version !== version) throw new AppError("stale_version");
    const changes = changesBetween({ name: before.name }, { name });
    const bioChanged = before.bio !== bio;
    if (Object.keys(changes).length === 0 && !bioChanged) return;
    // Of two saves of the same version, the second updates no row.
    const { count } = await tx.member.updateMany({
      where: { id: actor.id, version },
      data: { name, bio, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale_version");
    const data = { changes, bioChanged };
    await recordAudit(tx, { actor, action: "member.profile_edited", subjectId: actor.id, data });
  });
}

/** Signs one of the member's browsers out. One that is signed out already, or somebody else's, is not there. */
export async function endOwnSession({ actor, sessionId, now }: Own & { sessionId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, memberId: actor.id, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) throw new AppError("not_found");
    await recordSessionsEnded(tx, { actor, count });
  });
}

/** Signs the member out everywhere but in the browser that asks for it. Answers in how many. */
export async function endOtherSessions({
  actor,
  sessionId,
  now,
}: Own & { sessionId: string }): Promise<{ count: number }> {
  return db.$transaction(async (tx) => {
    const count = await endOthers(tx, { actor, sessionId, now });
    if (count > 0) await recordSessionsEnded(tx, { actor, count });
    return { count };
  });
}

/** Changes the member's own password, by the one they have, signs them out everywhere else, and ends their entry links. */
export async function changePassword({
  actor,
  sessionId,
  password,
  newPassword,
  ...change
}: AccountChange & ChangePasswordInput & { actor: Actor; sessionId: string }): Promise<void> {
  const { now } = change;
  const member = await proveOwnPassword({ actor, password, now });
  const { name, email } = member;
  const names = { newsroomName: (await getNewsroom())?.name, name, email };
  const passwordHash = await hashChosen({ password: newPassword, names, field: "newPassword" });
  await db.$transaction(async (tx) => {
    // Of two changes at once the second finds that what it was asked by is not the password any more.
    const { count } = await tx.member.updateMany({
      where: { id: actor.id, disabledAt: null, passwordHash: member.passwordHash },
      data: { passwordHash },
    });
    if (count === 0) throw new AppError("wrong_password", { field: "password" });
    await endOthers(tx, { actor, sessionId, now });
    await endEntryLinks(tx, { memberId: actor.id, now });
    await notifyOfAccount(tx, { memberId: actor.id, kind: "password_changed", ...change });
    await recordAudit(tx, { actor, action: "member.password_changed", subjectId: actor.id, data: {} });
  });
}

async function endOthers(tx: Tx, { actor, sessionId, now }: Own & { sessionId: string }): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { memberId: actor.id, revokedAt: null, expiresAt: { gt: now }, id: { not: sessionId } },
    data: { revokedAt: now },
  });
  return count;
}

function recordSessionsEnded(tx: Tx, { actor, count }: { actor: Actor; count: number }): Promise<unknown> {
  return recordAudit(tx, { actor, action: "member.sessions_ended", subjectId: actor.id, data: { count } });
}
