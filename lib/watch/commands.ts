import { recordAudit } from "#lib/audit/commands.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { notifyOfSourceTask } from "#lib/notifications/commands.ts";
import { lockClaim } from "#lib/reviews/queries.ts";
import type { ReadCopy } from "#lib/snapshots/commands.ts";
import type { SnapshotFailure } from "#lib/snapshots/schema.ts";
import { visibleEvidence, visibleSources } from "#lib/sources/rules.ts";
import { watchedSources } from "./queries.ts";
import {
  askRefusal,
  type CitedWords,
  correctingRefusal,
  isGone,
  type KnownTask,
  lapses,
  movedTo,
  nextCheckAt,
  type Seen,
  type Step,
  spreadOf,
  standsRefusal,
  stepOf,
  type Verdict,
  verdictOn,
} from "./rules.ts";
import type { LetStandInput } from "./schema.ts";
import type { Finding, TaskOutcome } from "./values.ts";

type By = { actor: Actor; now: Date };

/** Milliseconds a look may take, its wait in the queue included. After that its worker is taken to be gone. */
const LOOK = 15 * 60_000;

/** Of one run; what is left over is due in the next, five minutes later. */
const MOST_DUE = 60;
const MOST_DUE_PER_HOST = 2;

/** Begins to watch what is cited since, and stops with what is not any more. */
export async function enrolSources({ now }: { now: Date }): Promise<void> {
  // Over a day, by the source's own number: a desk that imports a thousand sources does not look at all at once.
  await db.$executeRaw`
    INSERT INTO source_watches (source_id, next_check_at)
    SELECT s.id, ${now}::timestamptz + (('x' || right(s.id::text, 6))::bit(24)::int / 16777216.0 + 0.5) * interval '1 day'
    FROM sources s
    WHERE s.url IS NOT NULL AND NOT EXISTS (SELECT FROM source_watches w WHERE w.source_id = s.id) AND ${IS_WATCHED}
    ON CONFLICT (source_id) DO NOTHING`;
  await db.$executeRaw`
    DELETE FROM source_watches w USING sources s WHERE s.id = w.source_id AND (s.url IS NULL OR NOT ${IS_WATCHED})`;
}

/** `watchedSources` of queries.ts, of the source `s`. */
const IS_WATCHED = Prisma.sql`EXISTS (
  SELECT FROM evidence e JOIN claims c ON c.id = e.claim_id
  WHERE e.source_id = s.id AND e.visibility = 'public' AND e.no_snapshot_reason IS NULL
    AND c.state NOT IN ('dismissed', 'withdrawn'))`;

/**
 * Has the pages looked at that are due, two of one host at most. Any number of workers may do so at once: each page is
 * asked for by one of them. Answers how many.
 */
export async function beginDueChecks({ now }: { now: Date }): Promise<number> {
  return db.$transaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>`
      WITH due AS (
        SELECT w.source_id, w.next_check_at, row_number() OVER (
          PARTITION BY split_part(split_part(s.url, '//', 2), '/', 1) ORDER BY w.next_check_at, w.source_id
        ) AS place
        FROM source_watches w JOIN sources s ON s.id = w.source_id
        WHERE w.next_check_at <= ${now} AND (w.checking_until IS NULL OR w.checking_until <= ${now})
      ), taken AS (
        SELECT w.source_id FROM source_watches w JOIN due USING (source_id)
        WHERE due.place <= ${MOST_DUE_PER_HOST} AND (w.checking_until IS NULL OR w.checking_until <= ${now})
        ORDER BY due.place, due.next_check_at LIMIT ${MOST_DUE} FOR NO KEY UPDATE OF w SKIP LOCKED
      )
      UPDATE source_watches w SET checking_until = ${new Date(now.getTime() + LOOK)}
      FROM taken WHERE w.source_id = taken.source_id RETURNING w.source_id AS id`;
    for (const { id } of due) await enqueue(tx, "sources.check", { sourceId: id });
    return due.length;
  });
}

