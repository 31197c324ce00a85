"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import type { DeskArticle } from "#components/articles/store/desk-claim.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { IconButton } from "#components/ui/button.tsx";
import type { Span } from "#lib/anchoring/spans.ts";
import { type Adjustment, adjustWords } from "./adjust-words.ts";

/** Chosen words, and the way to begin or end them a word earlier or later. */
export function WordAdjuster({
  article,
  span,
  onAdjust,
}: {
  article: Pick<DeskArticle, "text" | "blocks" | "language" | "direction">;
  span: Span;
  onAdjust: (span: Span) => void;
}) {
  const words = useWords().articles.words;
  const step = (adjustment: Adjustment, label: string) => {
    const adjusted = adjustWords(article, span, adjustment);
    const Icon = adjustment.by === "earlier" ? ChevronLeft : ChevronRight;
    return (
      <IconButton
        label={label}
        aria-disabled={adjusted === null}
        onClick={() => adjusted && onAdjust(adjusted)}
        className="size-7 aria-disabled:opacity-35"
      >
        <Icon aria-hidden className={article.direction === "rtl" ? "size-4 -scale-x-100" : "size-4"} />
      </IconButton>
    );
  };
  return (
    <div className="rounded-md border border-line bg-sunken">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is a form's */}
      <div
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long words scroll here, also by keys
        tabIndex={0}
        aria-label={words.quote}
        dir={article.direction}
        className="max-h-40 overflow-y-auto rounded-t-md px-3 pt-2.5 font-serif text-[0.9375rem] leading-normal wrap-break-word"
      >
        <p>{article.text.slice(span.start, span.end)}</p>
      </div>
      <div dir={article.direction} className="flex justify-between px-1 pb-1">
        <span className="flex">
          {step({ edge: "start", by: "earlier" }, words.startEarlier)}
          {step({ edge: "start", by: "later" }, words.startLater)}
        </span>
        <span className="flex">
          {step({ edge: "end", by: "earlier" }, words.endEarlier)}
          {step({ edge: "end", by: "later" }, words.endLater)}
        </span>
      </div>
    </div>
  );
}
