import { db } from "#lib/db/client.ts";

export type Profile = { name: string; email: string; bio: string | null; version: number };

/** What a member can change of what others see of them; null for nobody. */
export function getProfile(memberId: string): Promise<Profile | null> {
  return db.member.findUnique({
    where: { id: memberId },
    select: { name: true, email: true, bio: true, version: true },
  });
}

/** More people than this no page introduces. */
const MOST_INTRODUCED = 200;

/** The members who tell readers something of themselves, by name. */
export async function listIntroduced(): Promise<{ name: string; bio: string }[]> {
  const members = await db.member.findMany({
    where: { disabledAt: null, bio: { not: null } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_INTRODUCED,
    select: { name: true, bio: true },
  });
  return members.flatMap(({ name, bio }) => (bio === null ? [] : [{ name, bio }]));
}

export type SessionRow = { id: string; userAgent: string | null; createdAt: Date; lastSeenAt: Date };

/** More sessions than this nobody looks through. */
const MOST = 100;

/** Where a member is signed in, what was used last first. */
export function listSessions({ memberId, now }: { memberId: string; now: Date }): Promise<SessionRow[]> {
  return db.session.findMany({
    where: { memberId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
  });
}
