import { CircleCheck, TriangleAlert } from "lucide-react";
import type { EvidenceItem } from "#lib/claims/claim-detail.ts";
import type { Words } from "#lib/i18n/words.ts";

/** Whether the quoted words stand in the kept copy. */
export function QuoteState({ item: { quote, isQuoteFound }, words }: { item: EvidenceItem; words: Words }) {
  if (quote === null || isQuoteFound === null) return null;
  const texts = words.sources.choosing;
  return isQuoteFound ? (
    <p className="flex items-center gap-1.5 text-sm text-muted">
      <CircleCheck aria-hidden className="size-4 shrink-0 text-true" />
      {texts.found}
    </p>
  ) : (
    <p className="flex gap-1.5 text-sm text-pretty">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-mixed" />
      {texts.notFound}
    </p>
  );
}
