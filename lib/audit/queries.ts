import { type Db, db as pool } from "#lib/db/client.ts";
import { isId } from "#lib/input.ts";
import { type AuditEntry, parseAuditEntry } from "./schema.ts";

/** One thing that happened. `actorName` is empty when the system did it by itself. */
export type HistoryEvent = AuditEntry & { id: string; at: Date; actorName: string };

/** More than any claim of a real desk gathers. */
const MOST_EVENTS = 500;

/** What happened to a claim, newest first, at most 500 events. */
export async function listHistory({
  claimId,
  db = pool,
}: {
  claimId: string;
  db?: Db;
}): Promise<HistoryEvent[]> {
  if (!isId(claimId)) return [];
  const events = await db.auditEvent.findMany({
    where: { claimId },
    orderBy: { seq: "desc" },
    take: MOST_EVENTS,
    select: { id: true, at: true, actorName: true, action: true, data: true },
  });
  return events.map(({ id, at, actorName, ...entry }) => ({ ...parseAuditEntry(entry), id, at, actorName }));
}
