import "#components/articles/text/article-text.css";
import "./read-text.css";
import type { ReactNode } from "react";
import type { ReadArticle } from "#lib/imports/schema.ts";
import { FurtherBlocks } from "./kept-tally.tsx";
import { LeftOut } from "./left-out.tsx";
import { ReadBlock, ReadList, type Tongue } from "./read-block.tsx";
import { type PlacedPart, type ReadStretch, stretchesOf } from "./read-items.ts";
import { ReadTable } from "./read-table.tsx";

/** Blocks that can be looked at one by one; a page with more takes a browser too long. */
const MOST_SHOWN = 1_000;

/** How many blocks of a stretch are named, and how long such a name is in UTF-16 code units. */
const NAMED = 3;
const NAME_LENGTH = 40;

/** What was read, as it will look, each block with its tick. */
export function ReadText({ parts, metadata }: Pick<ReadArticle, "parts" | "metadata">) {
  const placed = parts.map((part, index) => ({ ...part, index }));
  const further = placed.slice(MOST_SHOWN);
  const tongue = { lang: metadata.language === "und" ? "" : metadata.language, dir: metadata.direction };
  return (
    <div className="read-text">
      {stretchesOf(placed.slice(0, MOST_SHOWN)).map((stretch) => (
        <Stretch key={stretch.items[0]?.parts[0].index} stretch={stretch} tongue={tongue} />
      ))}
      {further.length > 0 && (
        <FurtherBlocks count={further.length} indices={further.filter(isKept).map(indexOf)} />
      )}
    </div>
  );
}

const isKept = (part: PlacedPart) => part.isKept;
const indexOf = (part: PlacedPart) => part.index;

function Stretch({ stretch: { isKept, items }, tongue }: { stretch: ReadStretch; tongue: Tongue }) {
  const drawn: ReactNode = items.map(({ kind, parts }) => {
    const [first] = parts;
    const props = { parts, isAlone: isKept, tongue };
    if (kind === "list") return <ReadList key={first.index} {...props} />;
    if (kind === "table") return <ReadTable key={first.index} {...props} />;
    return <ReadBlock key={first.index} part={first} isAlone={isKept} tongue={tongue} />;
  });
  if (isKept) return drawn;
  const parts = items.flatMap((item) => item.parts);
  return (
    <LeftOut indices={parts.map(indexOf)} names={parts.slice(0, NAMED).map(beginningOf)}>
      {drawn}
    </LeftOut>
  );
}

function beginningOf({ text }: PlacedPart): string {
  return text.length > NAME_LENGTH ? `${text.slice(0, NAME_LENGTH).toWellFormed()}…` : text;
}
