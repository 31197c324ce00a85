import { db } from "#lib/db/client.ts";

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
