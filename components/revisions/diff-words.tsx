import { Fragment, type ReactNode } from "react";
import type { InlineMark } from "#lib/anchoring/blocks.ts";
import type { Run } from "#lib/anchoring/diff/revision-diff.ts";
import type { Segment } from "#lib/anchoring/segments.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { type ComparedPassage, passageId } from "./compared-passages.ts";
import type { CutText, Side } from "./cut-texts.ts";
import { outcomeWords } from "./outcome.tsx";

/** The runs of a block, of one text or of both, with signs for what changed and marks for the claims. */
export function DiffWords({
  runs,
  texts,
  words,
}: {
  runs: readonly { side: Side; run: Run }[];
  texts: Record<Side, CutText>;
  words: Words;
}) {
  return runs.map(({ side, run }) => {
    const text = texts[side];
    const blanks = run.kind === "same" ? "" : blanksAfter(text.text.slice(run.start, run.end));
    const end = run.end - blanks.length;
    return (
      <Fragment key={`${side}${run.start}`}>
        <RunOfWords side={side} kind={run.kind} words={words}>
          {text.segmentsIn({ start: run.start, end }).map((segment) => (
            <MarkedSegment
              key={segment.start}
              segment={segment}
              end={Math.min(segment.end, end)}
              side={side}
              text={text}
              words={words}
            />
          ))}
        </RunOfWords>
        {blanks}
      </Fragment>
    );
  });
}

/** Blanks behind words that changed are drawn behind their line, not on it. */
const blanksAfter = (words: string): string =>
  words.trim() === "" ? "" : words.slice(words.trimEnd().length);

/** What was taken out or put in says so in words too, for those who hear it. */
function RunOfWords({
  side,
  kind,
  words,
  children,
}: {
  side: Side;
  kind: Run["kind"];
  words: Words;
  children: ReactNode;
}) {
  if (kind === "same") return children;
  const { runs } = words.revisions.compare;
  const isGone = side === "before";
  const Tag = isGone ? "del" : "ins";
  const said =
    kind === "moved" ? (isGone ? runs.movedAway : runs.movedHere) : isGone ? runs.removed : runs.added;
  return (
    <Tag data-run={kind} title={kind === "moved" ? said : undefined}>
      <span className="sr-only">[{said}: </span>
      {children}
      <span className="sr-only">]</span>
    </Tag>
  );
}

function MarkedSegment({
  segment,
  end,
  side,
  text,
  words,
}: {
  segment: Segment;
  /** Of the words in it, UTF-16. */
  end: number;
  side: Side;
  text: CutText;
  words: Words;
}) {
  let drawn: ReactNode = dress(text.text.slice(segment.start, end), segment.marks);
  for (const id of segment.covering.toReversed()) {
    const passage = text.passages.get(id);
    if (passage === undefined) continue;
    const begins = segment.startsIds.includes(id);
    drawn = (
      <mark data-outcome={passage.outcome}>
        {begins && <ClaimNumber passage={passage} side={side} words={words} />}
        {drawn}
      </mark>
    );
  }
  return drawn;
}

/** Before the words: leads to what is said of them. Drawn by the style sheet, as in the article itself. */
function ClaimNumber({ passage, side, words }: { passage: ComparedPassage; side: Side; words: Words }) {
  const { claimNumber: number } = passage;
  const name = fill(words.revisions.claims.mark, { number, outcome: outcomeWords(passage, words) });
  // Where it stands in both texts, the newer one's number is enough to hear.
  const isTwice = side === "before" && passage.after !== null;
  return (
    // biome-ignore lint/a11y/useAnchorContent: its label names it, and the number is drawn by the style sheet
    <a
      href={`#${passageId(passage)}`}
      aria-label={name}
      aria-hidden={isTwice || undefined}
      tabIndex={isTwice ? -1 : undefined}
      data-number={number}
    />
  );
}

function dress(text: string, marks: readonly InlineMark[]): ReactNode {
  let drawn: ReactNode = text;
  for (const { type } of marks.toReversed()) {
    const Tag = TAGS[type];
    drawn = <Tag>{drawn}</Tag>;
  }
  return drawn;
}

/** Links lead nowhere here: one reads what changed. */
const TAGS = { em: "em", strong: "strong", code: "code", link: "u" } as const;
