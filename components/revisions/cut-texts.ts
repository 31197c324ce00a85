import type { Block } from "#lib/anchoring/blocks.ts";
import type { DiffRow, Run } from "#lib/anchoring/diff/revision-diff.ts";
import { firstWhere } from "#lib/anchoring/first-where.ts";
import { cutArticle, type Segment } from "#lib/anchoring/segments.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import type { RevisionText } from "#lib/revisions/queries.ts";
import type { ComparedPassage } from "./compared-passages.ts";

export type Side = "before" | "after";

/** A text cut where runs and passages begin and end. `segmentsIn` answers the pieces of one run, in order. */
export type CutText = {
  text: string;
  blocks: readonly Block[];
  passages: ReadonlyMap<string, ComparedPassage>;
  segmentsIn: (run: Span) => Segment[];
};

/** Cuts both texts of a comparison, ready to be drawn. */
export function cutTexts(
  texts: Record<Side, RevisionText>,
  rows: readonly DiffRow[],
  passages: readonly ComparedPassage[],
): Record<Side, CutText> {
  return {
    before: cutText(
      texts.before,
      rows.flatMap((row) => row.beforeRuns),
      passages.flatMap((each) => placed(each, "before")),
    ),
    after: cutText(
      texts.after,
      rows.flatMap((row) => row.afterRuns),
      passages.flatMap((each) => placed(each, "after")),
    ),
  };
}

type Placed = { passage: ComparedPassage; span: Span };

function placed(passage: ComparedPassage, side: Side): Placed[] {
  const span = passage[side];
  return span === null ? [] : [{ passage, span }];
}

function cutText({ text, blocks }: RevisionText, runs: readonly Run[], placed: readonly Placed[]): CutText {
  const spans = [
    ...runs.map((run) => ({ start: run.start, end: run.end, id: `run ${run.start}` })),
    ...placed.map(({ passage, span }) => ({ ...span, id: passage.id })),
  ];
  const segments = cutArticle({ blocks, spans }).flatMap((cut) => cut.segments);
  return {
    text,
    blocks,
    passages: new Map(placed.map(({ passage }) => [passage.id, passage])),
    segmentsIn: (run) => segments.slice(firstFrom(segments, run.start), firstFrom(segments, run.end)),
  };
}

/** The first of `sorted` that does not begin before `offset`. */
function firstFrom(sorted: readonly Span[], offset: number): number {
  return firstWhere(sorted.length, (index) => (sorted[index]?.start ?? 0) >= offset);
}
