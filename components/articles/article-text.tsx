import "./article-text.css";
import type { ReactNode } from "react";
import { type Block, outermostFirst } from "#lib/anchoring/blocks.ts";
import { type CutBlock, cutArticle } from "#lib/anchoring/segments.ts";
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
}: {
  text: string;
  blocks: readonly Block[];
  /** BCP 47. */
  language: string;
  direction: "ltr" | "rtl";
  claims: readonly MarkedClaim[];
  /** Whether a claim's words themselves lead to it: for pages without script. */
  linksWords?: boolean;
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
        <Run key={run[0]?.block.start} run={run} words={words} />
      ))}
    </div>
  );
}

function passagesById(claims: readonly MarkedClaim[]): Map<string, MarkedPassage> {
  const passages = claims.flatMap((claim) => {
    const first = Math.min(...claim.passages.map((passage) => passage.start));
    return claim.passages.map(({ id, start, end }) => ({ id, start, end, claim, isFirst: start === first }));
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

/** List items and table cells that follow one another belong together. */
function runsOf(cut: readonly CutBlock[]): CutBlock[][] {
  const runs: CutBlock[][] = [];
  for (const piece of cut) {
    const run = runs.at(-1);
    const type = piece.block.type;
    const goesOn = (type === "list-item" || type === "table-cell") && run?.[0]?.block.type === type;
    if (goesOn) run?.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

type Words = (piece: CutBlock) => ReactNode;

function Run({ run, words }: { run: readonly CutBlock[]; words: Words }) {
  const [first] = run;
  if (first === undefined) return null;
  const start = first.block.start;
  switch (first.block.type) {
    case "heading":
      return <Heading level={first.block.level} start={start} words={words(first)} />;
    case "quote":
      return (
        <blockquote>
          <p data-block-start={start}>{words(first)}</p>
        </blockquote>
      );
    case "list-item":
      return (
        <ul>
          {run.map((piece) => (
            <li key={piece.block.start} data-block-start={piece.block.start} data-level={piece.block.level}>
              {words(piece)}
            </li>
          ))}
        </ul>
      );
    case "caption":
      return (
        <figure>
          <figcaption data-block-start={start}>{words(first)}</figcaption>
        </figure>
      );
    case "table-cell":
      return (
        <div data-cells>
          {run.map((piece) => (
            <p key={piece.block.start} data-block-start={piece.block.start}>
              {words(piece)}
            </p>
          ))}
        </div>
      );
    case "preformatted":
      return <pre data-block-start={start}>{words(first)}</pre>;
    case "embed":
      return (
        <blockquote data-embed>
          <p data-block-start={start}>{words(first)}</p>
        </blockquote>
      );
    case "paragraph":
      return <p data-block-start={start}>{words(first)}</p>;
  }
}

/** The article's title is the page's first heading, so its own begin at the second level. */
function Heading({
  level = 2,
  start,
  words,
}: {
  level: number | undefined;
  start: number;
  words: ReactNode;
}) {
  const Tag = HEADINGS[level - 1] ?? "h2";
  return <Tag data-block-start={start}>{words}</Tag>;
}

const HEADINGS = ["h2", "h2", "h3", "h4", "h5", "h6"] as const;
