import "server-only";
import { notFound } from "next/navigation";
import type { Actor } from "#lib/auth/policy.ts";
import { currentSessionId, requireActor } from "#lib/auth/session.ts";
import { type Device, deviceOf } from "#lib/device.ts";
import { getProfile, listSessions, type Profile } from "./queries.ts";

/** What whoever asks can change of what others see of them. */
export async function loadProfile(): Promise<{ actor: Actor; profile: Profile }> {
  const actor = await requireActor();
  const profile = await getProfile(actor.id);
  if (!profile) notFound();
  return { actor, profile };
}

export type OwnSession = Device & { id: string; createdAt: Date; lastSeenAt: Date; isThis: boolean };

/** Where whoever asks is signed in: this browser first, then what was used last. */
export async function loadSessions(): Promise<{ sessions: OwnSession[]; now: Date }> {
  const actor = await requireActor();
  const sessionId = await currentSessionId();
  const now = new Date();
  const rows = await listSessions({ memberId: actor.id, now });
  const sessions = rows.map(({ userAgent, ...row }) => ({
    ...row,
    ...deviceOf(userAgent),
    isThis: row.id === sessionId,
  }));
  return { sessions: sessions.toSorted((a, b) => Number(b.isThis) - Number(a.isThis)), now };
}
