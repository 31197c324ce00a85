import type { ReactNode } from "react";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import { type Block, type InlineMark, outermostFirst } from "#lib/anchoring/blocks.ts";
import { type CoveringSpan, cutSegments, type Segment } from "#lib/anchoring/segments.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import type { Tone } from "#lib/publishing/values.ts";
import { LANES, type LanedPassage, MarkLanes } from "./mark-lanes.tsx";

/** A claim as an article's text shows it. */
export type MarkedClaim = {
  id: string;
  number: number;
  /** The look of its verdict; null while there is none to show. */
  tone: Tone | null;
  /** Whether that verdict is in force no more. */
  isWithdrawn?: boolean;
  /** What it is called where its words begin: "Claim 3, rated Misleading". */
  name: string;
  /** Where that name leads; null while it leads nowhere: the claim is on its way to the server. */
  href: string | null;
  /** The element that says more about it, when it is on the same page. */
  detailsId?: string | undefined;
  passages: readonly ClaimPassage[];
};

/** `isUnsure`: other words than were chosen, and nobody has said yet that they still make the claim. */
export type ClaimPassage = CoveringSpan & { isUnsure?: boolean };

/** One of a claim's passages. `isFirst`: the one a link to the claim's words leads to. */
export type MarkedPassage = ClaimPassage & { claim: MarkedClaim; isFirst: boolean };

/** The element a claim's words begin with, for links from its card. */
export const wordsId = (number: number) => `words-${number}`;

export function passagesOf(claim: MarkedClaim): MarkedPassage[] {
  const first = Math.min(...claim.passages.map((passage) => passage.start));
  return claim.passages.map((passage) => ({ ...passage, claim, isFirst: passage.start === first }));
}

/**
 * The words of one block. Where claims lie over one another there is one mark for each piece that the same claims
 * cover, so that what is drawn grows with the pieces and not with the depth. `passages`: those that touch the block.
 */
export function MarkedWords({
  text,
  block,
  reach,
  passages,
  linksWords = false,
  activeId = null,
}: {
  text: string;
  block: Block;
  /** The block with the gaps around it. */
  reach: Span;
  passages: readonly MarkedPassage[];
  linksWords?: boolean;
  /** The claim whose words stand in a frame. */
  activeId?: string | null;
}) {
  const laned = inLanes(passages);
  return cutSegments({ block, spans: passages, reach }).map((segment) => {
    const covering = segment.covering.flatMap((id) => laned.get(id) ?? []);
    const href = linksWords ? wordsLink(segment, covering) : null;
    const dressed = dress(text.slice(segment.start, segment.end), segment.marks);
    const words = href ? linked(dressed, href) : dressed;
    if (covering.length === 0) return <Bare key={segment.start}>{words}</Bare>;
    return (
      <ClaimMark key={segment.start} segment={segment} covering={covering} activeId={activeId}>
        {words}
      </ClaimMark>
    );
  });
}

/** Words without a claim, with nothing around them. */
function Bare({ children }: { children: ReactNode }) {
  return children;
}

/** Each passage gets a line of its own below the words, the same from its first word in the block to its last. */
function inLanes(passages: readonly MarkedPassage[]): Map<string, LanedPassage> {
  const ends: number[] = [];
  const laned = passages.toSorted(outermostFirst).map((passage): [string, LanedPassage] => {
    const free = ends.findIndex((end) => end <= passage.start);
    const index = free === -1 ? ends.length : free;
    ends[index] = passage.end;
    return [passage.id, { ...passage, lane: index + 1 }];
  });
  return new Map(laned);
}

function ClaimMark({
  segment: { startsIds, endsIds },
  covering,
  activeId,
  children,
}: {
  segment: Segment;
  /** Outermost first, at least one. */
  covering: readonly LanedPassage[];
  activeId: string | null;
  children: ReactNode;
}) {
  const active = covering.filter(({ claim }) => claim.id === activeId).map(({ id }) => id);
  const begins = active.some((id) => startsIds.includes(id));
  const ends = active.some((id) => endsIds.includes(id));
  const starting = covering.filter(({ id }) => startsIds.includes(id));
  return (
    <MarkLanes
      lanes={covering.filter(({ lane }) => lane <= LANES)}
      attributes={{
        "data-claims": covering.map(({ claim }) => claim.id).join(" "),
        "data-pending": covering.every(({ claim }) => claim.href === null) || undefined,
        "data-more": covering.some(({ lane }) => lane > LANES) || undefined,
        "data-active": active.length > 0 || undefined,
        "data-begins": begins || undefined,
        "data-ends": ends || undefined,
      }}
      numbers={starting.map((passage) => <ClaimNumber key={passage.id} passage={passage} />)}
    >
      {children}
    </MarkLanes>
  );
}

/** The claim's number before its words. Drawn by the style sheet, so that searching and copying meet only the article's words. */
function ClaimNumber({ passage: { claim, isFirst } }: { passage: MarkedPassage }) {
  if (claim.href === null) return null;
  return (
    // biome-ignore lint/a11y/useAnchorContent: its label names it, and the number is drawn by the style sheet
    <a
      id={isFirst ? wordsId(claim.number) : undefined}
      href={claim.href}
      aria-label={claim.name}
      aria-details={claim.detailsId}
      data-claim={claim.id}
      data-withdrawn={claim.isWithdrawn || undefined}
      data-number={claim.number}
      data-not-text
    />
  );
}

/** Never a link inside a link. */
function wordsLink({ marks }: Segment, covering: readonly LanedPassage[]): string | null {
  return marks.some((mark) => mark.type === "link") ? null : (covering.at(-1)?.claim.href ?? null);
}

function linked(words: ReactNode, href: string): ReactNode {
  return (
    <a href={href} tabIndex={-1} data-words>
      {words}
    </a>
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
        <OutsideLink href={mark.href} rel="external nofollow noreferrer">
          {words}
        </OutsideLink>
      );
  }
}
