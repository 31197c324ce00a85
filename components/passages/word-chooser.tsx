"use client";

import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { adjustWords } from "#components/articles/adjust-words.ts";
import type { DeskArticle } from "#components/articles/desk-claim.ts";
import { adjustmentFor, sentenceFor } from "#components/articles/sentence-keys.ts";
import { SentenceOptions } from "#components/articles/sentence-options.tsx";
import { useChosenWords } from "#components/articles/use-chosen-words.ts";
import { useHighlight } from "#components/articles/use-highlight.ts";
import { WordAdjuster } from "#components/articles/word-adjuster.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { DialogClose } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { listSentences, type WordsInContext } from "#lib/anchoring/sentences.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { placePassageAction } from "#lib/passages/actions.ts";
import { nearWords } from "./near-words.ts";
import { RepairForm } from "./repair-form.tsx";

/**
 * The article's sentences, to say where a passage's words stand: a sentence by key, press or tap, trimmed by words, or
 * any words selected in the list. Nothing is placed before the button or Enter says so.
 */
export function WordChooser({
  article,
  passageId,
  place,
  context,
}: {
  article: DeskArticle;
  passageId: string;
  /** Chosen to begin with; null: a sentence where the words stood. */
  place: Span | null;
  /** The words in the last text they stood in. */
  context: WordsInContext | null;
}) {
  const words = useWords().passages;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { sentences, index, span, goTo, adjust, isSelection } = useSentences({
    article,
    place,
    context,
    list,
  });
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
    <RepairForm
      passageId={passageId}
      action={placePassageAction}
      done={words.actions.placed}
      className="grid gap-3"
    >
      <p className="text-sm text-pretty text-muted pointer-coarse:hidden">{words.chooser.hint}</p>
      <p className="hidden text-sm text-muted pointer-coarse:block">{words.chooser.touchHint}</p>
      <SentenceOptions
        ref={list}
        id={id}
        article={article}
        sentences={sentences}
        index={index}
        label={words.chooser.list}
        onKeyDown={onKeyDown}
        // Words that were just selected are what is meant, not the sentence they end in.
        onChoose={(at) => getSelection()?.isCollapsed !== false && goTo(at)}
        className="max-h-[30dvh] bg-raised text-base sm:max-h-[38dvh]"
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
      <div className="flex flex-wrap justify-end gap-2">
        <DialogClose />
        <SubmitButton>
          {words.chooser.use}
          <span aria-hidden className="pointer-coarse:hidden">
            <Kbd>↵</Kbd>
          </span>
        </SubmitButton>
      </div>
    </RepairForm>
  );
}

function useSentences({
  article,
  place,
  context,
  list,
}: {
  article: DeskArticle;
  place: Span | null;
  context: WordsInContext | null;
  list: React.RefObject<HTMLDivElement | null>;
}) {
  const { text, blocks, language } = article;
  const sentences = useMemo(() => listSentences(text, blocks, language), [text, blocks, language]);
  const [index, setIndex] = useState(() => {
    const near = place?.start ?? nearWords(text, context);
    return Math.max(
      0,
      sentences.findIndex(({ end }) => end > near),
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
