import { type Db, db as pool } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

/** Rows by the table they are in. */
type Rows = Record<string, Record<string, unknown>[]>;

/** What the desk holds of a member, for them to have. */
export type HeldOfMember = {
  /** Their account and what goes with it. */
  account: Rows;
  /** What they did, oldest first. */
  history: { at: string; action: string; articleId: string | null; claimId: string | null }[];
};

/** Secrets, and what answers were given to their browser: of no use to anybody else, and a danger in a file. */
const SECRET = /hash|secret|passw|token|sha256|salt|credential|answer/;
/**
 * Not in the file: what may say how somebody judged a claim before others have (drafts, notifications), and what is
 * forgotten within minutes or a day.
 */
const UNTOLD: ReadonlySet<string> = new Set([
  "comment_reads",
  "deleted_claims",
  "drafts",
  "notifications",
  "passkey_challenges",
  "presences",
  "sent_forms",
  "snoozes",
]);

/** What the desk holds of a member; null when there is none. */
export async function getHeldOfMember(memberId: string, db: Db = pool): Promise<HeldOfMember | null> {
  const rows = await db.$queryRaw<{ kind: string; content: Record<string, unknown> }[]>`
    SELECT kind, content FROM belongings_of(${memberId}::uuid)`;
  if (!rows.some(({ kind }) => kind === "members")) return null;
  const account: Rows = {};
  for (const { kind, content } of rows) {
    if (UNTOLD.has(kind)) continue;
    const shown = Object.entries(content).filter(([field]) => !SECRET.test(field));
    const list = account[kind] ?? [];
    list.push(Object.fromEntries(shown));
    account[kind] = list;
  }
  const events = await db.auditEvent.findMany({
    where: { actorId: memberId },
    orderBy: { seq: "asc" },
    select: { at: true, action: true, articleId: true, claimId: true },
  });
  return { account, history: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })) };
}

/** What somebody wrote to the desk from this address. */
export function listHeldOfPerson(email: string, db: Db = pool) {
  return listHeld({ email: { equals: email, mode: "insensitive" } }, db);
}

function listHeld(where: Prisma.TipWhereInput, db: Db) {
  return db.tip.findMany({
    where,
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      kind: true,
      words: true,
      link: true,
      claimantName: true,
      saidOn: true,
      email: true,
      answer: true,
      createdAt: true,
    },
  });
}

/**
 * Somebody who wrote in, as whoever erases them has to know: what there is, and what came of it. Without an address it is
 * one thing they sent.
 */
export type Person = {
  email: string | null;
  tips: (Omit<Awaited<ReturnType<typeof listHeldOfPerson>>[number], "email"> & {
    claim: { id: string; number: number } | null;
  })[];
};

/** Whoever a tip is from, with all that came from the same address; null when there is no such tip, or nothing of theirs is left. */
export async function getPerson(tipId: string, db: Db = pool): Promise<Person | null> {
  const tip = await db.tip.findUnique({ where: { id: tipId }, select: { email: true, emptiedAt: true } });
  if (!tip || tip.emptiedAt) return null;
  const held = await (tip.email === null ? listHeld({ id: tipId }, db) : listHeldOfPerson(tip.email, db));
  const claims = await db.tip.findMany({
    where: { id: { in: held.map(({ id }) => id) } },
    select: { id: true, claim: { select: { id: true, number: true } } },
  });
  const claimOf = new Map(claims.map(({ id, claim }) => [id, claim]));
  return {
    email: tip.email,
    tips: held.map(({ email: _, ...rest }) => ({ ...rest, claim: claimOf.get(rest.id) ?? null })),
  };
}

/** Where names or addresses still stand, as `table.column`, and in how many rows: for people to decide about. */
export async function listMentions(
  texts: readonly string[],
  db: Db = pool,
): Promise<{ place: string; found: number }[]> {
  const rows = await db.$queryRaw<{ place: string; found: bigint }[]>`
    SELECT place, in_rows AS found
    FROM mentions_of(ARRAY(SELECT lower(said) FROM unnest(${[...texts]}::text[]) said))`;
  return rows.map(({ place, found }) => ({ place, found: Number(found) }));
}
