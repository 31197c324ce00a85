import type { Block } from "#lib/anchoring/blocks.ts";
import { type DiffRow, diffRevisions } from "#lib/anchoring/diff/revision-diff.ts";
import { matchWords } from "#lib/anchoring/diff/word-diff.ts";
import type { RevisionText } from "#lib/revisions/queries.ts";
import { type ComparedPassage, comparePassages } from "./compared-passages.ts";
import { type CutText, cutTexts, type Side } from "./cut-texts.ts";
import { type DiffStretch, foldUnits, unitsOf } from "./diff-units.ts";

/** Two revisions ready to be drawn. */
export type Comparison = {
  /** Those a person has to look at come first. */
  passages: ComparedPassage[];
  texts: Record<Side, CutText>;
  stretches: DiffStretch[];
  changeCount: number;
  /** The passages to be told of beside a row: where they stand now or, if nowhere, where they stood. */
  passagesAt: (row: DiffRow) => ComparedPassage[];
};

export function compareRevisions(before: RevisionText, after: RevisionText): Comparison {
  const rows = diffRevisions(before, after, matchWords(before.text, after.text));
  const passages = comparePassages(before, after);
  const units = unitsOf(rows, { before: before.blocks, after: after.blocks });
  const here = Map.groupBy(passages, ({ after: span }) => span && blockAt(after.blocks, span.start));
  const stood = Map.groupBy(
    passages.filter((passage) => passage.after === null),
    ({ before: span }) => span && blockAt(before.blocks, span.start),
  );
  return {
    passages,
    texts: cutTexts({ before, after }, rows, passages),
    stretches: foldUnits(units),
    changeCount: units.filter(({ change }) => change !== null).length,
    passagesAt: (row) => [
      ...(row.after === null ? [] : (here.get(row.after) ?? [])),
      ...(row.before === null ? [] : (stood.get(row.before) ?? [])),
    ],
  };
}

/** The index of the block an offset stands in. */
function blockAt(blocks: readonly Block[], offset: number): number {
  return blocks.findIndex((block) => offset < block.end);
}
