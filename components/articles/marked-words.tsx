import type { ReactNode } from "react";
import type { InlineMark } from "#lib/anchoring/blocks.ts";
import type { CoveringSpan, Segment } from "#lib/anchoring/segments.ts";
import type { Tone } from "#lib/publishing/schema.ts";

/** A claim as an article's text shows it. */
export type MarkedClaim = {
  id: string;
  number: number;
  /** The look of its verdict; null while there is none to show. */
  tone: Tone | null;
  /** What it is called where its words begin: "Claim 3, rated Misleading". */
  name: string;
  /** Where that name leads. */
  href: string;
  /** The element that says more about it, when it is on the same page. */
  detailsId?: string | undefined;
  passages: readonly ClaimPassage[];
};

/** `isUnsure`: other words than were chosen, and nobody has said yet that they still make the claim. */
export type ClaimPassage = CoveringSpan & { isUnsure?: boolean };

/**
 * One of a claim's passages. `isFirst`: the one a link to the claim's words leads to. `depth`: from 1, another one
 * for each of the passages that overlap, and the same from a passage's first word to its last.
 */
export type MarkedPassage = ClaimPassage & { claim: MarkedClaim; isFirst: boolean; depth: number };

/** The element a claim's words begin with, for links from its card. */
export const wordsId = (number: number) => `words-${number}`;

/**
 * One piece of text inside the marks of the claims that cover it, outermost first, so that of overlapping
 * claims each keeps its own underline.
 */
export function MarkedWords({
  text,
  segment,
  passages,
  linksWords,
}: {
  text: string;
  segment: Segment;
  passages: ReadonlyMap<string, MarkedPassage>;
  linksWords: boolean;
}) {
  const covering = segment.covering.flatMap((id) => passages.get(id) ?? []);
  const innermost = covering.at(-1)?.claim;
  const isLink = segment.marks.some((mark) => mark.type === "link");
  let drawn = dress(text, segment.marks);
  if (linksWords && innermost && !isLink) {
    drawn = (
      <a href={innermost.href} tabIndex={-1} data-words>
        {drawn}
      </a>
    );
  }
  for (const passage of covering.toReversed()) {
    const begins = segment.startsIds.includes(passage.id);
    drawn = (
      <ClaimMark passage={passage} begins={begins} ends={segment.endsIds.includes(passage.id)}>
        {begins ? <ClaimLink claim={passage.claim} /> : null}
        {drawn}
      </ClaimMark>
    );
  }
  return drawn;
}

function ClaimMark({
  passage: { claim, isFirst, depth, isUnsure },
  begins,
  ends,
  children,
}: {
  passage: MarkedPassage;
  begins: boolean;
  ends: boolean;
  children: ReactNode;
}) {
  return (
    <mark
      id={begins && isFirst ? wordsId(claim.number) : undefined}
      data-claim={claim.id}
      data-tone={claim.tone ?? "pending"}
      data-unsure={isUnsure || undefined}
      data-depth={depth}
      data-begins={begins || undefined}
      data-ends={ends || undefined}
    >
      {children}
    </mark>
  );
}

/** The claim's number before its words. Drawn by the style sheet, so that searching and copying meet only the article's words. */
function ClaimLink({ claim }: { claim: MarkedClaim }) {
  return (
    // biome-ignore lint/a11y/useAnchorContent: its label names it, and the number is drawn by the style sheet
    <a
      href={claim.href}
      aria-label={claim.name}
      aria-details={claim.detailsId}
      data-number={claim.number}
      data-not-text
    />
  );
}

function dress(text: string, marks: readonly InlineMark[]): ReactNode {
  let drawn: ReactNode = text;
  for (const mark of marks.toReversed()) drawn = dressOnce(drawn, mark);
  return drawn;
}

function dressOnce(words: ReactNode, mark: InlineMark): ReactNode {
  switch (mark.type) {
    case "em":
      return <em>{words}</em>;
    case "strong":
      return <strong>{words}</strong>;
    case "code":
      return <code>{words}</code>;
    case "link":
      return (
        <a href={mark.href} rel="external nofollow noreferrer">
          {words}
        </a>
      );
  }
}
