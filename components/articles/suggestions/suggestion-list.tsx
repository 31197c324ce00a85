"use client";

import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { sentenceFor } from "#components/articles/sentences/sentence-keys.ts";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { plural } from "#lib/i18n/words.ts";
import type { Suggestion } from "#lib/suggesting/suggest.ts";
import { hasWordList } from "#lib/suggesting/word-lists.ts";
import type { SuggestionOrder, Suggestions } from "./use-suggestions.ts";

const WAVE_KEYS = ["x", "Delete", "Backspace"];

/** Sentences worth checking with their reasons, each to be made a claim or waved away with one key. */
export function SuggestionList({ suggestions }: { suggestions: Suggestions }) {
  const words = useWords().suggestions;
  const locale = useLocale();
  const { article, list, index, isLooking, choose } = suggestions;
  const frame = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLOListElement>(null);
  const currentStart = list[index]?.start;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the current sentence
  useEffect(() => {
    const item = place.current?.children[index];
    const button = item?.querySelector("button") ?? frame.current;
    button?.focus({ preventScroll: true });
    item?.scrollIntoView({ block: "nearest" });
  }, [currentStart, isLooking]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = sentenceFor(event, { index, last: list.length - 1 });
    const isOnSentence = event.target instanceof Element && event.target.closest("[data-sentence]") !== null;
    if (next !== null) choose(next);
    else if (event.key === "Enter" && isOnSentence) suggestions.accept(index);
    else if (WAVE_KEYS.includes(event.key)) suggestions.wave(index);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={frame} tabIndex={-1} className="flex min-h-0 flex-1 flex-col gap-3 outline-none">
      <p
        role="status"
        className={classNames("text-sm text-muted", list.length === 0 && !isLooking && "sr-only")}
      >
        {isLooking ? words.looking : plural(locale, words.count, list.length)}
      </p>
      {list.length > 0 && (
        <>
          <p className="text-sm text-pretty text-muted pointer-coarse:hidden">{words.hint}</p>
          <p className="hidden text-sm text-muted pointer-coarse:block">{words.touchHint}</p>
          {!hasWordList(article.language) && <p className="text-sm text-muted">{words.fewWords}</p>}
          <OrderChoice order={suggestions.order} onChoose={suggestions.setOrder} />
          <ol
            ref={place}
            aria-label={words.list}
            onKeyDown={onKeyDown}
            className="min-h-32 flex-1 overflow-y-auto overscroll-contain rounded-md border border-line bg-paper"
          >
            {list.map((suggestion, at) => (
              <SuggestionItem
                key={suggestion.start}
                sentence={article.text.slice(suggestion.start, suggestion.end)}
                direction={article.direction}
                suggestion={suggestion}
                isCurrent={at === index}
                onChoose={() => choose(at)}
                onAccept={() => suggestions.accept(at)}
                onWave={() => suggestions.wave(at)}
              />
            ))}
          </ol>
        </>
      )}
      {list.length === 0 && !isLooking && (
        <EmptyState title={suggestions.hasFound ? words.noneLeft : words.none}>
          {suggestions.hasFound ? words.noneLeftHint : words.noneHint}
        </EmptyState>
      )}
      <Button variant="quiet" size="sm" onClick={suggestions.stop} className="self-start">
        {words.stop}
      </Button>
    </div>
  );
}

function OrderChoice({
  order,
  onChoose,
}: {
  order: SuggestionOrder;
  onChoose: (order: SuggestionOrder) => void;
}) {
  const words = useWords().suggestions;
  const names = { worth: words.byWorth, place: words.byPlace } as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame of its own and adds nothing here
    <div role="group" aria-label={words.order} className="flex gap-1">
      {(["worth", "place"] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === order}
          onClick={() => onChoose(each)}
          className={classNames(
            "min-h-7.5 cursor-pointer rounded-full px-3 text-sm font-medium pointer-coarse:min-h-11",
            each === order
              ? "bg-ink text-paper forced-colors:outline-2"
              : "text-muted hover:bg-hover hover:text-ink",
          )}
        >
          {names[each]}
        </button>
      ))}
    </div>
  );
}

function SuggestionItem({
  sentence,
  direction,
  suggestion,
  isCurrent,
  onChoose,
  onAccept,
  onWave,
}: {
  sentence: string;
  direction: "ltr" | "rtl";
  suggestion: Suggestion;
  isCurrent: boolean;
  onChoose: () => void;
  onAccept: () => void;
  onWave: () => void;
}) {
  const words = useWords().suggestions;
  const reasonsId = useId();
  return (
    <li
      aria-current={isCurrent || undefined}
      className={classNames(
        "border-s-3 outline-accent has-[[data-sentence]:focus-visible]:outline-2 has-[[data-sentence]:focus-visible]:-outline-offset-2 [content-visibility:auto] [contain-intrinsic-size:auto_5rem]",
        isCurrent ? "border-accent bg-accent-soft" : "border-transparent hover:bg-hover",
      )}
    >
      <button
        type="button"
        data-sentence
        tabIndex={isCurrent ? 0 : -1}
        aria-describedby={reasonsId}
        onClick={onChoose}
        dir={direction}
        className="block w-full cursor-pointer px-3 pt-2 pb-1 text-start font-serif text-[0.9375rem] leading-snug wrap-break-word outline-none"
      >
        {sentence}
      </button>
      <p id={reasonsId} className="px-3 pb-2 text-xs text-muted">
        {suggestion.reasons.map((reason) => words.reasons[reason]).join(" · ")}
      </p>
      {isCurrent && (
        <p className="flex flex-wrap gap-2 px-3 pb-3">
          <Button size="sm" variant="primary" onClick={onAccept}>
            {words.accept}
            <span aria-hidden className="pointer-coarse:hidden">
              <Kbd>↵</Kbd>
            </span>
          </Button>
          <Button size="sm" onClick={onWave}>
            {words.wave}
            <span aria-hidden className="pointer-coarse:hidden">
              <Kbd>X</Kbd>
            </span>
          </Button>
        </p>
      )}
    </li>
  );
}
