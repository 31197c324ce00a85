import { db, type Tx } from "#lib/db/client.ts";
import type { Actor } from "./policy.ts";

/** A session ends this long after its sign-in, however busy it was: 30 days, in milliseconds. */
export const SESSION_LIFETIME = 30 * 24 * 60 * 60 * 1000;

/** "Last seen" is no more exact than this, in milliseconds, so that reading a page seldom writes: 5 minutes. */
const SEEN_EVERY = 5 * 60 * 1000;

export type OpenedSession = { id: string; expiresAt: Date };

/** The member a session belongs to as they are now, or null when it was ended, is too old, or they are disabled. */
export async function findActor({ sessionId, now }: { sessionId: string; now: Date }): Promise<Actor | null> {
  const session = await db.session.findFirst({
    where: { id: sessionId, revokedAt: null, expiresAt: { gt: now }, member: { disabledAt: null } },
    select: { lastSeenAt: true, member: { select: { id: true, name: true, role: true } } },
  });
  if (!session) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY) {
    await db.session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: now } });
  }
  return session.member;
}

/** Writes the row of a new sign-in. */
export function insertSession(
  tx: Tx,
  { memberId, userAgent, now }: { memberId: string; userAgent: string | null; now: Date },
): Promise<OpenedSession> {
  return tx.session.create({
    data: {
      memberId,
      userAgent,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_LIFETIME),
    },
    select: { id: true, expiresAt: true },
  });
}
