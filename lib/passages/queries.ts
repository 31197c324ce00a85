import type { Block } from "#lib/anchoring/blocks.ts";
import { type WordsInContext, wordsInContext } from "#lib/anchoring/sentences.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { storedBlocks, storedDirection } from "#lib/articles/schema.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import { decodeCursor, instantAndId, type Page, pageOf } from "#lib/cursor.ts";
import { type Db, db as pool } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { isId } from "#lib/input.ts";
import { placeOf, UNSURE } from "./rules.ts";
import { type AnchorOutcome, storedCandidates } from "./schema.ts";

/** A place in the newest text: UTF-16 offsets, how much of the words was found there (0 to 1), the words in context. */
export type RepairPlace = Span & { score: number; context: WordsInContext };

/** A passage that waits for a person to say where it stands. */
export type RepairItem = {
  passageId: string;
  outcome: AnchorOutcome;
  /** When the text changed under it. */
  changedAt: Date;
  claim: { id: string; number: number; statement: string; state: ClaimState; authorId: string };
  article: {
    id: string;
    title: string;
    language: string;
    direction: "ltr" | "rtl";
    revisionId: string;
    revisionNumber: number;
  };
  /** The words as a person last chose them, in the last text they stood in; context null when that is not known. */
  before: { quote: string; context: WordsInContext | null };
  /** Where it was put provisionally; null when nothing was good enough. */
  place: RepairPlace | null;
  /** Other places offered, best first. */
  candidates: RepairPlace[];
};

const PAGE = 25;

const repairSelect = {
  id: true,
  outcome: true,
  score: true,
  startOffset: true,
  endOffset: true,
  chosenQuote: true,
  candidates: true,
  createdAt: true,
  revisionId: true,
  revision: { select: { number: true } },
  claim: {
    select: {
      id: true,
      number: true,
      statement: true,
      state: true,
      authorId: true,
      article: { select: { id: true, title: true, language: true, direction: true } },
    },
  },
} satisfies Prisma.PassageSelect;

type RepairRow = Prisma.PassageGetPayload<{ select: typeof repairSelect }>;

/** What needs a person, oldest change first: of one article, or of the whole desk. Claims that were given up do not. */
const waiting = {
  isCurrent: true,
  repair: null,
  outcome: { in: UNSURE },
  claim: { state: { notIn: ["dismissed", "withdrawn"] } },
} satisfies Prisma.PassageWhereInput;

