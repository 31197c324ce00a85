import { z } from "zod";
import type { HistoryEvent } from "#lib/audit/queries.ts";
import { readAuditEntry } from "#lib/audit/schema.ts";
import { NO_SALT } from "#lib/audit/values.ts";
import { decodeCursor, type Page, pageOf } from "#lib/cursor.ts";
import { type Db, db as pool } from "#lib/db/client.ts";
import { type Found, foundSchema } from "./findings.ts";
import { isOverdue, isUnderWay } from "./rules.ts";
import type { EventKind } from "./values.ts";

/** Which events are wanted; null: whatever it is. `from` and `until` are instants, the latter not among them. */
export type LogFilter = {
  memberId: string | null;
  kind: EventKind | null;
  articleId: string | null;
  claimId: string | null;
  from: Date | null;
  until: Date | null;
};

export type LogEvent = HistoryEvent & {
  seq: number;
  article: { id: string; title: string } | null;
  claim: { id: string; statement: string } | null;
};

const seqCursor = z.tuple([z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)]);

/** What was done, newest first, with the names of what it was done to as far as that is still there. */
export async function listLog({
  filter,
  cursor,
  take,
  db = pool,
}: {
  filter: LogFilter;
  cursor?: string | undefined;
  take: number;
  db?: Db;
}): Promise<Page<LogEvent>> {
  const [before] = decodeCursor(cursor, seqCursor) ?? [];
  const { memberId, kind, articleId, claimId, from, until } = filter;
  const rows = await db.auditEvent.findMany({
    where: {
      ...(before !== undefined && { seq: { lt: before } }),
      ...(memberId !== null && { actorId: memberId }),
      ...(kind !== null && { kind }),
      ...(articleId !== null && { articleId }),
      ...(claimId !== null && { claimId }),
      AND: [from && { at: { gte: from } }, until && { at: { lt: until } }].filter((part) => part !== null),
    },
    orderBy: { seq: "desc" },
    take: take + 1,
    select: {
      id: true,
      seq: true,
      at: true,
      actorName: true,
      actorSalt: true,
      tokenName: true,
      articleId: true,
      claimId: true,
      subjectId: true,
      action: true,
      data: true,
    },
  });
  const page = pageOf(rows, take, ({ seq }) => [Number(seq)]);
  const names = await namesOf(page.items, db);
  const items = page.items.map(({ action, data, seq, actorSalt, articleId, claimId, ...event }) => ({
    ...readAuditEntry({ action, data }),
    ...event,
    seq: Number(seq),
    isFormer: actorSalt === NO_SALT,
    article: names.articles.get(articleId ?? "") ?? null,
    claim: names.claims.get(claimId ?? "") ?? null,
  }));
  return { ...page, items };
}

type Named = { articleId: string | null; claimId: string | null };

async function namesOf(events: readonly Named[], db: Db) {
  const idsOf = (of: (event: Named) => string | null) => [
    ...new Set(events.flatMap((event) => of(event) ?? [])),
  ];
  const [articles, claims] = await Promise.all([
    db.article.findMany({
      where: { id: { in: idsOf(({ articleId }) => articleId) } },
      select: { id: true, title: true },
    }),
    db.claim.findMany({
      where: { id: { in: idsOf(({ claimId }) => claimId) } },
      select: { id: true, statement: true },
    }),
  ]);
  return {
    articles: new Map(articles.map((article) => [article.id, article])),
    claims: new Map(claims.map((claim) => [claim.id, claim])),
  };
}

/** Where the history stands: the newest signed head, of one article's chain or of all, and what came after it. */
export type Standing = {
  head: { chain: string; length: number; hash: string; at: Date } | null;
  unsigned: number;
};

export async function getStanding({
  articleId,
  db = pool,
}: {
  articleId: string | null;
  db?: Db;
}): Promise<Standing> {
  const head = await db.auditHead.findFirst({
    where: articleId === null ? {} : { chain: articleId },
    orderBy: { number: "desc" },
    select: { chain: true, length: true, hash: true, at: true, upTo: true },
  });
  const unsigned = await (articleId === null
    ? db.auditEvent.count({ where: { seq: { gt: head?.upTo ?? 0 } } })
    : db.auditLink.count({ where: { chain: articleId, position: { gt: head?.length ?? 0 } } }));
  return {
    head: head && {
      chain: head.chain,
      length: head.length,
      hash: Buffer.from(head.hash).toString("hex"),
      at: head.at,
    },
    unsigned,
  };
}

/** What came of a look at the whole history. */
export type Result = {
  at: Date;
  events: number;
  chains: number;
  /** Signed heads it was compared with. */
  heads: number;
  findings: number;
  /** Null when nothing was found. */
  found: Found | null;
};

/** What is known of whether the history was altered. */
export type Verified = {
  /** When the look that is under way was asked for. */
  askedAt: Date | null;
  /** Null: there was none yet. */
  last: Result | null;
  /** When a later look came to no end. */
  failedAt: Date | null;
  /** There is no result, or none of the last two days. */
  isOverdue: boolean;
};

export async function getVerified({ now, db = pool }: { now: Date; db?: Db }): Promise<Verified> {
  const [open, last, newest, first] = await Promise.all([
    db.auditVerification.findFirst({ where: { finishedAt: null }, select: { askedAt: true } }),
    getLastResult(db),
    db.auditVerification.findFirst({
      where: { finishedAt: { not: null } },
      orderBy: { finishedAt: "desc" },
      select: { finishedAt: true, isFailed: true },
    }),
    db.auditEvent.findFirst({ orderBy: { seq: "asc" }, select: { at: true } }),
  ]);
  const isLost = open !== null && !isUnderWay({ ...open, now });
  return {
    askedAt: isLost ? null : (open?.askedAt ?? null),
    last,
    failedAt: isLost ? open.askedAt : newest?.isFailed ? newest.finishedAt : null,
    isOverdue: isOverdue({ since: last?.at ?? first?.at ?? now, now }),
  };
}

/** The last look that came to an end; null when there was none. */
export async function getLastResult(db: Db = pool): Promise<Result | null> {
  const row = await db.auditVerification.findFirst({
    where: { finishedAt: { not: null }, isFailed: false },
    orderBy: { finishedAt: "desc" },
    select: { finishedAt: true, events: true, chains: true, heads: true, findings: true, found: true },
  });
  if (!row?.finishedAt) return null;
  const { finishedAt: at, found, ...counts } = row;
  return { at, ...counts, found: found === null ? null : foundSchema.parse(found) };
}

/** Everybody somebody may be looked for by, by name. More than a newsroom has. */
export function listPeople(db: Db = pool): Promise<{ id: string; name: string }[]> {
  return db.member.findMany({
    where: { erasedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 1_000,
    select: { id: true, name: true },
  });
}
