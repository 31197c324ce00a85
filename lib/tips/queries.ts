import type { Actor } from "#lib/auth/policy.ts";
import { decodeCursor, instantAndId, type Page, pageOf } from "#lib/cursor.ts";
import { type Db, db as pool } from "#lib/db/client.ts";
import { dayFrom } from "#lib/db/days.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { kindsFor, seesAddress } from "./rules.ts";
import type { TipFilter } from "./schema.ts";
import type { TipKind, TipProblem, TipState } from "./values.ts";

const PAGE = 20;

/** A tip as a member may see it: the address only who may be told it. */
export type TipItem = {
  id: string;
  kind: TipKind;
  state: TipState;
  problem: TipProblem | null;
  words: string;
  link: string | null;
  claimantName: string | null;
  /** A calendar day, `YYYY-MM-DD`. */
  saidOn: string | null;
  createdAt: Date;
  /** The claim it is about, or that came of it. `slug`: under which readers see it; null when they do not. */
  claim: { id: string; number: number; statement: string; slug: string | null } | null;
  takenBy: { id: string; name: string; at: Date } | null;
  settled: { name: string; at: Date; reason: string | null } | null;
  hasAddress: boolean;
  /** Null: there is none, or it is not for this member. */
  email: string | null;
  erasedAt: Date | null;
  /** When all of it was erased, with the address. */
  emptiedAt: Date | null;
  answer: {
    text: string;
    name: string;
    at: Date;
    byMail: boolean;
    mailedAt: Date | null;
    failedAt: Date | null;
  } | null;
};

const itemSelect = {
  id: true,
  kind: true,
  state: true,
  problem: true,
  words: true,
  link: true,
  claimantName: true,
  saidOn: true,
  createdAt: true,
  email: true,
  erasedAt: true,
  emptiedAt: true,
  takenById: true,
  takenAt: true,
  takenBy: { select: { name: true } },
  settledAt: true,
  settledBy: { select: { name: true } },
  reason: true,
  answer: true,
  answeredAt: true,
  answeredBy: { select: { name: true } },
  answerByMail: true,
  mailedAt: true,
  mailFailedAt: true,
  claim: {
    select: {
      id: true,
      number: true,
      statement: true,
      publications: { where: { isCurrent: true, withdrawnAt: null }, select: { slug: true } },
    },
  },
} satisfies Prisma.TipSelect;

/** Tips for this member: what waits, the longest first, or what is settled, the latest first. */
export async function listTips({
  viewer,
  filter: { isSettled, kind },
  cursor,
  take = PAGE,
  db = pool,
}: {
  viewer: Actor;
  filter: TipFilter;
  cursor?: string | undefined;
  take?: number;
  db?: Db;
}): Promise<Page<TipItem>> {
  const after = decodeCursor(cursor, instantAndId);
  const at = isSettled ? "settledAt" : "createdAt";
  const order = isSettled ? "desc" : "asc";
  const beyond = isSettled ? "lt" : "gt";
  const rows = await db.tip.findMany({
    where: {
      kind: { in: kindsFor(viewer).filter((known) => kind === null || known === kind) },
      settledAt: isSettled ? { not: null } : null,
      ...(after && {
        AND: [
          { [at]: { [`${beyond}e`]: after[0] } },
          { OR: [{ [at]: { [beyond]: after[0] } }, { id: { [beyond]: after[1] } }] },
        ],
      }),
    },
    orderBy: [{ [at]: order }, { id: order }],
    take: take + 1,
    select: itemSelect,
  });
  const page = pageOf(rows, take, (row) => [row[at] ?? row.createdAt, row.id]);
  return { ...page, items: page.items.map((row) => toItem(row, viewer)) };
}

type Row = Prisma.TipGetPayload<{ select: typeof itemSelect }>;

function toItem(row: Row, viewer: Actor): TipItem {
  const { takenById, takenAt, takenBy, settledAt, settledBy, reason, claim, email, saidOn, ...rest } = row;
  const {
    answer,
    answeredAt,
    answeredBy,
    answerByMail: byMail,
    mailedAt,
    mailFailedAt: failedAt,
    ...tip
  } = rest;
  return {
    ...tip,
    saidOn: dayFrom(saidOn),
    claim: claim && {
      id: claim.id,
      number: claim.number,
      statement: claim.statement,
      slug: claim.publications[0]?.slug ?? null,
    },
    takenBy: takenById && takenBy && takenAt ? { id: takenById, name: takenBy.name, at: takenAt } : null,
    settled: settledAt && settledBy && { name: settledBy.name, at: settledAt, reason },
    hasAddress: email !== null,
    email: seesAddress({ state: tip.state, takenById }, viewer) ? email : null,
    answer:
      answer !== null && answeredAt && answeredBy
        ? { text: answer, name: answeredBy.name, at: answeredAt, byMail, mailedAt, failedAt }
        : null,
  };
}

/** How many tips for this member wait, of each kind. */
export async function countTips(
  viewer: Pick<Actor, "role">,
  db: Db = pool,
): Promise<Record<TipKind, number>> {
  const counts: Record<TipKind, number> = { error: 0, claim: 0 };
  const rows = await db.tip.groupBy({
    by: ["kind"],
    where: { kind: { in: kindsFor(viewer) }, settledAt: null },
    _count: { id: true },
  });
  for (const { kind, _count } of rows) counts[kind] = _count.id;
  return counts;
}

/** An answer that is to be mailed; null when there is nothing to mail any more. */
export async function getAnswer(
  tipId: string,
  db: Db = pool,
): Promise<{ email: string; answer: string; kind: TipKind } | null> {
  const tip = await db.tip.findFirst({
    where: { id: tipId, answerByMail: true, mailedAt: null },
    select: { email: true, answer: true, kind: true },
  });
  if (!tip || tip.email === null || tip.answer === null) return null;
  return { email: tip.email, answer: tip.answer, kind: tip.kind };
}

/** Under which slugs readers see these claims; those they do not see are left out. */
export async function slugsOfPublished(
  claimIds: readonly string[],
  db: Db = pool,
): Promise<ReadonlyMap<string, string>> {
  if (claimIds.length === 0) return new Map();
  const rows = await db.publication.findMany({
    where: { claimId: { in: [...claimIds] }, isCurrent: true, withdrawnAt: null },
    select: { claimId: true, slug: true },
  });
  return new Map(rows.map(({ claimId, slug }) => [claimId, slug]));
}