/** The repair list. A cursor that is none begins at the beginning. */
export async function listRepairs({
  articleId,
  cursor,
  take = PAGE,
  db = pool,
}: {
  articleId?: string | undefined;
  cursor?: string | undefined;
  take?: number;
  db?: Db;
}): Promise<Page<RepairItem>> {
  if (articleId !== undefined && !isId(articleId)) return { items: [], next: null };
  const after = decodeCursor(cursor, instantAndId);
  const rows = await db.passage.findMany({
    where: {
      ...waiting,
      ...(articleId !== undefined && { claim: { ...waiting.claim, articleId } }),
      ...(after && {
        createdAt: { gte: after[0] },
        OR: [{ createdAt: { gt: after[0] } }, { id: { gt: after[1] } }],
      }),
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: take + 1,
    select: repairSelect,
  });
  const page = pageOf(rows, take, ({ createdAt, id }) => [createdAt, id]);
  return { ...page, items: await toRepairs(page.items, db) };
}

/** How many passages wait, and how many of them are of published claims: those are for editors. */
export async function countRepairs({
  articleId,
  db = pool,
}: {
  articleId?: string;
  db?: Db;
} = {}): Promise<{ all: number; published: number }> {
  if (articleId !== undefined && !isId(articleId)) return { all: 0, published: 0 };
  // Outcomes and states as constants: then the partial index over open passages answers, on every page of the desk.
  const [counts] = await db.$queryRaw<{ all: number; published: number }[]>`
    SELECT count(*)::int AS "all", (count(*) FILTER (WHERE c.state = 'published'))::int AS published
    FROM passages p JOIN claims c ON c.id = p.claim_id
    WHERE p.is_current AND p.repair IS NULL AND p.outcome IN ('reworded', 'ambiguous', 'lost')
      AND c.state NOT IN ('dismissed', 'withdrawn')
      AND ${articleId === undefined ? Prisma.sql`true` : Prisma.sql`c.article_id = ${articleId}::uuid`}`;
  return counts ?? { all: 0, published: 0 };
}

/** The items of one page. Every text they stand or stood in is read once, however many stand in it. */
async function toRepairs(rows: readonly RepairRow[], db: Db): Promise<RepairItem[]> {
  const stood = await lastChosenPlaces(rows, db);
  const revisionIds = [...rows, ...stood.values()].map(({ revisionId }) => revisionId);
  const texts = await readTexts([...new Set(revisionIds)], db);
  return rows.map((row) => toRepair(row, { stood: stood.get(row.id) ?? null, texts }));
}

type Found = { stood: StoodAt | null; texts: ReadonlyMap<string, Text> };

function toRepair(row: RepairRow, { stood, texts }: Found): RepairItem {
  const { article, ...claim } = row.claim;
  const context = (span: Span, revisionId: string) => contextIn(texts, revisionId, span, article.language);
  const place = (span: Span & { score: number }) => ({ ...span, context: context(span, row.revisionId) });
  const placed = placeOf(row);
  return {
    passageId: row.id,
    outcome: row.outcome,
    changedAt: row.createdAt,
    claim,
    article: {
      ...article,
      direction: storedDirection(article.direction),
      revisionId: row.revisionId,
      revisionNumber: row.revision.number,
    },
    before: { quote: row.chosenQuote, context: stood && context(stood, stood.revisionId) },
    place: placed && place({ ...placed, score: row.score }),
    candidates: storedCandidates.parse(row.candidates).map(place),
  };
}

type Text = { text: string; blocks: Block[] };

async function readTexts(revisionIds: string[], db: Db): Promise<ReadonlyMap<string, Text>> {
  const rows = await db.revision.findMany({
    where: { id: { in: revisionIds } },
    select: { id: true, text: true, blocks: true },
  });
  return new Map(rows.map(({ id, text, blocks }) => [id, { text, blocks: storedBlocks.parse(blocks) }]));
}

function contextIn(
  texts: ReadonlyMap<string, Text>,
  revisionId: string,
  span: Span,
  language: string,
): WordsInContext {
  const revision = texts.get(revisionId);
  if (!revision) throw new Error(`Revision ${revisionId} was not read`);
  return wordsInContext(revision.text, revision.blocks, { start: span.start, end: span.end }, language);
}

type StoodAt = Span & { revisionId: string };

/**
 * Where each passage's words last stood as a person chose them, by the passage's id: back through the revisions in
 * one query that touches no text. The words looked for are the waiting passage's, all the way.
 */
async function lastChosenPlaces(rows: readonly RepairRow[], db: Db): Promise<Map<string, StoodAt>> {
  const ids = rows.map(({ id }) => id);
  const found = await db.$queryRaw<(StoodAt & { id: string })[]>`
    WITH RECURSIVE back AS (
      SELECT id, chosen_quote AS wanted, previous_id, NULL::uuid AS revision_id, NULL::int AS "start", NULL::int AS "end"
      FROM passages WHERE id = ANY(${ids}::uuid[])
      UNION ALL
      SELECT back.id, back.wanted, p.previous_id,
        CASE WHEN p.start_offset IS NOT NULL AND p.quote = back.wanted THEN p.revision_id END, p.start_offset, p.end_offset
      FROM back JOIN passages p ON p.id = back.previous_id
      WHERE back.revision_id IS NULL
    )
    SELECT id, revision_id AS "revisionId", "start", "end" FROM back WHERE revision_id IS NOT NULL`;
  return new Map(found.map(({ id, ...place }) => [id, place]));
}
