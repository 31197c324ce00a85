"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import { placeBeside } from "#components/articles/cards/place-beside.ts";
import type { DeskArticle } from "#components/articles/store/desk-claim.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Span } from "#lib/anchoring/spans.ts";
import { fill } from "#lib/i18n/words.ts";
import type { PassageEnds } from "./use-passage-ends.ts";
import { WordAdjuster } from "./word-adjuster.tsx";

/** Moves the ends of a claim's words by buttons, for those who neither drag nor use keys, and keeps or leaves them. */
export function EndsBar({
  text,
  article,
  ends,
  number,
  span,
  onDone,
}: {
  text: RefObject<HTMLElement | null>;
  article: DeskArticle;
  ends: PassageEnds;
  number: number;
  span: Span;
  /** Where the focus goes when the bar does. */
  onDone: () => void;
}) {
  const { articles, common } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => placeBeside(bar.current, text.current, span), [text, span]);
  const done = (what: () => void) => () => {
    onDone();
    what();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a form's
    <div
      ref={bar}
      role="group"
      aria-label={fill(articles.ends.bar, { number })}
      className="ends-bar"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        done(ends.leave)();
      }}
    >
      <WordAdjuster article={article} span={span} onAdjust={ends.adjust} />
      <div className="mt-2 flex justify-end gap-2">
        <Button size="sm" variant="quiet" onClick={done(ends.leave)}>
          {common.cancel}
        </Button>
        <Button size="sm" variant="primary" onClick={done(() => ends.keep())}>
          {articles.ends.keep}
        </Button>
      </div>
    </div>
  );
}
