import type { ReactNode } from "react";
import type { MarkedPassage } from "./marked-words.tsx";

/** `lane`: from 1, which of the lines below the words is the passage's. */
export type LanedPassage = MarkedPassage & { lane: number };

/** So many lines fit below a line of text. What lies deeper shows as one line for all. */
export const LANES = 3;

/**
 * One mark, with the underline of its first lane, and inside it a span for each further one: an element has only one
 * underline, and each verdict's shape is to be seen. `lanes`: of claims that cover these words, lowest lane first or not.
 */
export function MarkLanes({
  lanes,
  attributes,
  numbers,
  children,
}: {
  lanes: readonly LanedPassage[];
  attributes: Readonly<Record<string, string | true | undefined>>;
  numbers: ReactNode;
  children: ReactNode;
}) {
  const [first, ...others] = lanes.toSorted((a, b) => a.lane - b.lane);
  let drawn = children;
  for (const passage of others.toReversed()) drawn = <span {...lookOf(passage)}>{drawn}</span>;
  return (
    <mark {...attributes} {...(first && lookOf(first))}>
      {numbers}
      {drawn}
    </mark>
  );
}

function lookOf({ claim, lane, isUnsure }: LanedPassage) {
  return {
    "data-tone": claim.tone ?? "pending",
    "data-lane": lane,
    "data-unsure": isUnsure || undefined,
    "data-withdrawn": claim.isWithdrawn || undefined,
  };
}
