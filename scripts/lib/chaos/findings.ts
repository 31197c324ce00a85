import { db } from "#lib/db/client.ts";
import { type Command, countOf, type Kind } from "./journeys.ts";

/** What is not as it must be, a sentence each. */
export type Findings = { lost: string[]; halfDone: string[]; twice: string[]; stuck: string[] };

/** Holds what people were told, and what is there, against one another. */
export async function findings(commands: readonly Command[]): Promise<Findings> {
  const found: Findings = { lost: [], halfDone: [], twice: [], stuck: await stuckClaims() };
  found.stuck.push(...(await forgottenCopies()));
  for (const command of commands) {
    const changes = await countOf(command);
    const events = await countEvents(command);
    const what = `${command.kind} of ${command.claimId ?? command.marker}: ${changes} changes, ${events} events`;
    if (command.isDone && (changes === 0 || events === 0)) found.lost.push(what);
    // One that was never acknowledged is there as a whole, or is not there.
    else if (changes !== events) found.halfDone.push(what);
    if (changes > 1 || events > 1) found.twice.push(what);
  }
  return found;
}

const EVENTS: Record<Kind, string> = {
  create: "claim.created",
  checks: "claim.checks_edited",
  attach: "evidence.attached",
  copy: "snapshot.requested",
  comment: "comment.added",
  submit: "claim.submitted",
  take: "claim.taken",
  opinion: "review.decided",
  publish: "claim.published",
};

async function countEvents({ kind, claimId, actorId, marker }: Command): Promise<number> {
  const event = { action: EVENTS[kind], actorId };
  if (kind === "copy") return db.auditEvent.count({ where: { ...event, subjectId: marker } });
  if (kind === "take") {
    return db.auditEvent.count({ where: { ...event, claimId, data: { path: ["stage"], equals: marker } } });
  }
  if (kind !== "create") return db.auditEvent.count({ where: { ...event, claimId } });
  const made = await db.claim.findMany({ where: { statement: marker }, select: { id: true } });
  return db.auditEvent.count({ where: { ...event, claimId: { in: made.map(({ id }) => id) } } });
}

/** Claims whose state and place in the queue contradict one another: nobody would ever get to them. */
async function stuckClaims(): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string; state: string }[]>`
    SELECT c.id, c.state::text AS state FROM claims c LEFT JOIN queue_entries q ON q.claim_id = c.id
    WHERE (c.state IN ('queued', 'in_review', 'second_review', 'adjudication')) <> (q.claim_id IS NOT NULL)
      OR (c.state = 'in_review') <> (q.stage = 'first' AND q.lease_holder_id IS NOT NULL) AND q.claim_id IS NOT NULL
      OR (c.state = 'published') <> EXISTS (SELECT FROM publications p WHERE p.claim_id = c.id AND p.is_current)`;
  return rows.map(
    ({ id, state }) => `claim ${id} is ${state}, and the queue or the public page says otherwise`,
  );
}

/** Copies that are waited for and that no job will ever bring. */
async function forgottenCopies(): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM snapshots s
    WHERE s.state = 'waiting' AND NOT EXISTS (
      SELECT FROM pgboss.job j WHERE j.name = 'snapshots.take' AND j.data ->> 'snapshotId' = s.id::text
        AND j.state IN ('created', 'retry', 'active'))`;
  return rows.map(({ id }) => `copy ${id} is waited for without a job`);
}
