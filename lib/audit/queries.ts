import { type Db, db as pool } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { isId } from "#lib/input.ts";
import { type HeadRow, headIn, headOf, isSignedBy, type SignedHead } from "./heads.ts";
import { type ReadEntry, readAuditEntry } from "./schema.ts";
import { NO_SALT } from "./values.ts";
import { type Finding, type Head, type Verification, verifyChains } from "./verify.ts";

/** One thing that happened. `actorName` is empty when the system did it by itself, or somebody who was erased since. */
export type HistoryEvent = ReadEntry & HistoryFacts;

type HistoryFacts = {
  id: string;
  at: Date;
  actorName: string;
  /** Who did it was erased. */
  isFormer: boolean;
  /** Of the token with which a program did it for them. */
  tokenName: string | null;
  /** What it was done to, when that is neither article nor claim. */
  subjectId: string | null;
};

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
    select: {
      id: true,
      at: true,
      actorName: true,
      actorSalt: true,
      tokenName: true,
      subjectId: true,
      action: true,
      data: true,
    },
  });
  return events.map(({ action, data, actorSalt, ...event }) => ({
    ...readAuditEntry({ action, data }),
    ...event,
    isFormer: actorSalt === NO_SALT,
  }));
}

/** One thing that happened, as programs that keep a copy of the history get it. `seq` counts all events there are. */
export type ListedEvent = HistoryFacts & {
  action: string;
  data: Record<string, unknown>;
  seq: number;
  actorId: string | null;
  tokenId: string | null;
  articleId: string | null;
  claimId: string | null;
};

/**
 * What happened, oldest first, behind the number `after`: of one article, or of everything. Not yet what an event with a
 * lower number may still come before, which is as long as a transaction takes: who goes on from the last misses none.
 */
export async function listEvents({
  articleId,
  after = 0,
  take,
  db = pool,
}: {
  articleId?: string | undefined;
  after?: number | undefined;
  take: number;
  db?: Db;
}): Promise<ListedEvent[]> {
  const [{ horizon } = { horizon: 0n }] = await db.$queryRaw<{ horizon: bigint }[]>`
    SELECT audit_horizon() AS horizon`;
  const events = await db.auditEvent.findMany({
    where: { seq: { gt: after, lte: horizon }, ...(articleId !== undefined && { articleId }) },
    orderBy: { seq: "asc" },
    take,
    select: {
      id: true,
      seq: true,
      at: true,
      actorId: true,
      actorName: true,
      actorSalt: true,
      tokenId: true,
      tokenName: true,
      articleId: true,
      claimId: true,
      subjectId: true,
      action: true,
      data: true,
    },
  });
  return events.map(({ action, data, seq, actorSalt, ...event }) => ({
    ...told({ action, data }),
    ...event,
    seq: Number(seq),
    isFormer: actorSalt === NO_SALT,
  }));
}

/** Of what cannot be read, what stands there. */
function told(event: { action: string; data: unknown }): { action: string; data: Record<string, unknown> } {
  const entry = readAuditEntry(event);
  if (entry.action !== "event.unreadable") return entry;
  return { action: event.action, data: event.data as Record<string, unknown> };
}

/** That something of an article changed. `claimId` is null when it was the article itself. */
export type ArticleChange = { seq: number; kind: string; claimId: string | null };

/** More than this many claims changed at once are read by reading the article again. */
const MOST_CHANGES = 500;

/**
 * Numbers are given before a transaction commits, so an event may appear after one with a higher number. How long
 * after: a transaction may take 5 seconds (Prisma's limit), clocks may differ by some, and in that time a desk writes
 * far fewer events than these.
 */
const OVERLAP = { seconds: 60, events: 2_000 } as const;

/**
 * What changed in an article after the event with this number, each claim once, with those events that may have
 * become visible after it although their numbers are lower. Null when that is too much to tell one by one.
 */
