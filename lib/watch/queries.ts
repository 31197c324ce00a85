import { type WordsInContext, wordsInContext } from "#lib/anchoring/sentences.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { storedBlocks } from "#lib/articles/schema.ts";
import type { Actor } from "#lib/auth/policy.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import { decodeCursor, instantAndId, type Page, pageOf } from "#lib/cursor.ts";
import { type Db, db as pool } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { isId } from "#lib/input.ts";
import { type SnapshotFailure, snapshotFailure, snapshotMetadata } from "#lib/snapshots/schema.ts";
import { visibleEvidence } from "#lib/sources/rules.ts";
import type { Stance, Visibility } from "#lib/sources/values.ts";
import type { TaskFilter } from "./schema.ts";
import type { Finding } from "./values.ts";

const PAGE = 25;
const DAY = 86_400_000;

/** A copy as a task shows it: the words in it, with the sentences around; null where none can be told. */
export type CopyWords = {
  id: string;
  readAt: Date;
  language: string;
  direction: "ltr" | "rtl";
  words: WordsInContext | null;
};

/** A source task that is open. */
export type TaskItem = {
  id: string;
  finding: Finding;
  raisedAt: Date;
  movedTo: string | null;
  hasWords: boolean | null;
  failure: SnapshotFailure | null;
  /** Who said that readers need a correction. */
  correcting: { name: string; at: Date } | null;
  evidence: { id: string; number: number; quote: string | null; stance: Stance; visibility: Visibility };
  claim: {
    id: string;
    number: number;
    statement: string;
    state: ClaimState;
    authorId: string;
    leaseHolderId: string | null;
  };
  article: { id: string; title: string };
  source: { id: string; title: string; url: string | null; citedElsewhere: boolean };
  /** Where the quoted words were found. */
  before: CopyWords | null;
  /** What was found. */
  after: CopyWords | null;
};

/** Claims that were given up need nobody. */
const live = { state: { notIn: ["dismissed", "withdrawn"] } } satisfies Prisma.ClaimWhereInput;

/** Open tasks that a member may know of, under a filter. */
function openTasks({
  viewer,
  filter,
  now,
}: {
  viewer: Actor;
  filter?: TaskFilter | undefined;
  now: Date;
}): Prisma.SourceTaskWhereInput {
  const claim: Prisma.ClaimWhereInput = {
    ...live,
    ...(filter?.claims && { state: "published" }),
    ...(filter?.articleId && { articleId: filter.articleId }),
  };
  const before = filter?.waiting ? new Date(now.getTime() - Number(filter.waiting) * DAY) : null;
  return {
    outcome: null,
    ...(filter?.finding && { finding: filter.finding }),
    ...(before && { raisedAt: { lte: before } }),
    evidence: {
      AND: [visibleEvidence(viewer), { claim, ...(filter?.sourceId && { sourceId: filter.sourceId }) }],
    },
  };
}

/** Open source tasks, the longest waiting first. A cursor that is none begins at the beginning. */
export async function listTasks({
  viewer,
  filter,
  cursor,
  now,
  take = PAGE,
  db = pool,
}: {
  viewer: Actor;
  filter?: TaskFilter;
  cursor?: string | undefined;
  now: Date;
  take?: number;
  db?: Db;
}): Promise<Page<TaskItem>> {
  const after = decodeCursor(cursor, instantAndId);
  const rows = await db.sourceTask.findMany({
    where: {
      AND: [
        openTasks({ viewer, filter, now }),
        after
          ? {
              raisedAt: { gte: after[0] },
              OR: [{ raisedAt: { gt: after[0] } }, { id: { gt: after[1] } }],
            }
          : {},
      ],
    },
    orderBy: [{ raisedAt: "asc" }, { id: "asc" }],
    take: take + 1,
    select: taskSelect,
  });
  const page = pageOf(rows, take, ({ raisedAt, id }) => [raisedAt, id]);
  return { ...page, items: await toItems(page.items, { viewer, db }) };
}

/** How many tasks wait that a member may know of, and how many of them are of published claims. */
export async function countTasks(
  { viewer, filter, now }: { viewer: Actor; filter?: TaskFilter; now: Date },
  db: Db = pool,
): Promise<{ all: number; published: number }> {
  const where = openTasks({ viewer, filter, now });
  const [all, published] = await Promise.all([
    db.sourceTask.count({ where }),
    db.sourceTask.count({ where: { AND: [where, { evidence: { claim: { state: "published" } } }] } }),
  ]);
  return { all, published };
}

