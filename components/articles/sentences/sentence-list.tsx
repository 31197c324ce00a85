"use client";

import { type KeyboardEvent, useEffect, useEffectEvent, useId, useMemo, useRef, useState } from "react";
import { type Adjustment, adjustWords } from "#components/articles/ends/adjust-words.ts";
import { WordAdjuster } from "#components/articles/ends/word-adjuster.tsx";
import type { DeskArticle } from "#components/articles/store/desk-claim.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { listSentences } from "#lib/anchoring/sentences.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { adjustmentFor, sentenceFor } from "./sentence-keys.ts";
import { SentenceOptions } from "./sentence-options.tsx";

/** The way to choose words without a pointer: the article's sentences as a list, each to be trimmed by words. */
export function SentenceList({
  article,
  near,
  onChoose,
  onClaim,
}: {
  article: DeskArticle;
  /** Offset in the text to begin at: where the reader is. */
  near: number;
  /** Tells which words are chosen so far, to show them in the text. */
  onChoose: (span: Span) => void;
  onClaim: (span: Span) => void;
}) {
  const words = useWords().articles;
  const sentences = useMemo(() => listSentences(article.text, article.blocks, article.language), [article]);
  const { index, span, choose, adjust } = useSentence(article, sentences, near, onChoose);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => list.current?.focus({ preventScroll: true }), []);
  useEffect(() => keepInSight(list.current?.children[index]), [index]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && span) onClaim(span);
    else {
      const next = sentenceFor(event, { index, last: sentences.length - 1 });
      const adjustment = adjustmentFor(event, article.direction);
      if (next !== null) choose(next);
      else if (adjustment !== null) adjust(adjustment);
      else return;
    }
    event.preventDefault();
  };

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <p className="text-sm text-pretty text-muted pointer-coarse:hidden">{words.sentences.hint}</p>
      <p className="hidden text-sm text-muted pointer-coarse:block">{words.sentences.touchHint}</p>
      <SentenceOptions
        ref={list}
        id={id}
        article={article}
        sentences={sentences}
        index={index}
        label={words.sentences.list}
        onKeyDown={onKeyDown}
        onChoose={choose}
        className="flex-1 bg-paper text-[0.9375rem]"
      />
      {span && (
        <>
          <WordAdjuster article={article} span={span} onAdjust={(adjusted) => choose(index, adjusted)} />
          <p aria-live="polite" className="sr-only">
            {article.text.slice(span.start, span.end)}
          </p>
          <Button variant="primary" onClick={() => onClaim(span)}>
            {words.sentences.make}
            <span aria-hidden className="pointer-coarse:hidden">
              <Kbd>↵</Kbd>
            </span>
          </Button>
        </>
      )}
    </div>
  );
}

/** In frames. Twice what it takes until no sentence near the chosen one has a guessed height. */
const SETTLING = 6;

/**
 * Scrolls the list to a sentence. Those out of sight have a height that is guessed: they take their own once they
 * come near, and push away what was in sight.
 */
function keepInSight(sentence: Element | undefined): () => void {
  let frame = 0;
  const show = (left: number) => {
    sentence?.scrollIntoView({ block: "nearest" });
    if (left > 0) frame = requestAnimationFrame(() => show(left - 1));
  };
  show(SETTLING);
  return () => cancelAnimationFrame(frame);
}

function useSentence(
  article: DeskArticle,
  sentences: readonly Span[],
  near: number,
  onChoose: (span: Span) => void,
) {
  const first = Math.max(
    0,
    sentences.findIndex(({ end }) => end > near),
  );
  const [chosen, setChosen] = useState({ index: first, adjusted: null as Span | null });
  const span = chosen.adjusted ?? sentences[chosen.index] ?? null;
  const choose = (index: number, adjusted: Span | null = null) => setChosen({ index, adjusted });
  const adjust = (adjustment: Adjustment) => {
    const adjusted = span && adjustWords(article, span, adjustment);
    if (adjusted) choose(chosen.index, adjusted);
  };
  const tell = useEffectEvent(onChoose);
  useEffect(() => {
    if (span) tell(span);
  }, [span]);
  return { index: chosen.index, span, choose, adjust };
}
