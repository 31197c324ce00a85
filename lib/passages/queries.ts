import type { Block } from "#lib/anchoring/blocks.ts";
import { type WordsInContext, wordsInContext } from "#lib/anchoring/sentences.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { storedBlocks, storedDirection } from "#lib/articles/schema.ts";
import type { ClaimState } from "#lib/claims/schema.ts";
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
  previousId: true,
  createdAt: true,
  revision: { select: { id: true, number: true, text: true, blocks: true } },
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
  return { ...page, items: await Promise.all(page.items.map((row) => toRepair(row, db))) };
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

async function toRepair(row: RepairRow, db: Db): Promise<RepairItem> {
  const { article, ...claim } = row.claim;
  const { language } = article;
  const blocks: Block[] = storedBlocks.parse(row.revision.blocks);
  const text = { text: row.revision.text, blocks, language };
  const placed = placeOf(row);
  return {
    passageId: row.id,
    outcome: row.outcome,
    changedAt: row.createdAt,
    claim,
    article: {
      ...article,
      direction: storedDirection(article.direction),
      revisionId: row.revision.id,
      revisionNumber: row.revision.number,
    },
    before: { quote: row.chosenQuote, context: await contextBefore(row, language, db) },
    place: placed && placeAt(text, { ...placed, score: row.score }),
    candidates: storedCandidates.parse(row.candidates).map((candidate) => placeAt(text, candidate)),
  };
}

type Text = { text: string; blocks: Block[]; language: string };

function placeAt(
  { text, blocks, language }: Text,
  { start, end, score }: Span & { score: number },
): RepairPlace {
  return { start, end, score, context: wordsInContext(text, blocks, { start, end }, language) };
}

/** Back through the revisions to where the words last stood as a person chose them. */
async function contextBefore(
  { previousId, chosenQuote }: RepairRow,
  language: string,
  db: Db,
): Promise<WordsInContext | null> {
  for (let id = previousId; id !== null; ) {
    const found: PreviousRow | null = await db.passage.findUnique({ where: { id }, select: previousSelect });
    const span = found && placeOf(found);
    if (found && span && found.quote === chosenQuote) {
      const blocks: Block[] = storedBlocks.parse(found.revision.blocks);
      return wordsInContext(found.revision.text, blocks, span, language);
    }
    id = found?.previousId ?? null;
  }
  return null;
}

const previousSelect = {
  previousId: true,
  startOffset: true,
  endOffset: true,
  quote: true,
  revision: { select: { text: true, blocks: true } },
} satisfies Prisma.PassageSelect;

type PreviousRow = Prisma.PassageGetPayload<{ select: typeof previousSelect }>;
