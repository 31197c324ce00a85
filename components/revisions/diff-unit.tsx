import { ArrowDown, ArrowUp, type LucideIcon, Minus, PencilLine, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { BlockElement } from "#components/articles/text/block-element.tsx";
import { type DiffRow, inOneText } from "#lib/anchoring/diff/revision-diff.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { Comparison } from "./comparison.ts";
import type { Side } from "./cut-texts.ts";
import { DiffCells } from "./diff-cells.tsx";
import { changeId, type DiffUnit as Unit, type UnitKind } from "./diff-units.ts";
import { DiffWords } from "./diff-words.tsx";
import { PassageNotes } from "./passage-notes.tsx";

export type DiffView = "inline" | "side";

/** What the units of a comparison are drawn with. */
export type DiffProps = {
  comparison: Comparison;
  view: DiffView;
  articleId: string;
  /** BCP 47. */
  language: string;
  direction: "ltr" | "rtl";
  words: Words;
};

/** A block in both texts, or the cells of a table, with what is to be said of the claims in it. */
export function DiffUnit({ unit, ...props }: DiffProps & { unit: Unit }) {
  const { comparison, view, words } = props;
  const passages = unit.rows.flatMap(comparison.passagesAt);
  return (
    <Frame unit={unit} count={comparison.changeCount} words={words}>
      <Sign kind={unit.kind} words={words} />
      <div className="diff-texts">
        {view === "inline" ? (
          <Cell unit={unit} {...props} />
        ) : (
          <>
            <Cell side="before" unit={unit} {...props} />
            <Cell side="after" unit={unit} {...props} />
          </>
        )}
      </div>
      {passages.length > 0 && <PassageNotes passages={passages} articleId={props.articleId} words={words} />}
    </Frame>
  );
}

/** Changes have a name and can have the focus: one steps from each to the next. */
function Frame({
  unit: { kind, change },
  count,
  words,
  children,
}: {
  unit: Unit;
  count: number;
  words: Words;
  children: ReactNode;
}) {
  if (change === null) {
    return (
      <div className="diff-unit" data-kind={kind}>
        {children}
      </div>
    );
  }
  return (
    <section
      id={changeId(change)}
      tabIndex={-1}
      aria-label={fill(words.revisions.compare.change, { number: change, count })}
      className="diff-unit"
      data-kind={kind}
    >
      {children}
    </section>
  );
}

const SIGNS = {
  changed: PencilLine,
  added: Plus,
  removed: Minus,
  movedUp: ArrowUp,
  movedDown: ArrowDown,
} as const satisfies Record<Exclude<UnitKind, "same">, LucideIcon>;

function Sign({ kind, words }: { kind: UnitKind; words: Words }) {
  if (kind === "same") return null;
  const Icon = SIGNS[kind];
  return (
    <p className="diff-sign">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span>{words.revisions.compare.kinds[kind]}</span>
    </p>
  );
}

/** One side of a unit or, without `side`, both in one text. */
function Cell({ unit, side, ...props }: DiffProps & { unit: Unit; side?: Side }) {
  const { comparison, language, direction, words } = props;
  const drawn = unit.rows.flatMap((row) => {
    const block = blockOf(row, side, comparison);
    return block ? [{ block, row }] : [];
  });
  const wordsOf = (row: DiffRow | undefined): ReactNode =>
    row && <DiffWords runs={runsOf(row, side)} texts={comparison.texts} words={words} />;
  return (
    <div className="article-text" data-side={side} lang={language === "und" ? "" : language} dir={direction}>
      {unit.isTable && drawn.length > 0 ? (
        <DiffCells blocks={drawn.map(({ block }) => block)}>
          {(index) => wordsOf(drawn[index]?.row)}
        </DiffCells>
      ) : (
        drawn.map(({ block, row }) => (
          // Below the page's own headings.
          <BlockElement
            key={block.start}
            block={block}
            below={2}
            attributes={{ lang: block.language, dir: block.direction }}
          >
            {wordsOf(row)}
          </BlockElement>
        ))
      )}
      {side !== "before" && <Became unit={unit} {...props} />}
    </div>
  );
}

function blockOf({ before, after }: DiffRow, side: Side | undefined, { texts }: Comparison) {
  const older = texts.before.blocks[before ?? -1];
  const newer = texts.after.blocks[after ?? -1];
  if (side === undefined) return newer ?? older;
  return side === "before" ? older : newer;
}

function runsOf(row: DiffRow, side: Side | undefined) {
  if (side === undefined) return inOneText(row);
  return (side === "before" ? row.beforeRuns : row.afterRuns).map((run) => ({ side, run }));
}

/** That a paragraph is a heading now, say. */
function Became({ unit, comparison, words }: DiffProps & { unit: Unit }) {
  const [row, ...others] = unit.rows;
  if (row === undefined || others.length > 0) return null;
  const before = comparison.texts.before.blocks[row.before ?? -1]?.type;
  const after = comparison.texts.after.blocks[row.after ?? -1]?.type;
  if (before === undefined || after === undefined || before === after) return null;
  const types = words.revisions.blockTypes;
  return (
    <p className="diff-became">
      {fill(words.revisions.compare.became, { before: types[before], after: types[after] })}
    </p>
  );
}
