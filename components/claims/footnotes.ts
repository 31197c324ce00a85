import type { EvidenceItem } from "#lib/claims/claim-detail.ts";
import type { Footnote } from "./markdown.tsx";

/** A source of the claim as reasons point to it: its number within the claim, which it keeps. */
export type Citable = { number: number; title: string };

export function citable(evidence: readonly Pick<EvidenceItem, "number" | "source">[]): Citable[] {
  return evidence.map(({ number, source }) => ({ number, title: source.title }));
}

/** Where the piece of evidence with this number stands on the desk's page of its claim. */
export const evidenceAnchor = (number: number): string => `evidence-${number}`;

/** What the footnotes of a verdict's reasons lead to on the desk's page of the claim. */
export function deskFootnotes(sources: readonly Citable[]): ReadonlyMap<number, Footnote> {
  return new Map(
    sources.map(({ number, title }) => [
      number,
      { label: String(number), title, href: `#${evidenceAnchor(number)}` },
    ]),
  );
}