/** Has a page looked at now. Refuses with `not_watched` and `checked_just_now`. */
export async function askCheck({ actor, sourceId, now }: By & { sourceId: string }): Promise<void> {
  insist(forbidden(actor, "evidence.edit"));
  await db.$transaction(async (tx) => {
    const source = await tx.source.findFirst({
      where: { AND: [{ id: sourceId }, visibleSources(actor)] },
      select: { title: true, url: true },
    });
    if (!source) throw new AppError("not_found");
    await lockSource(tx, sourceId);
    const isWatched = (await tx.source.count({ where: { id: sourceId, ...watchedSources } })) > 0;
    if (!isWatched || source.url === null) throw new AppError("not_watched");
    const watch = await tx.sourceWatch.findUnique({
      where: { sourceId },
      select: { checkedAt: true, checkingUntil: true, askedAt: true },
    });
    insist(askRefusal(watch, actor, now));
    const asked = { askedAt: now, checkingUntil: new Date(now.getTime() + LOOK) };
    await tx.sourceWatch.upsert({
      where: { sourceId },
      create: { sourceId, nextCheckAt: now, ...asked },
      update: asked,
      select: { sourceId: true },
    });
    await enqueue(tx, "sources.check", { sourceId });
    const data = { title: source.title, url: source.url };
    await recordAudit(tx, { actor, action: "source.check_requested", subjectId: sourceId, data });
  });
}

