import type { Progress, Submission } from "#lib/archiving/archive.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import type { SnapshotFailure } from "#lib/snapshots/schema.ts";
import { visibleSources } from "#lib/sources/rules.ts";
import { watchedSources } from "#lib/watch/queries.ts";
import { archiveRefusal, COOLDOWN, isForgotten, nextQuestionAt, nextTryAt } from "./rules.ts";
import { ARCHIVE_PACE } from "./values.ts";

/** Milliseconds a worker has for one step; after that another takes it up. */
const STEP = 5 * 60_000;

/** Copies kept longer ago than this are archived only when somebody asks: an archive would save what the page is now. */
const FRESH = "1 day";

/**
 * Asks for every copy that was kept lately, and is cited in public, to be archived: the newest of each source, once. What
 * is cited in confidence only, or where somebody wrote why no copy is kept, is told to nobody outside.
 */
export async function queueArchivings({ now }: { now: Date }): Promise<number> {
  return db.$executeRaw`
    INSERT INTO archivings (snapshot_id, state, created_at, next_step_at)
    SELECT n.id, 'waiting', ${now}, ${now}
    FROM (
      SELECT DISTINCT ON (source_id) id, source_id, archive_url FROM snapshots
      WHERE state = 'kept' AND read_at > ${now}::timestamptz - ${FRESH}::interval
      ORDER BY source_id, created_at DESC, id DESC
    ) n JOIN sources s ON s.id = n.source_id
    WHERE s.url IS NOT NULL AND n.archive_url IS NULL AND ${IS_CITED_IN_PUBLIC}
    ON CONFLICT (snapshot_id) DO NOTHING`;
}

/** `watchedSources` of lib/watch, of the source `s`. */
const IS_CITED_IN_PUBLIC = Prisma.sql`EXISTS (
  SELECT FROM evidence e JOIN claims c ON c.id = e.claim_id
  WHERE e.source_id = s.id AND e.visibility = 'public' AND e.no_snapshot_reason IS NULL
    AND c.state NOT IN ('dismissed', 'withdrawn'))`;

/** Has a kept copy's page archived because somebody asks, or once more what failed. `isOn`: an archive is set up. */
export async function archiveCopy({
  actor,
  snapshotId,
  isOn,
  now,
}: {
  actor: Actor;
  snapshotId: string;
  isOn: boolean;
  now: Date;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const copy = await tx.snapshot.findFirst({
      where: { id: snapshotId, state: "kept", source: visibleSources(actor) },
      select: { sourceId: true, source: { select: { title: true, url: true } } },
    });
    if (!copy) throw new AppError("not_found");
    const { sourceId, source } = copy;
    await tx.$executeRaw`SELECT id FROM sources WHERE id = ${sourceId}::uuid FOR NO KEY UPDATE`;
    const isCitedInPublic = (await tx.source.count({ where: { id: sourceId, ...watchedSources } })) > 0;
    const known = await tx.archiving.findUnique({ where: { snapshotId }, select: { state: true } });
    insist(archiveRefusal({ isOn, isCitedInPublic, state: known?.state ?? null }, actor));
    if (source.url === null) throw new AppError("no_address");
    const anew = {
      state: "waiting",
      tries: 0,
      nextStepAt: now,
      takenAt: null,
      askedById: actor.id,
      jobId: null,
      submittedAt: null,
      failure: Prisma.DbNull,
    } as const;
    await tx.archiving.upsert({
      where: { snapshotId },
      create: { snapshotId, createdAt: now, ...anew },
      update: anew,
      select: { snapshotId: true },
    });
    const data = { title: source.title, url: source.url };
    await recordAudit(tx, { actor, action: "snapshot.archiving_requested", subjectId: sourceId, data });
  });
}

/** One step of archiving a copy that a worker has taken on. */
export type Step = { snapshotId: string; url: string; tries: number; jobId: string | null };

/**
 * Takes on what is due: questions about what was submitted, then submissions, as many as the archive's limits allow.
 * Any number of workers may do so at once: each step is one worker's. What is not cited in public any more is dropped.
 */
export async function takeSteps({ now }: { now: Date }): Promise<Step[]> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`
      DELETE FROM archivings a USING snapshots n, sources s
      WHERE a.snapshot_id = n.id AND n.source_id = s.id AND a.state = 'waiting'
        AND (s.url IS NULL OR NOT ${IS_CITED_IN_PUBLIC})`;
    const questions = await take(tx, { state: "submitted", limit: ARCHIVE_PACE.questions, now });
    // One who counts at a time: together they would submit more than the archive takes.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('archivings'))`;
    const recently = { gt: new Date(now.getTime() - STEP) };
    const underWay = await tx.archiving.count({
      where: { OR: [{ state: "submitted" }, { state: "waiting", takenAt: recently }] },
    });
    const room = Math.min(ARCHIVE_PACE.submissions, ARCHIVE_PACE.underWay - underWay);
    const submissions = room > 0 ? await take(tx, { state: "waiting", limit: room, now }) : [];
    return [...questions, ...submissions];
  });
}

