import "./article-text.css";
import type { ReactNode } from "react";
import { ArticleTable, placedCells } from "#components/articles/lists/article-table.tsx";
import type { Block } from "#lib/anchoring/blocks.ts";
import { blockAttributes } from "./block-attributes.ts";
import { BlockElement, listLevel } from "./block-element.tsx";

/**
 * An article's blocks in the elements of their kinds. `words` draws what stands in a block. Blocks carry their offset
 * into the revision's text, and whatever is drawn besides the text says so (lib/anchoring/selection.ts).
 */
export function ArticleBlocks({
  blocks,
  language,
  direction,
  words,
  tableName,
}: {
  blocks: readonly Block[];
  /** BCP 47. */
  language: string;
  direction: "ltr" | "rtl";
  words: Words;
  /** What the place is called in which a wide table scrolls. */
  tableName?: string | undefined;
}) {
  return (
    <div className="article-text" lang={language} dir={direction}>
      {runsOf(blocks).map((run) => (
        <Run key={run[0]?.start} run={run} words={words} tableName={tableName} />
      ))}
    </div>
  );
}

/** List items, cells of one table and paragraphs of one quote that follow one another belong together. */
function runsOf(blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    const first = run?.[0];
    if (first && belongTogether(first, block)) run?.push(block);
    else runs.push([block]);
  }
  return runs;
}

function belongTogether(first: Block, next: Block): boolean {
  if (first.type !== next.type) return false;
  if (next.type === "table-cell") return first.cell?.table === next.cell?.table;
  return next.type === "list-item" || next.type === "quote";
}

type Words = (block: Block) => ReactNode;

function Run({
  run,
  words,
  tableName,
}: {
  run: readonly Block[];
  words: Words;
  tableName: string | undefined;
}) {
  const [block] = run;
  if (block === undefined) return null;
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
          {run.map((item) => (
            <li key={item.start} {...blockAttributes(item)} data-level={listLevel(item.level)}>
              {words(item)}
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
          {words(block)}
        </BlockElement>
      );
  }
}

function Paragraphs({ run, words }: { run: readonly Block[]; words: Words }) {
  return run.map((block) => (
    <p key={block.start} {...blockAttributes(block)}>
      {words(block)}
    </p>
  ));
}