async function lockSource(tx: Tx, sourceId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id FROM sources WHERE id = ${sourceId}::uuid FOR NO KEY UPDATE`;
  return rows.length > 0;
}

/** What a look at a page came to. */
export type Looked =
  | { kind: "failed"; failure: SnapshotFailure; status: number | null }
  | {
      kind: "page";
      permanentUrl: string;
      etag: string | null;
      lastModified: string | null;
      /** Null: it is the page that was compared last. */
      text: string | null;
      /** The page to be kept, its bytes being in the storage already; null until that is asked for. */
      copy: ReadCopy | null;
    };

/**
 * Compares what was seen at `url` with what is cited, raises and closes tasks, and says when to look next. What was
 * begun before the last look ended is older than that, and what was seen at an address that is not the source's any more
 * is another page: both are let go. `copy_wanted`: nothing was written; the page has to be kept first, so that the desk
 * can compare.
 */
export async function recordCheck(
  check: Looked & { sourceId: string; url: string; begunAt: Date; now: Date },
): Promise<"recorded" | "copy_wanted"> {
  const { sourceId, url, begunAt, now } = check;
  return db.$transaction(async (tx) => {
    if (!(await lockSource(tx, sourceId))) return "recorded";
    const watch = await tx.sourceWatch.findUnique({
      where: { sourceId },
      select: { checkedAt: true, failures: true, failingSince: true, source: { select: { url: true } } },
    });
    if (!watch || (watch.checkedAt !== null && watch.checkedAt > begunAt)) return "recorded";
    if (watch.source.url !== url) {
      await tx.sourceWatch.update({ where: { sourceId }, data: ANEW, select: { sourceId: true } });
      return "recorded";
    }
    const failures = check.kind === "failed" ? watch.failures + 1 : 0;
    const failingSince = check.kind === "failed" ? (watch.failingSince ?? now) : null;
    const seen: Seen =
      check.kind === "page"
        ? { kind: "page", movedTo: movedTo(url, check.permanentUrl), text: check.text }
        : {
            kind: "failed",
            isGone: isGone({ status: check.status, failures, failingSince: failingSince ?? now, now }),
          };
    const copy = check.kind === "page" ? check.copy : null;
    const failure = check.kind === "failed" ? check.failure : null;
    const compared = await compare(tx, { sourceId, seen });
    if (copy === null && compared.some(wantsCopy)) return "copy_wanted";
    const snapshotId = copy && compared.some(wantsCopy) ? await keepSeen(tx, { sourceId, copy, now }) : null;
    await apply(tx, { compared, snapshotId, failure, now });
    const freshAt = await freshestOf(tx, sourceId, now);
    await tx.sourceWatch.update({
      where: { sourceId },
      data: {
        checkedAt: now,
        checkingUntil: null,
        nextCheckAt: nextCheckAt({ freshAt, failures, spread: spreadOf(sourceId), now }),
        failures,
        failingSince,
        failure: failure ?? Prisma.DbNull,
        // After a failure the next page is compared, whatever it is.
        etag: check.kind === "page" ? check.etag : null,
        lastModified: check.kind === "page" ? check.lastModified : null,
      },
      select: { sourceId: true },
    });
    return "recorded";
  });
}

/** A look that has to be had again, at another address. */
const ANEW = { checkingUntil: null, etag: null, lastModified: null } as const;

/**
 * Compares a copy that was kept because somebody asked for it, as `recordCheck` does. The caller holds the source.
 * `permanentUrl` null: it was not fetched.
 */
export async function compareCopy(
  tx: Tx,
  kept: {
    sourceId: string;
    url: string | null;
    permanentUrl: string | null;
    text: string;
    snapshotId: string;
    now: Date;
  },
): Promise<void> {
  const { sourceId, url, permanentUrl, text, snapshotId, now } = kept;
  const to = url === null || permanentUrl === null ? null : movedTo(url, permanentUrl);
  const compared = await compare(tx, { sourceId, seen: { kind: "page", movedTo: to, text } });
  await apply(tx, { compared, snapshotId, failure: null, now });
}

type Cited = {
  id: string;
  claimId: string;
  articleId: string;
  told: {
    stance: "supports" | "refutes" | "context";
    title: string;
    url: string | null;
    visibility: "public" | "confidential";
  };
};
type Compared = {
  evidence: Cited;
  verdict: Verdict;
  step: Step;
  openId: string | null;
  openFinding: Finding | null;
  lapsingIds: string[];
};

/** A copy is kept of what a person has to compare. */
const wantsCopy = ({ verdict, step }: Compared): boolean =>
  (step === "raise" || step === "replace") &&
  (verdict.kind === "words_gone" || (verdict.kind === "moved" && verdict.hasWords !== null));

const citedSelect = {
  id: true,
  claimId: true,
  stance: true,
  visibility: true,
  quote: true,
  quoteStart: true,
  quoteEnd: true,
  quotePrefix: true,
  quoteSuffix: true,
  quoteSnapshotId: true,
  claim: { select: { articleId: true } },
  source: { select: { title: true, url: true } },
  tasks: {
    where: { OR: [{ outcome: null }, { outcome: "stands", lapsedAt: null }] },
    select: { id: true, finding: true, movedTo: true, outcome: true },
  },
} satisfies Prisma.EvidenceSelect;

type CitedRow = Prisma.EvidenceGetPayload<{ select: typeof citedSelect }>;

/** Evidence is held, so that nobody cites other words while these are judged. */
async function compare(tx: Tx, { sourceId, seen }: { sourceId: string; seen: Seen }): Promise<Compared[]> {
  await tx.$executeRaw`
    SELECT id FROM evidence WHERE source_id = ${sourceId}::uuid ORDER BY id FOR NO KEY UPDATE`;
  const rows = await tx.evidence.findMany({
    where: { sourceId, claim: { state: { notIn: ["dismissed", "withdrawn"] } } },
    orderBy: { id: "asc" },
    select: citedSelect,
  });
  const snapshotIds = rows.flatMap(({ quoteSnapshotId }) => quoteSnapshotId ?? []);
  const copies = await tx.snapshot.findMany({
    where: { id: { in: [...new Set(snapshotIds)] } },
    select: { id: true, text: true },
  });
  const texts = new Map(copies.map(({ id, text }) => [id, text]));
  return rows.map((row) => {
    const verdict = verdictOn(citedWords(row, texts.get(row.quoteSnapshotId ?? "") ?? null), seen);
    const open = row.tasks.find(({ outcome }) => outcome === null) ?? null;
    const standing = row.tasks.filter(({ outcome }) => outcome !== null);
    return {
      evidence: toCited(row),
      verdict,
      step: stepOf({ verdict, open, standing }),
      openId: open?.id ?? null,
      openFinding: open?.finding ?? null,
      lapsingIds: standing.filter((task: KnownTask) => lapses(task, verdict)).map(({ id }) => id),
    };
  });
}

function citedWords(row: CitedRow, copyText: string | null): CitedWords | null {
  const { quote, quoteStart: start, quoteEnd: end, quotePrefix: prefix, quoteSuffix: suffix } = row;
  if (quote === null || start === null || end === null || copyText === null) return null;
  return { quote, start, end, prefix: prefix ?? "", suffix: suffix ?? "", copyText };
}

function toCited({ id, claimId, claim, stance, visibility, source }: CitedRow): Cited {
  return { id, claimId, articleId: claim.articleId, told: { stance, visibility, ...source } };
}

async function keepSeen(
  tx: Tx,
  { sourceId, copy, now }: { sourceId: string; copy: ReadCopy; now: Date },
): Promise<string> {
  const { content, permanentUrl: _, ...facts } = copy;
  const kept = "text" in content ? content : { failure: content };
  const { id, source } = await tx.snapshot.create({
    data: { sourceId, state: "kept", createdAt: now, ...facts, ...kept },
    select: { id: true, source: { select: { title: true, url: true } } },
  });
  const data = { ...source, sha256: facts.sha256, changes: {} };
  await recordAudit(tx, { actor: null, action: "snapshot.kept", subjectId: sourceId, data });
  return id;
}

type Application = {
  compared: readonly Compared[];
  snapshotId: string | null;
  failure: SnapshotFailure | null;
  now: Date;
};

async function apply(tx: Tx, { compared, ...found }: Application): Promise<void> {
  for (const one of compared) {
    const { evidence, step, openId, openFinding, lapsingIds, verdict } = one;
    if (lapsingIds.length > 0) {
      await tx.sourceTask.updateMany({ where: { id: { in: lapsingIds } }, data: { lapsedAt: found.now } });
    }
    if (step === "nothing") continue;
    if (step === "close" && openId !== null && openFinding !== null) {
      await tx.sourceTask.update({
        where: { id: openId },
        data: { outcome: "back", settledAt: found.now },
        select: { id: true },
      });
      await tell(tx, { evidence, action: "evidence.task_closed", finding: openFinding });
    } else await raise(tx, { evidence, verdict, openId, ...found });
  }
}

async function raise(
  tx: Tx,
  {
    evidence,
    verdict,
    openId,
    snapshotId,
    failure,
    now,
  }: Omit<Application, "compared"> & Pick<Compared, "evidence" | "verdict" | "openId">,
): Promise<void> {
  if (verdict.kind !== "gone" && verdict.kind !== "moved" && verdict.kind !== "words_gone") return;
  const near = verdict.kind === "gone" || snapshotId === null ? null : verdict.near;
  const data = {
    finding: verdict.kind,
    raisedAt: now,
    snapshotId: verdict.kind === "gone" ? null : snapshotId,
    nearStart: near?.start ?? null,
    nearEnd: near?.end ?? null,
    movedTo: verdict.kind === "moved" ? verdict.to : null,
    hasWords: verdict.kind === "moved" ? verdict.hasWords : null,
    failure: verdict.kind === "gone" && failure !== null ? failure : Prisma.DbNull,
  };
  if (openId === null)
    await tx.sourceTask.create({ data: { evidenceId: evidence.id, ...data }, select: { id: true } });
  else await tx.sourceTask.update({ where: { id: openId }, data, select: { id: true } });
  await tell(tx, { evidence, action: "evidence.task_raised", finding: verdict.kind });
  await notifyOfSourceTask(tx, { claim: { id: evidence.claimId, articleId: evidence.articleId }, now });
}

async function tell(
  tx: Tx,
  {
    evidence,
    ...rest
  }: { evidence: Cited; finding: Finding } & (
    | { action: "evidence.task_raised" | "evidence.task_closed"; actor?: null }
    | { action: "evidence.correction_wanted"; actor: Actor }
  ),
): Promise<void> {
  const { id, claimId, articleId, told } = evidence;
  const { action, finding, actor = null } = rest;
  await recordAudit(tx, { actor, action, claimId, articleId, subjectId: id, data: { ...told, finding } });
}

/** From when on the age of what cites a source counts: the latest that was attached, or published. */
async function freshestOf(tx: Tx, sourceId: string, now: Date): Promise<Date> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT max(greatest(e.created_at, c.published_at)) AS at
    FROM evidence e JOIN claims c ON c.id = e.claim_id
    WHERE e.source_id = ${sourceId}::uuid AND c.state NOT IN ('dismissed', 'withdrawn')`;
  return row?.at ?? now;
}

