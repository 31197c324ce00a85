"use client";

import { type RefObject, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { revealSpan } from "#components/articles/selecting/words-in-text.ts";
import type { DeskArticle, DeskClaim } from "#components/articles/store/desk-claim.ts";
import { useHighlight } from "#components/articles/text/use-highlight.ts";
import { useHighlights } from "#components/articles/text/use-highlights.ts";
import { useCall } from "#components/forms/call.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Span } from "#lib/anchoring/spans.ts";
import { sentenceKey } from "#lib/suggesting/sentence-key.ts";
import { openSuggestions, ranked, type Suggestion } from "#lib/suggesting/suggest.ts";
import { bringBackAction, listWavedAwayAction, waveAwayAction } from "#lib/suggestions/actions.ts";
import { findSuggestions } from "./find-suggestions.ts";

export type Suggestions = ReturnType<typeof useSuggestions>;
export type SuggestionOrder = "worth" | "place";

const NONE: readonly Suggestion[] = [];

/** Sentences worth checking: looked for when asked, marked in the text, listed until each has a claim or is waved away. */
export function useSuggestions({
  article,
  claims,
  text,
  isBusy,
  onClaim,
}: {
  article: DeskArticle;
  claims: readonly DeskClaim[];
  text: RefObject<HTMLElement | null>;
  /** A form or another list has the reader: this one waits. */
  isBusy: boolean;
  onClaim: (span: Span) => void;
}) {
  const [isOn, setOn] = useState(false);
  const [isListed, setListed] = useState(false);
  const [order, setOrder] = useState<SuggestionOrder>("worth");
  const [currentStart, setCurrentStart] = useState<number | null>(null);
  const opener = useRef<HTMLElement>(null);
  const { found, wavedKeys, wave } = useFound(article, isOn);

  const open = useMemo(() => {
    if (!isOn || found === null) return NONE;
    return openSuggestions(found, {
      claimed: claims.flatMap(({ passages }) => passages),
      isWavedAway: ({ start, end }) => wavedKeys.has(sentenceKey(article.text.slice(start, end))),
    });
  }, [isOn, found, claims, wavedKeys, article]);
  const list = useMemo(() => (order === "worth" ? ranked(open) : open), [open, order]);
  const isShown = isListed && !isBusy;
  const index = Math.max(
    0,
    list.findIndex(({ start }) => start === currentStart),
  );
  const current = isShown ? (list[index] ?? null) : null;

  useHighlights("suggestion", text, open, claims);
  useHighlight("suggestion-current", text, current, claims);

  const choose = (at: number) => {
    const chosen = list[at];
    setCurrentStart(chosen?.start ?? null);
    if (chosen) revealSpan(text.current, chosen);
  };
  /** What comes up when this one goes. */
  const stepOver = (at: number) => setCurrentStart((list[at + 1] ?? list[at - 1])?.start ?? null);

  return {
    article,
    isOn,
    isShown,
    isLooking: isOn && found === null,
    hasFound: found !== null && found.length > 0,
    list,
    index,
    order,
    setOrder,
    choose,
    /** Where the focus was when the list was asked for. */
    opener: () => opener.current,
    show() {
      if (document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
      setOn(true);
      setListed(true);
    },
    close: () => setListed(false),
    stop() {
      setListed(false);
      setOn(false);
    },
    accept(at: number) {
      const accepted = list[at];
      if (!accepted) return;
      stepOver(at);
      onClaim({ start: accepted.start, end: accepted.end });
    },
    wave(at: number) {
      const waved = list[at];
      if (!waved) return;
      stepOver(at);
      wave(article.text.slice(waved.start, waved.end));
    },
  };
}

/** What looks worth checking in the article, null until it was read, and what the desk has waved away. */
function useFound(article: DeskArticle, isOn: boolean) {
  const words = useWords().suggestions;
  const toast = useToast();
  const call = useCall();
  const [found, setFound] = useState<Suggestion[] | null>(null);
  const [wavedKeys, setWavedKeys] = useState<ReadonlySet<string>>(new Set());
  const readWaved = useEffectEvent(() => call(listWavedAwayAction, { articleId: article.id }));

  useEffect(() => {
    if (!isOn) return;
    const controller = new AbortController();
    const reading = Promise.all([findSuggestions(article, controller.signal), readWaved()]);
    reading.then(([suggestions, waved]) => {
      if (controller.signal.aborted) return;
      // Whoever could not be asked has said why.
      if (waved !== null) setWavedKeys(new Set(waved.result));
      setFound(suggestions);
    });
    return () => controller.abort();
  }, [isOn, article]);

  const mark = (key: string, isWaved: boolean) =>
    setWavedKeys((keys) => new Set(isWaved ? [...keys, key] : [...keys].filter((other) => other !== key)));
  /** Seen at once; what the server refuses comes back with its reason. */
  const send = async (sentence: string, isWaved: boolean) => {
    const key = sentenceKey(sentence);
    mark(key, isWaved);
    const action = isWaved ? waveAwayAction : bringBackAction;
    if ((await call(action, { articleId: article.id, words: sentence })) === null) mark(key, !isWaved);
  };
  const wave = (sentence: string) => {
    send(sentence, true);
    toast({ title: words.waved, onUndo: () => send(sentence, false) });
  };
  return { found, wavedKeys, wave };
}