async function take(
  tx: Tx,
  { state, limit, now }: { state: "submitted" | "waiting"; limit: number; now: Date },
): Promise<Step[]> {
  return tx.$queryRaw<Step[]>`
    WITH due AS (
      SELECT a.snapshot_id FROM archivings a JOIN snapshots n ON n.id = a.snapshot_id
      WHERE a.state = ${state}::archiving_state AND a.next_step_at <= ${now}
        AND (a.state = 'submitted' OR NOT EXISTS (
          SELECT FROM archivings o JOIN snapshots m ON m.id = o.snapshot_id
          WHERE m.source_id = n.source_id AND o.snapshot_id <> a.snapshot_id
            AND o.submitted_at > ${new Date(now.getTime() - COOLDOWN)}))
      ORDER BY a.next_step_at, a.snapshot_id LIMIT ${limit} FOR NO KEY UPDATE OF a SKIP LOCKED
    )
    UPDATE archivings a SET next_step_at = ${new Date(now.getTime() + STEP)}, taken_at = ${now}
    FROM due, snapshots n, sources s
    WHERE a.snapshot_id = due.snapshot_id AND n.id = a.snapshot_id AND s.id = n.source_id AND s.url IS NOT NULL
    RETURNING a.snapshot_id AS "snapshotId", s.url, a.tries, a.job_id AS "jobId"`;
}

/** Whether a step that was taken on may still be told to an archive: others were asked in between, which takes time. */
export async function mayBeTold({ snapshotId, url }: Step): Promise<boolean> {
  return (
    (await db.snapshot.count({ where: { id: snapshotId, source: { ...watchedSources, AND: { url } } } })) > 0
  );
}

type Outcome = { step: Step; now: Date };

/** Writes down what came of a submission. */
export async function recordSubmission({
  step: { snapshotId, tries },
  submission,
  now,
}: Outcome & { submission: Submission }): Promise<void> {
  const where = { snapshotId, state: "waiting" } as const;
  if (submission.kind === "submitted") {
    const { jobId } = submission;
    const data = {
      state: "submitted",
      jobId,
      submittedAt: now,
      nextStepAt: nextQuestionAt(now, now),
      takenAt: null,
    } as const;
    await db.archiving.updateMany({ where, data });
  } else if (submission.kind === "later") {
    const nextStepAt = new Date(now.getTime() + submission.after);
    await db.archiving.updateMany({ where, data: { nextStepAt, takenAt: null } });
  } else await fail({ snapshotId, tries, ...submission, now });
}

/** Writes down how it stands with what was submitted. */
export async function recordProgress({
  step: { snapshotId, tries },
  progress,
  now,
}: Outcome & { progress: Progress }): Promise<void> {
  if (progress.kind === "archived") return recordArchived({ snapshotId, ...progress });
  if (progress.kind === "refused") return fail({ snapshotId, tries, ...progress, now });
  const row = await db.archiving.findUnique({ where: { snapshotId }, select: { submittedAt: true } });
  const submittedAt = row?.submittedAt ?? now;
  if (isForgotten(submittedAt, now)) {
    return fail({ snapshotId, tries, code: "error:no-answer", isLasting: false, now });
  }
  await db.archiving.updateMany({
    where: { snapshotId, state: "submitted" },
    data: { nextStepAt: nextQuestionAt(submittedAt, now), takenAt: null },
  });
}

/**
 * The archive could not be reached, or said something nobody understands: a try that failed. What was submitted goes on
 * there, and is asked about again.
 */
export async function recordUnreachable({ step, now }: Outcome): Promise<void> {
  if (step.jobId !== null) return recordProgress({ step, progress: { kind: "pending" }, now });
  const { snapshotId, tries } = step;
  await fail({ snapshotId, tries, code: "error:unreachable", isLasting: false, now });
}

/** Of two workers who hear of it, the second does nothing. */
async function recordArchived({
  snapshotId,
  archiveUrl,
  archivedAt,
}: {
  snapshotId: string;
  archiveUrl: string;
  archivedAt: Date;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.archiving.updateMany({
      where: { snapshotId, state: "submitted" },
      data: { state: "archived", archivedAt, nextStepAt: null, takenAt: null, failure: Prisma.DbNull },
    });
    if (count === 0) return;
    const { sourceId, source } = await tx.snapshot.findUniqueOrThrow({
      where: { id: snapshotId },
      select: { sourceId: true, source: { select: { title: true, url: true } } },
    });
    await tx.$executeRaw`SELECT id FROM sources WHERE id = ${sourceId}::uuid FOR NO KEY UPDATE`;
    // Where somebody named the archive's copy already, it is there.
    const isNamed = (await tx.snapshot.count({ where: { sourceId, archiveUrl } })) > 0;
    if (!isNamed) {
      await tx.snapshot.update({ where: { id: snapshotId }, data: { archiveUrl }, select: { id: true } });
    }
    const data = { ...source, archiveUrl };
    await recordAudit(tx, { actor: null, action: "snapshot.archived", subjectId: sourceId, data });
  });
}

type Failing = { snapshotId: string; tries: number; code: string; isLasting: boolean; now: Date };

/** Tries again later, or says that nothing will come of it and why. */
async function fail({ snapshotId, tries, code, isLasting, now }: Failing): Promise<void> {
  const failure: SnapshotFailure = {
    reason: "archiving_failed",
    values: { code: code.replace("error:", "") },
  };
  const again = isLasting ? null : nextTryAt(tries + 1, now);
  await db.$transaction(async (tx) => {
    const { count } = await tx.archiving.updateMany({
      where: { snapshotId, state: { in: ["waiting", "submitted"] } },
      data: {
        state: again === null ? "failed" : "waiting",
        tries: tries + 1,
        nextStepAt: again,
        takenAt: null,
        jobId: null,
        failure,
      },
    });
    if (count === 0 || again !== null) return;
    const { sourceId, source } = await tx.snapshot.findUniqueOrThrow({
      where: { id: snapshotId },
      select: { sourceId: true, source: { select: { title: true, url: true } } },
    });
    const data = { ...source, code: String(failure.values.code) };
    await recordAudit(tx, { actor: null, action: "snapshot.archiving_failed", subjectId: sourceId, data });
  });
}