const lockedSelect = {
  finding: true,
  outcome: true,
  evidence: { select: { ...citedSelect, tasks: false } },
} as const satisfies Prisma.SourceTaskSelect;

/** A task with its claim held. What the member may not know of is not there. */
async function lockTask(tx: Tx, { taskId, actor }: { taskId: string; actor: Actor }) {
  const where = { id: taskId, evidence: visibleEvidence(actor) };
  const known = await tx.sourceTask.findFirst({
    where,
    select: { evidenceId: true, evidence: { select: { claimId: true } } },
  });
  if (!known) throw new AppError("not_found");
  const claim = await lockClaim(tx, known.evidence.claimId);
  await tx.$executeRaw`SELECT id FROM evidence WHERE id = ${known.evidenceId}::uuid FOR NO KEY UPDATE`;
  const task = await tx.sourceTask.findFirst({ where, select: lockedSelect });
  if (!task) throw new AppError("not_found");
  const { finding, outcome, evidence } = task;
  return { finding, isOpen: outcome === null, claim, evidence: toCited({ ...evidence, tasks: [] }) };
}

/** The claim stands, its quote as it is in the kept copy: the finding is not raised again unless the page was right in between. */
export async function letStand({ actor, taskId, reason, now }: By & LetStandInput): Promise<void> {
  await db.$transaction(async (tx) => {
    const task = await lockTask(tx, { taskId, actor });
    insist(standsRefusal(task, actor));
    await tx.sourceTask.update({
      where: { id: taskId },
      data: { outcome: "stands", reason, settledById: actor.id, settledAt: now },
      select: { id: true },
    });
    await tellSettled(tx, {
      actor,
      evidence: task.evidence,
      finding: task.finding,
      outcome: "stands",
      reason,
    });
  });
}

