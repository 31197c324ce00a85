import type { Role } from "#lib/auth/policy.ts";
import { type Db, db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

const invitation = {
  id: true,
  email: true,
  role: true,
  expiresAt: true,
  acceptedAt: true,
  withdrawnAt: true,
  invitedBy: { select: { id: true, name: true, role: true, disabledAt: true } },
} satisfies Prisma.InvitationSelect;

export type Invitation = {
  id: string;
  email: string;
  role: Role;
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
  invitedBy: { id: string; name: string; role: Role; disabledAt: Date | null };
};

/** Invitations nobody has taken up or back, newest first. Beyond 200 the oldest are left out. */
export function listOpenInvitations(): Promise<Invitation[]> {
  return db.invitation.findMany({
    where: { acceptedAt: null, withdrawnAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 200,
    select: invitation,
  });
}

export function getInvitation(id: string, on: Db = db): Promise<Invitation | null> {
  return on.invitation.findUnique({ where: { id }, select: invitation });
}
