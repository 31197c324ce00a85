"use client";

import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from "react";
import { adjustWords } from "#components/articles/ends/adjust-words.ts";
import { WordAdjuster } from "#components/articles/ends/word-adjuster.tsx";
import { useChosenWords } from "#components/articles/selecting/use-chosen-words.ts";
import type { DeskArticle } from "#components/articles/store/desk-claim.ts";
import { useHighlight } from "#components/articles/text/use-highlight.ts";
import { listSentences } from "#lib/anchoring/sentences.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { adjustmentFor, sentenceFor } from "./sentence-keys.ts";
import { SentenceOptions } from "./sentence-options.tsx";

/** A text whose words are chosen: an article's, or that of a kept copy. */
export type ChoosableText = Pick<DeskArticle, "text" | "blocks" | "language" | "direction">;

/**
 * A text's sentences, to choose words in, for a form: a sentence by key, press or tap, trimmed by words, or any words
 * selected in the list. What is chosen are the form's fields `start` and `end`; Enter sends the form.
 */
export function SentenceChooser({
  article,
  place,
  near,
  texts,
  className,
}: {
  article: ChoosableText;
  /** Chosen to begin with; null: the sentence at `near`. */
  place: Span | null;
  near: () => number;
  texts: { hint: string; touchHint: string; list: string };
  /** How high the list is, and the size of its words. */
  className: string;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { sentences, index, span, goTo, adjust, isSelection } = useSentences({ article, place, near, list });
  useHighlight("selection-preview", list, isSelection ? null : span, sentences);
  useEffect(() => list.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: "nearest" });
  }, [index]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = sentenceFor(event, { index, last: sentences.length - 1 });
    const adjustment = adjustmentFor(event, article.direction);
    if (event.key === "Enter") event.currentTarget.closest("form")?.requestSubmit();
    else if (next !== null) goTo(next);
    else if (adjustment) adjust(span && adjustWords(article, span, adjustment));
    else return;
    event.preventDefault();
  };

  return (
    <>
      <p className="text-sm text-pretty text-muted pointer-coarse:hidden">{texts.hint}</p>
      <p className="hidden text-sm text-muted pointer-coarse:block">{texts.touchHint}</p>
      <SentenceOptions
        ref={list}
        id={id}
        article={article}
        sentences={sentences}
        index={index}
        label={texts.list}
        onKeyDown={onKeyDown}
        // Words that were just selected are what is meant, not the sentence they end in.
        onChoose={(at) => getSelection()?.isCollapsed !== false && goTo(at)}
        className={className}
      />
      {span && (
        <>
          <input type="hidden" name="start" value={span.start} />
          <input type="hidden" name="end" value={span.end} />
          <WordAdjuster article={article} span={span} onAdjust={adjust} />
          <p aria-live="polite" className="sr-only">
            {article.text.slice(span.start, span.end)}
          </p>
        </>
      )}
    </>
  );
}

function useSentences({
  article: { text, blocks, language },
  place,
  near,
  list,
}: {
  article: ChoosableText;
  place: Span | null;
  near: () => number;
  list: RefObject<HTMLDivElement | null>;
}) {
  const sentences = useMemo(() => listSentences(text, blocks, language), [text, blocks, language]);
  const [index, setIndex] = useState(() => {
    const from = place?.start ?? near();
    return Math.max(
      0,
      sentences.findIndex(({ end }) => end > from),
    );
  });
  const { chosen, choose } = useChosenWords({ root: list, text, isPaused: false });
  const span = chosen?.span ?? place ?? sentences[index] ?? null;
  const adjust = (adjusted: Span | null) => {
    if (adjusted === null) return;
    // What the pointer selected is given up: otherwise it would count again when the pointer is let go.
    getSelection()?.removeAllRanges();
    choose(adjusted);
  };
  const goTo = (at: number) => {
    setIndex(at);
    adjust(sentences[at] ?? null);
  };
  return { sentences, index, span, goTo, adjust, isSelection: chosen?.isSelection ?? false };
}
