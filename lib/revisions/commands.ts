import { type Anchored, type PassageToAnchor, reanchor } from "#lib/anchoring/reanchoring/reanchor.ts";
import { quoteAt } from "#lib/anchoring/spans.ts";
import { type ArticleText, hashOfText } from "#lib/articles/commands.ts";
import { lockArticle } from "#lib/articles/queries.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import type { Tx } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { ANCHOR_OUTCOMES, type AnchorOutcome } from "#lib/passages/schema.ts";
import { followArticle } from "#lib/publishing/commands.ts";

/** What became of one passage. Offsets are UTF-16 code units into the new text; null without a place. */
export type AnchoringResult = {
  claimId: string;
  passageId: string;
  outcome: AnchorOutcome;
  score: number;
  start: number | null;
  end: number | null;
};

/** A new revision, and how many of the article's passages came through which way. */
export type AddedRevision = {
  id: string;
  number: number;
  counts: Record<AnchorOutcome, number>;
  passages: AnchoringResult[];
};

/** `actor` null: found by the check for changes. */
export type NewRevision = {
  actor: Actor | null;
  articleId: string;
  content: Omit<ArticleText, "language">;
  originalId: string | null;
  /** Number of the text it was compared with, when it has to be the newest still; null: whatever that is. */
  basedOn?: number | null;
  now: Date;
};

/**
 * Adds a text to an article inside the caller's transaction, and carries every passage over into it. Null when the
 * text is the one the article has. Nothing is placed that was not found; what readers see of published claims is
 * told of the change. Refuses with `newer_text` when it was compared with an older one than the newest.
 */
export async function addRevision(tx: Tx, revision: NewRevision): Promise<AddedRevision | null> {
  const { actor, articleId, content, originalId, basedOn = null, now } = revision;
  if (actor) insist(forbidden(actor, "article.edit"));
  const newest = await lockNewest(tx, articleId);
  const sha256 = hashOfText(content.text);
  if (newest.sha256 === sha256) return null;
  if (basedOn !== null && basedOn !== newest.number) {
    throw new AppError("newer_text", { values: { basedOn, newest: newest.number } });
  }

  const number = newest.number + 1;
  const { text, blocks } = content;
  const { id } = await tx.revision.create({
    data: {
      articleId,
      number,
      text,
      blocks,
      sha256,
      originalId,
      createdById: actor?.id ?? null,
      createdAt: now,
    },
    select: { id: true },
  });
  const passages = await carryOver(tx, { articleId, revisionId: id, before: newest.text, after: text, now });
  await followArticle(tx, { articleId, now });
  const counts = countOutcomes(passages);
  await recordAudit(tx, { actor, action: "article.revised", articleId, data: { number, sha256, ...counts } });
  return { id, number, counts, passages };
}

/** A claim being made in the text waits here, or this waits for it: it knows then that there is a newer text. */
async function lockNewest(tx: Tx, articleId: string) {
  await lockArticle(tx, articleId);
  const newest = await tx.revision.findFirst({
    where: { articleId },
    orderBy: { number: "desc" },
    select: { number: true, text: true, sha256: true },
  });
  if (!newest) throw new AppError("not_found");
  return newest;
}

type Change = { articleId: string; revisionId: string; before: string; after: string; now: Date };

async function carryOver(
  tx: Tx,
  { articleId, revisionId, before, after, now }: Change,
): Promise<AnchoringResult[]> {
  const old = await tx.passage.findMany({
    where: { isCurrent: true, claim: { articleId } },
    orderBy: [{ startOffset: "asc" }, { id: "asc" }],
    select: passageSelect,
  });
  const open = old.filter(({ repair }) => repair !== "detached");
  const anchored = reanchor({ before, after, passages: open.map(toAnchor) });
  const results = new Map(anchored.map((result) => [result.id, result]));
  const rows = old.map((passage) => {
    const result = results.get(passage.id);
    return {
      revisionId,
      createdAt: now,
      ...(result ? rowOf(passage, result, after) : stillDetached(passage)),
    };
  });
  await tx.passage.updateMany({
    where: { isCurrent: true, claim: { articleId } },
    data: { isCurrent: false },
  });
  return insertPassages(tx, rows);
}

const passageSelect = {
  id: true,
  claimId: true,
  startOffset: true,
  endOffset: true,
  quote: true,
  chosenQuote: true,
  prefix: true,
  suffix: true,
  repair: true,
  repairedAt: true,
  repairedById: true,
} satisfies Prisma.PassageSelect;

type OldPassage = Prisma.PassageGetPayload<{ select: typeof passageSelect }>;
type PassageRow = Omit<Prisma.PassageCreateManyInput, "revisionId">;

function toAnchor({ id, startOffset, endOffset, chosenQuote, prefix, suffix }: OldPassage): PassageToAnchor {
  return { id, start: startOffset, end: endOffset, quote: chosenQuote, prefix, suffix };
}

function rowOf(passage: OldPassage, result: Anchored, after: string): PassageRow {
  const base = { claimId: passage.claimId, previousId: passage.id, outcome: result.outcome };
  if (result.outcome === "ambiguous" || result.outcome === "lost") {
    const { quote, chosenQuote, prefix, suffix } = passage;
    const { candidates } = result;
    return { ...base, quote, chosenQuote, prefix, suffix, candidates, score: candidates[0]?.score ?? 0 };
  }
  const words = quoteAt(after, result);
  return {
    ...base,
    ...words,
    score: result.score,
    startOffset: result.start,
    endOffset: result.end,
    chosenQuote: result.outcome === "reworded" ? passage.chosenQuote : words.quote,
  };
}

/** What a person took out of the article stays out, whatever the next text says. */
function stillDetached({ id, startOffset: _, endOffset: __, ...passage }: OldPassage): PassageRow {
  return { ...passage, previousId: id, outcome: "lost", score: 0 };
}

/** Rows in one statement: Postgres takes 65,535 parameters. */
const BATCH = 1_000;

async function insertPassages(
  tx: Tx,
  rows: readonly Prisma.PassageCreateManyInput[],
): Promise<AnchoringResult[]> {
  const results: AnchoringResult[] = [];
  for (let at = 0; at < rows.length; at += BATCH) {
    const made = await tx.passage.createManyAndReturn({
      data: rows.slice(at, at + BATCH),
      // Two passages of a claim that came together in one place are one.
      skipDuplicates: true,
      select: { id: true, claimId: true, outcome: true, score: true, startOffset: true, endOffset: true },
    });
    for (const { id, startOffset, endOffset, ...rest } of made) {
      results.push({ ...rest, passageId: id, start: startOffset, end: endOffset });
    }
  }
  return results;
}

function countOutcomes(passages: readonly AnchoringResult[]): Record<AnchorOutcome, number> {
  const counts = ANCHOR_OUTCOMES.map((outcome) => [
    outcome,
    passages.filter((passage) => passage.outcome === outcome).length,
  ]);
  return Object.fromEntries(counts) as Record<AnchorOutcome, number>;
}