/** Articles and sources with open tasks, to filter by. */
export async function listTaskChoices(
  { viewer, now }: { viewer: Actor; now: Date },
  db: Db = pool,
): Promise<Record<"articleId" | "sourceId", { value: string; label: string }[]>> {
  const tasks = { some: openTasks({ viewer, now }) } satisfies Prisma.SourceTaskListRelationFilter;
  const [articles, sources] = await Promise.all([
    db.article.findMany({
      where: { claims: { some: { evidence: { some: { tasks } } } } },
      orderBy: [{ title: "asc" }, { id: "asc" }],
      take: MOST_CHOICES,
      select: { id: true, title: true },
    }),
    db.source.findMany({
      where: { evidence: { some: { tasks } } },
      orderBy: [{ title: "asc" }, { id: "asc" }],
      take: MOST_CHOICES,
      select: { id: true, title: true },
    }),
  ]);
  const choices = (rows: { id: string; title: string }[]) =>
    rows.map(({ id, title }) => ({ value: id, label: title }));
  return { articleId: choices(articles), sourceId: choices(sources) };
}

/** More than a person looks through in a menu. */
const MOST_CHOICES = 100;

const copySelect = {
  select: { id: true, readAt: true, text: true, blocks: true, metadata: true },
} as const satisfies Prisma.SnapshotDefaultArgs;

const taskSelect = {
  id: true,
  finding: true,
  raisedAt: true,
  movedTo: true,
  hasWords: true,
  failure: true,
  nearStart: true,
  nearEnd: true,
  correctingAt: true,
  correctingBy: { select: { name: true } },
  snapshotId: true,
  evidence: {
    select: {
      id: true,
      number: true,
      quote: true,
      stance: true,
      visibility: true,
      quoteSnapshotId: true,
      quoteStart: true,
      quoteEnd: true,
      source: { select: { id: true, title: true, url: true } },
      claim: {
        select: {
          id: true,
          number: true,
          statement: true,
          state: true,
          authorId: true,
          queueEntry: { select: { leaseHolderId: true } },
          article: { select: { id: true, title: true } },
        },
      },
    },
  },
} satisfies Prisma.SourceTaskSelect;

type TaskRow = Prisma.SourceTaskGetPayload<{ select: typeof taskSelect }>;
type Copy = Prisma.SnapshotGetPayload<typeof copySelect>;

/** Every copy they stand in is read once, however many stand in it. */
async function toItems(
  rows: readonly TaskRow[],
  { viewer, db }: { viewer: Actor; db: Db },
): Promise<TaskItem[]> {
  const ids = rows.flatMap(({ snapshotId, evidence }) => [snapshotId, evidence.quoteSnapshotId]);
  const copies = await db.snapshot.findMany({
    where: { id: { in: [...new Set(ids)].filter((id) => id !== null) } },
    ...copySelect,
  });
  const byId = new Map(copies.map((copy) => [copy.id, copy]));
  const sourceIds = [...new Set(rows.map(({ evidence }) => evidence.source.id))];
  // What is cited in confidence elsewhere does not tell of itself.
  const uses = await db.evidence.groupBy({
    by: ["sourceId", "claimId"],
    where: { AND: [{ sourceId: { in: sourceIds } }, visibleEvidence(viewer)] },
  });
  return rows.map((row) => {
    const { source, claim } = row.evidence;
    const citedElsewhere = uses.some((use) => use.sourceId === source.id && use.claimId !== claim.id);
    return toItem(row, { copies: byId, citedElsewhere });
  });
}

function toItem(
  row: TaskRow,
  { copies, citedElsewhere }: { copies: ReadonlyMap<string, Copy>; citedElsewhere: boolean },
): TaskItem {
  const { evidence, correctingBy, correctingAt, failure, nearStart, nearEnd, snapshotId, ...task } = row;
  const { claim, source, quoteSnapshotId, quoteStart, quoteEnd, ...cited } = evidence;
  const { article, queueEntry, ...rest } = claim;
  return {
    ...task,
    failure: failure === null ? null : snapshotFailure.parse(failure),
    correcting: correctingBy && correctingAt && { name: correctingBy.name, at: correctingAt },
    evidence: cited,
    claim: { ...rest, leaseHolderId: queueEntry?.leaseHolderId ?? null },
    article,
    source: { ...source, citedElsewhere },
    before: copyWords(copies.get(quoteSnapshotId ?? ""), spanOf(quoteStart, quoteEnd)),
    after: copyWords(copies.get(snapshotId ?? ""), spanOf(nearStart, nearEnd)),
  };
}

/** Of a copy that says nothing of itself. */
const UNSAID = { language: "und", direction: "ltr" } as const;

const spanOf = (start: number | null, end: number | null): Span | null =>
  start === null || end === null ? null : { start, end };

function copyWords(copy: Copy | undefined, span: Span | null): CopyWords | null {
  if (!copy?.readAt) return null;
  const { id, readAt, text, blocks, metadata } = copy;
  const { language, direction } = metadata === null ? UNSAID : snapshotMetadata.parse(metadata);
  const words =
    text === null || span === null ? null : wordsInContext(text, storedBlocks.parse(blocks), span, language);
  return { id, readAt, language, direction, words };
}

/** What is the matter with evidence, as the mark on it says. */
export type TaskMark = {
  id: string;
  finding: Finding;
  raisedAt: Date;
  movedTo: string | null;
  /** Somebody said that readers need a correction. */
  isCorrecting: boolean;
};

