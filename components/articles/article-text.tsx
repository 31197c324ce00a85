import "./article-text.css";
import type { ReactNode } from "react";
import { type Block, outermostFirst } from "#lib/anchoring/blocks.ts";
import { type CutBlock, cutArticle } from "#lib/anchoring/segments.ts";
import { ArticleTable, placedCells } from "./article-table.tsx";
import { blockAttributes } from "./block-attributes.ts";
import { BlockElement, listLevel } from "./block-element.tsx";
import { type MarkedClaim, type MarkedPassage, MarkedWords } from "./marked-words.tsx";

/**
 * An article's text with its claims marked. Plain markup without script, for the desk and for readers alike:
 * what a mark does when pressed is the business of whoever puts it on a page. Blocks carry their offset into
 * the revision's text, and whatever is drawn besides the text says so (lib/anchoring/selection.ts).
 */
export function ArticleText({
  text,
  blocks,
  language,
  direction,
  claims,
  linksWords = false,
  tableName,
}: {
  text: string;
  blocks: readonly Block[];
  /** BCP 47. */
  language: string;
  direction: "ltr" | "rtl";
  claims: readonly MarkedClaim[];
  /** Whether a claim's words themselves lead to it: for pages without script. */
  linksWords?: boolean;
  /** What the place is called in which a wide table scrolls. */
  tableName?: string;
}) {
  const passages = passagesById(claims);
  const cut = cutArticle({ blocks, spans: [...passages.values()] });
  const words = ({ segments }: CutBlock) =>
    segments.map((segment) => (
      <MarkedWords
        key={segment.start}
        text={text.slice(segment.start, segment.end)}
        segment={segment}
        passages={passages}
        linksWords={linksWords}
      />
    ));
  return (
    <div className="article-text" lang={language} dir={direction}>
      {runsOf(cut).map((run) => (
        <Run key={run[0]?.block.start} run={run} words={words} tableName={tableName} />
      ))}
    </div>
  );
}

function passagesById(claims: readonly MarkedClaim[]): Map<string, MarkedPassage> {
  const passages = claims.flatMap((claim) => {
    const first = Math.min(...claim.passages.map((passage) => passage.start));
    return claim.passages.map((passage) => ({ ...passage, claim, isFirst: passage.start === first }));
  });
  const laneEnds: number[] = [];
  const inLanes = passages.sort(outermostFirst).map((passage): MarkedPassage => {
    const free = laneEnds.findIndex((end) => end <= passage.start);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = passage.end;
    return { ...passage, depth: lane + 1 };
  });
  return new Map(inLanes.map((passage) => [passage.id, passage]));
}

/** List items, cells of one table and paragraphs of one quote that follow one another belong together. */
function runsOf(cut: readonly CutBlock[]): CutBlock[][] {
  const runs: CutBlock[][] = [];
  for (const piece of cut) {
    const run = runs.at(-1);
    const first = run?.[0];
    if (first && belongTogether(first.block, piece.block)) run?.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

function belongTogether(first: Block, next: Block): boolean {
  if (first.type !== next.type) return false;
  if (next.type === "table-cell") return first.cell?.table === next.cell?.table;
  return next.type === "list-item" || next.type === "quote";
}

type Words = (piece: CutBlock) => ReactNode;

function Run({
  run,
  words,
  tableName,
}: {
  run: readonly CutBlock[];
  words: Words;
  tableName: string | undefined;
}) {
  const [first] = run;
  if (first === undefined) return null;
  const { block } = first;
  switch (block.type) {
    case "quote":
      return (
        <blockquote>
          <Paragraphs run={run} words={words} />
        </blockquote>
      );
    case "list-item":
      return (
        <ul>
          {run.map((piece) => (
            <li
              key={piece.block.start}
              {...blockAttributes(piece.block)}
              data-level={listLevel(piece.block.level)}
            >
              {words(piece)}
            </li>
          ))}
        </ul>
      );
    case "table-cell": {
      const cells = placedCells(run);
      if (cells) return <ArticleTable cells={cells} words={words} name={tableName} />;
      return (
        <div data-cells>
          <Paragraphs run={run} words={words} />
        </div>
      );
    }
    default:
      // The article's title is the page's first heading.
      return (
        <BlockElement block={block} below={1} attributes={blockAttributes(block)}>
          {words(first)}
        </BlockElement>
      );
  }
}

function Paragraphs({ run, words }: { run: readonly CutBlock[]; words: Words }) {
  return run.map((piece) => (
    <p key={piece.block.start} {...blockAttributes(piece.block)}>
      {words(piece)}
    </p>
  ));
}
