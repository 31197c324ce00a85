import type { Role } from "#lib/auth/policy.ts";
import { type Db, db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { EntryLinkKind } from "./values.ts";

const entryLink = {
  id: true,
  kind: true,
  expiresAt: true,
  endedAt: true,
  member: { select: { id: true, name: true, email: true, role: true, disabledAt: true } },
  madeBy: { select: { role: true, disabledAt: true } },
} satisfies Prisma.EntryLinkSelect;

export type EntryLink = {
  id: string;
  kind: EntryLinkKind;
  expiresAt: Date;
  endedAt: Date | null;
  member: { id: string; name: string; email: string; role: Role; disabledAt: Date | null };
  madeBy: { role: Role; disabledAt: Date | null } | null;
};

export function getEntryLink(id: string, on: Db = db): Promise<EntryLink | null> {
  return on.entryLink.findUnique({ where: { id }, select: entryLink });
}

/** The link an admin made last for a member to choose a new password by, while it has not ended. */
export function getHandedOverLink(memberId: string): Promise<EntryLink | null> {
  return db.entryLink.findFirst({
    where: { memberId, kind: "reset", madeById: { not: null }, endedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: entryLink,
  });
}