export async function listArticleChanges({
  articleId,
  after,
  db = pool,
}: {
  articleId: string;
  after: number;
  db?: Db;
}): Promise<ArticleChange[] | null> {
  const rows = await db.$queryRaw<{ seq: bigint; kind: string; claimId: string | null }[]>`
    SELECT max(seq) AS seq, announced_kind(action) AS kind, claim_id AS "claimId"
    FROM audit_events
    WHERE article_id = ${articleId}::uuid AND action <> 'article.created' AND (
      seq > ${after} OR seq BETWEEN ${after - OVERLAP.events} AND ${after - 1} AND at > (
        SELECT at - make_interval(secs => ${OVERLAP.seconds}) FROM audit_events
        WHERE seq = ${after} AND article_id = ${articleId}::uuid
      )
    )
    GROUP BY 2, 3 ORDER BY 1 LIMIT ${MOST_CHANGES + 1}`;
  if (rows.length > MOST_CHANGES) return null;
  return rows.map(({ seq, ...change }) => ({ ...change, seq: Number(seq) }));
}

/** The number of the newest event of an article: what was read after this knows all events up to it. 0: none. */
export async function lastArticleSeq(articleId: string, db: Db = pool): Promise<number> {
  if (!isId(articleId)) return 0;
  const newest = await db.auditEvent.findFirst({
    where: { articleId },
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  return Number(newest?.seq ?? 0);
}

/** As `Verification`; `forged` is about a kept head. `line`: from 1. */
export type KeptVerification = Omit<Verification, "findings"> & {
  findings: (Finding | (Omit<Finding, "kind" | "chain"> & { kind: "forged"; chain: string; line: number }))[];
};

/** Milliseconds: no history takes as long. */
const LONGEST = 6 * 3_600_000;

/** Signatures that are looked at without letting anything else of the process have its turn. */
const AT_A_TIME = 500;

/**
 * Verifies the chains against signed heads as they were kept, a line of JSON each. Without a `db` they are looked at as
 * they are at one moment: what is taken out for a person's sake meanwhile would look as if it had been altered.
 */
export async function verifyKept({
  heads: lines,
  keys,
  db,
}: {
  heads: readonly string[];
  keys: readonly string[];
  db?: Db;
}): Promise<KeptVerification> {
  const heads: Head[] = [];
  const forged: KeptVerification["findings"] = [];
  for (const [at, line] of lines.entries()) {
    if (at % AT_A_TIME === 0) await new Promise(setImmediate);
    const head = headIn(line);
    if (head && isSignedBy(keys, head)) heads.push(head);
    else
      forged.push({
        kind: "forged",
        chain: head?.chain ?? "?",
        from: null,
        to: null,
        eventId: null,
        line: at + 1,
      });
  }
  const look = (on: Db) => verifyChains({ heads, db: on });
  const { findings, ...found } = db
    ? await look(db)
    : await pool.$transaction(look, { isolationLevel: "RepeatableRead", timeout: LONGEST });
  return { ...found, findings: [...forged, ...findings] };
}

/** The newest head of each chain, newest articles first, of those before `before`: as every worker signed them. */
export async function listNewestHeads({
  before,
  take,
}: {
  before: string | undefined;
  take: number;
}): Promise<SignedHead[]> {
  // A chain has a head for each minute it grew in: from one chain to the next by the index, without those between.
  const start = before === undefined ? Prisma.sql`true` : Prisma.sql`chain < ${before}::uuid`;
  const rows = await pool.$queryRaw<HeadRow[]>`
    WITH RECURSIVE newest AS (
      (SELECT * FROM audit_heads WHERE ${start} ORDER BY chain DESC, length DESC LIMIT 1)
      UNION ALL
      SELECT next.* FROM newest CROSS JOIN LATERAL (
        SELECT * FROM audit_heads WHERE chain < newest.chain ORDER BY chain DESC, length DESC LIMIT 1
      ) next
    )
    SELECT chain::text, length, hash, at, key, signature FROM newest LIMIT ${take}::int`;
  return rows.map(headOf);
}