/** Open tasks by the evidence they are of; the caller has asked who may see that. */
export async function listMarks(
  evidenceIds: readonly string[],
  db: Db = pool,
): Promise<ReadonlyMap<string, TaskMark>> {
  if (evidenceIds.length === 0) return new Map();
  const rows = await db.sourceTask.findMany({
    where: { evidenceId: { in: [...evidenceIds] }, outcome: null },
    select: {
      id: true,
      evidenceId: true,
      finding: true,
      raisedAt: true,
      movedTo: true,
      correctingAt: true,
    },
  });
  return new Map(
    rows.map(({ evidenceId, correctingAt, ...mark }) => [
      evidenceId,
      { ...mark, isCorrecting: correctingAt !== null },
    ]),
  );
}

/**
 * How it stands with the copies, looks and tasks of sources, as a word for each, which is another as soon as any of it
 * is. Read before what a page shows of them, it tells the page's stream what the page may have missed.
 */
export async function listStandings(
  of: { sourceIds: readonly string[] } | { claimId: string },
  db: Db = pool,
): Promise<ReadonlyMap<string, string>> {
  const asked =
    "claimId" in of
      ? Prisma.sql`s.id IN (SELECT source_id FROM evidence WHERE claim_id = ${of.claimId}::uuid)`
      : Prisma.sql`s.id = ANY (${[...of.sourceIds]}::uuid[])`;
  const rows = await db.$queryRaw<{ id: string; word: string }[]>`
    SELECT s.id, left(md5(concat_ws('|',
      (SELECT string_agg(concat_ws(',', n.id, n.state, n.archive_url), ';' ORDER BY n.id)
        FROM snapshots n WHERE n.source_id = s.id),
      (SELECT concat_ws(',', extract(epoch FROM w.checked_at), extract(epoch FROM w.checking_until))
        FROM source_watches w WHERE w.source_id = s.id),
      (SELECT string_agg(concat_ws(',', t.id, t.finding, t.outcome, extract(epoch FROM t.raised_at),
          extract(epoch FROM t.correcting_at)), ';' ORDER BY t.id)
        FROM source_tasks t JOIN evidence e ON e.id = t.evidence_id WHERE e.source_id = s.id)
    )), 12) AS word
    FROM sources s WHERE ${asked}`;
  return new Map(rows.map(({ id, word }) => [id, word]));
}

/** How the watch of a source stands. */
export type Watch = {
  checkedAt: Date | null;
  checkingUntil: Date | null;
  askedAt: Date | null;
  nextCheckAt: Date | null;
  failures: number;
  failure: SnapshotFailure | null;
};

/** Null: the source is not watched. One that was attached just now is from its first look on. */
export async function getWatch(sourceId: string, db: Db = pool): Promise<Watch | null> {
  if (!isId(sourceId)) return null;
  const source = await db.source.findFirst({
    where: { id: sourceId, ...watchedSources },
    select: {
      watch: {
        select: {
          checkedAt: true,
          checkingUntil: true,
          askedAt: true,
          nextCheckAt: true,
          failures: true,
          failure: true,
        },
      },
    },
  });
  if (!source) return null;
  const { watch } = source;
  if (!watch) {
    return {
      checkedAt: null,
      checkingUntil: null,
      askedAt: null,
      nextCheckAt: null,
      failures: 0,
      failure: null,
    };
  }
  return { ...watch, failure: watch.failure === null ? null : snapshotFailure.parse(watch.failure) };
}

/**
 * Pages that are watched: with an address, and cited in public by a claim that was not given up. What is confidential
 * is not looked at by itself, nor where somebody wrote why there is no copy: a look tells a page's owner who reads it.
 */
export const watchedSources = {
  url: { not: null },
  evidence: { some: { visibility: "public", noSnapshotReason: null, claim: live } },
} satisfies Prisma.SourceWhereInput;

/** What is to be looked at. `hasText`: a copy of it is kept that could be read. */
export type Check = { url: string; etag: string | null; lastModified: string | null; hasText: boolean };

/** With what came with the page last; null when it is not watched any more. */
export async function getCheck(sourceId: string, db: Db = pool): Promise<Check | null> {
  const source = await db.source.findFirst({
    where: { id: sourceId, ...watchedSources },
    select: {
      url: true,
      watch: { select: { checkedAt: true, etag: true, lastModified: true } },
      // What was cited since the page was compared last was not compared with it.
      evidence: { orderBy: { updatedAt: "desc" }, take: 1, select: { updatedAt: true } },
      snapshots: { where: { text: { not: null } }, take: 1, select: { id: true } },
    },
  });
  if (!source?.watch || source.url === null) return null;
  const { checkedAt, etag, lastModified } = source.watch;
  const citedAt = source.evidence[0]?.updatedAt ?? null;
  const isCompared = checkedAt !== null && (citedAt === null || citedAt < checkedAt);
  const known = isCompared ? { etag, lastModified } : { etag: null, lastModified: null };
  return { url: source.url, hasText: source.snapshots.length > 0, ...known };
}
