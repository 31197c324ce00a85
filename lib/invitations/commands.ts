import { recordAudit } from "#lib/audit/commands.ts";
import { hashChosen } from "#lib/auth/passwords.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { type Db, db, type Tx } from "#lib/db/client.ts";
import { violatedIndex } from "#lib/db/unique.ts";
import { AppError, insist } from "#lib/errors.ts";
import { idInKey, isKeyOf } from "#lib/guarding/link-keys.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { getNewsroom } from "#lib/members/queries.ts";
import { getInvitation, type Invitation } from "./queries.ts";
import { invitationRefusal, OPEN_FOR } from "./rules.ts";
import type { AcceptInvitationInput, InviteInput } from "./schema.ts";

type By = { actor: Actor; now: Date };

/** Asks somebody to join, with this role. The link is mailed where e-mail is set up; whoever may see the list has it too. */
export async function inviteMember({ actor, now, email, role }: InviteInput & By): Promise<{ id: string }> {
  insist(forbidden(actor, "members.edit"));
  try {
    return await db.$transaction(async (tx) => {
      if ((await tx.member.count({ where: { email } })) > 0)
        throw new AppError("email_taken", { field: "email" });
      const expiresAt = new Date(now.getTime() + OPEN_FOR);
      const { id } = await tx.invitation.create({
        data: { email, role, invitedById: actor.id, createdAt: now, expiresAt },
        select: { id: true },
      });
      await enqueue(tx, "invitations.send", { invitationId: id }, { key: id });
      await recordAudit(tx, { actor, action: "invitation.made", subjectId: id, data: { email, role } });
      return { id };
    });
  } catch (error) {
    if (violatedIndex(error) === "invitations_open_key")
      throw new AppError("invited_already", { field: "email", cause: error });
    throw error;
  }
}

type Change = By & { invitationId: string };

/** Opens an invitation for another week, with a new link: the one before is worthless. Whoever renews it answers for it. */
export async function renewInvitation({ actor, now, invitationId }: Change): Promise<void> {
  insist(forbidden(actor, "members.edit"));
  await db.$transaction(async (tx) => {
    const expiresAt = new Date(now.getTime() + OPEN_FOR);
    const { email, role } = await changeOpen(tx, invitationId, { expiresAt, invitedById: actor.id });
    await enqueue(tx, "invitations.send", { invitationId }, { key: invitationId });
    await recordAudit(tx, {
      actor,
      action: "invitation.renewed",
      subjectId: invitationId,
      data: { email, role },
    });
  });
}

/** Takes an invitation back. */
export async function withdrawInvitation({ actor, now, invitationId }: Change): Promise<void> {
  insist(forbidden(actor, "members.edit"));
  await db.$transaction(async (tx) => {
    const { email, role } = await changeOpen(tx, invitationId, { withdrawnAt: now });
    await recordAudit(tx, {
      actor,
      action: "invitation.withdrawn",
      subjectId: invitationId,
      data: { email, role },
    });
  });
}

type Changes = { acceptedAt?: Date; withdrawnAt?: Date; expiresAt?: Date; invitedById?: string };

/** Of two who change an open invitation at once, the second finds none. */
async function changeOpen(tx: Tx, id: string, data: Changes) {
  const [changed] = await tx.invitation.updateManyAndReturn({
    where: { id, acceptedAt: null, withdrawnAt: null },
    data,
    select: { email: true, role: true },
  });
  if (changed) return changed;
  throw new AppError((await getInvitation(id, tx)) === null ? "not_found" : "already_changed");
}

/** Makes a member of whoever was invited, once. They are proved by the link, and have a session opened for them. */
export async function acceptInvitation({
  linkKey,
  name,
  password,
  now,
}: AcceptInvitationInput & { now: Date }): Promise<{ actor: Actor; email: string }> {
  const { email: invited, ...known } = await requireInvitation(linkKey);
  insist(invitationRefusal(known, now));
  const newsroomName = (await getNewsroom())?.name;
  const passwordHash = await hashChosen({ password, names: { newsroomName, name, email: invited } });
  try {
    return await db.$transaction(async (tx) => {
      // Of two who accept, withdraw or renew at once, the second waits here and then finds it changed.
      await tx.$queryRaw`SELECT 1 AS one FROM invitations WHERE id = ${idInKey(linkKey)}::uuid FOR UPDATE`;
      const invitation = await requireInvitation(linkKey, tx);
      insist(invitationRefusal(invitation, now));
      const { id: invitationId, email, role, invitedBy } = invitation;
      await tx.invitation.update({
        where: { id: invitationId },
        data: { acceptedAt: now },
        select: { id: true },
      });
      const member = await tx.member.create({
        data: { email, role, name, passwordHash },
        select: { id: true, name: true, role: true },
      });
      const data = { name, email, role, invitedBy: invitedBy.name, invitedById: invitedBy.id };
      await recordAudit(tx, { actor: member, action: "invitation.accepted", subjectId: member.id, data });
      return { actor: member, email };
    });
  } catch (error) {
    // Somebody else made them a member in the meantime.
    if (violatedIndex(error) === "members_email_key") throw new AppError("link_used", { cause: error });
    throw error;
  }
}

async function requireInvitation(key: string, on: Db = db): Promise<Invitation> {
  const id = idInKey(key);
  const found = id === null ? null : await getInvitation(id, on);
  if (!found || !isKeyOf(key, { kind: "invitation", id: found.id, expiresAt: found.expiresAt })) {
    throw new AppError("link_unknown");
  }
  return found;
}

/** Forgets invitations that are over for a month. Answers how many. */
export async function purgeInvitations({ now }: { now: Date }): Promise<number> {
  const before = new Date(now.getTime() - KEPT);
  return (await db.invitation.deleteMany({ where: { expiresAt: { lte: before } } })).count;
}

/** Milliseconds: what was left lying for a month will not be renewed, and names somebody who is no member. */
const KEPT = 30 * 24 * 3_600_000;