/** Readers need a correction. The task stays on the list until there is one, or the claim is withdrawn. */
export async function wantCorrection({
  actor,
  taskId,
  now,
}: By & { taskId: string }): Promise<{ claimId: string }> {
  return db.$transaction(async (tx) => {
    const { evidence, ...task } = await lockTask(tx, { taskId, actor });
    insist(correctingRefusal(task, actor));
    const { count } = await tx.sourceTask.updateMany({
      where: { id: taskId, correctingAt: null },
      data: { correctingById: actor.id, correctingAt: now },
    });
    if (count > 0)
      await tell(tx, { evidence, action: "evidence.correction_wanted", finding: task.finding, actor });
    return { claimId: evidence.claimId };
  });
}

/** How what a person did elsewhere ends the tasks of evidence. */
type Ending = { actor: Actor; outcome: Exclude<TaskOutcome, "stands" | "back">; now: Date };

/**
 * Ends the open tasks of evidence that cites something else by now: other words, or another source. What was said to
 * stand was said of what it cited before.
 */
export async function endTasks(
  tx: Tx,
  { evidenceIds, ...ending }: Ending & { evidenceIds: readonly string[] },
): Promise<void> {
  await settle(tx, { ...ending, where: { evidenceId: { in: [...evidenceIds] } } });
  await tx.sourceTask.updateMany({
    where: { evidenceId: { in: [...evidenceIds] }, outcome: "stands", lapsedAt: null },
    data: { lapsedAt: ending.now },
  });
}

/** Ends the tasks of a claim for which somebody said that readers need a correction: they have it. */
export async function endCorrecting(
  tx: Tx,
  { claimId, actor, now }: By & { claimId: string },
): Promise<void> {
  const where = { evidence: { claimId }, correctingAt: { not: null } };
  await settle(tx, { actor, now, outcome: "corrected", where });
}

/** Ends the tasks of a source that say it moved: it has its new address. The caller holds the source. */
export async function endMoved(
  tx: Tx,
  { sourceId, ...ending }: Omit<Ending, "outcome"> & { sourceId: string },
): Promise<void> {
  await settle(tx, {
    ...ending,
    outcome: "address_replaced",
    where: { finding: "moved", evidence: { sourceId } },
  });
  await tx.sourceWatch.updateMany({ where: { sourceId }, data: { ...ANEW, nextCheckAt: ending.now } });
}

async function settle(
  tx: Tx,
  { where, actor, outcome, now }: Ending & { where: Prisma.SourceTaskWhereInput },
): Promise<void> {
  const open = await tx.sourceTask.findMany({
    where: { AND: [where, { outcome: null }] },
    orderBy: { id: "asc" },
    select: { id: true, ...lockedSelect },
  });
  for (const { id, finding, evidence } of open) {
    const { count } = await tx.sourceTask.updateMany({
      where: { id, outcome: null },
      data: { outcome, settledById: actor.id, settledAt: now },
    });
    const cited = toCited({ ...evidence, tasks: [] });
    if (count > 0) await tellSettled(tx, { actor, evidence: cited, finding, outcome, reason: null });
  }
}

async function tellSettled(
  tx: Tx,
  {
    actor,
    evidence: { id, claimId, articleId, told },
    ...data
  }: { actor: Actor; evidence: Cited; finding: Finding; outcome: TaskOutcome; reason: string | null },
): Promise<void> {
  await recordAudit(tx, {
    actor,
    action: "evidence.task_settled",
    claimId,
    articleId,
    subjectId: id,
    data: { ...told, ...data },
  });
}
