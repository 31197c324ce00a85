"use client";

import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useReducer,
  useRef,
  useState,
} from "react";
import type { DeskArticle, DeskClaim } from "#components/articles/store/desk-claim.ts";
import { claimsOver } from "#components/articles/text/claims-over.ts";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { type Caret, caretOver, chosenBy } from "#lib/anchoring/caret.ts";
import { type Span, trimSpan } from "#lib/anchoring/spans.ts";
import { fill, plural } from "#lib/i18n/words.ts";
import { isComposing } from "#lib/shortcuts/rules.ts";
import { caretAsk } from "./caret-keys.ts";
import { offsetAt, placeInWindow } from "./caret-place.ts";
import { beginning, type Step, stepFor } from "./caret-steps.ts";
import { wordsAfterStep, wordsAt } from "./caret-words.ts";

export type CaretMode = ReturnType<typeof useCaretMode>;

/**
 * Caret mode: a caret in the article's text that keys move and that chooses words with Shift. `null` caret: off.
 * It begins at the chosen words, at the last press, at the active claim, or where the reader is.
 */
export function useCaretMode({
  root,
  article,
  claims,
  active,
  chosen,
  isFree,
  onChoose,
  onClaim,
  onOpen,
}: {
  root: RefObject<HTMLElement | null>;
  article: DeskArticle;
  claims: readonly DeskClaim[];
  active: DeskClaim | undefined;
  /** Words chosen in whatever way. */
  chosen: Span | null;
  /** Whether no form or list has the words. */
  isFree: boolean;
  onChoose: (span: Span | null) => void;
  onClaim: () => void;
  /** Enter on claims, outermost first, without chosen words. */
  onOpen: (claimIds: string[], at: { x: number; y: number }) => void;
}) {
  const [caret, setCaret] = useState<Caret | null>(null);
  const [said, say] = useReducer(sayNext, NOTHING_SAID);
  const column = useRef<number | null>(null);
  /** Where in the text the last press was. */
  const pressed = useRef<number | null>(null);
  const { articles, common } = useWords();
  const texts = articles.caret;
  const locale = useLocale();

  /** Rises when the caret shall have the focus, also while it is on already. */
  const [begun, countBegun] = useReducer((count: number) => count + 1, 0);
  const leave = useCallback(() => setCaret(null), []);
  useFollow({ article, caret, chosen, isFree, setCaret });

  /** Among which claims it stands, when that is news. */
  const claimsAround = (before: Caret | null, after: Caret): string => {
    const numbers = (at: number | undefined) =>
      at === undefined
        ? ""
        : claimsOver(claims, at)
            .map(({ number }) => number)
            .join(common.comma);
    const here = numbers(after.head);
    if (here === "" || here === numbers(before?.head)) return "";
    return fill<string>(plural(locale, texts.claims, claimsOver(claims, after.head).length), {
      numbers: here,
    } as Record<never, never>);
  };
  const begin = () => {
    if (root.current === null) return;
    const from =
      caret ?? beginning({ root: root.current, article, active, chosen, pressed: pressed.current });
    getSelection()?.removeAllRanges();
    column.current = null;
    setCaret(from);
    countBegun();
    if (from === null) return;
    onChoose(trimmed(article.text, from));
    say(joined(wordsAt(article, from.head, "sentence", texts), claimsAround(null, from)));
  };
  const go = (step: Step) => {
    if (caret === null) return;
    if (!step.keepsColumn) column.current = null;
    setCaret(step.caret);
    onChoose(trimmed(article.text, step.caret));
    const words = wordsAfterStep(article, { before: caret, after: step.caret, by: step.by }, texts);
    say(joined(words, claimsAround(caret, step.caret)));
  };
  const enter = () => {
    if (caret === null || root.current === null) return;
    if (chosenBy(caret)) return onClaim();
    const here = claimsOver(claims, caret.head);
    const place = placeInWindow(root.current, article, caret.head);
    if (here.length === 1) leave();
    if (here.length > 0 && place)
      onOpen(
        here.map(({ id }) => id),
        { x: place.x, y: place.bottom },
      );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const ask = isComposing(event.nativeEvent) ? null : caretAsk(event);
    if (ask === null || caret === null || root.current === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (ask.kind === "enter") enter();
    else if (ask.kind === "leave") {
      leave();
      root.current.focus({ preventScroll: true });
    } else go(stepFor(ask, { root: root.current, article, caret, column, isExtending: event.shiftKey }));
  };

  usePresses(root, (at) => {
    pressed.current = at;
    leave();
  });
  return { caret, begun, said, begin, leave, onKeyDown };
}

/** What was read out last. `count` tells the same words said again from words said once: two l are two letters. */
type Said = { words: string; count: number };
const NOTHING_SAID: Said = { words: "", count: 0 };

function sayNext({ count }: Said, words: string): Said {
  return { words, count: count + 1 };
}

/** Words the caret has chosen as a passage would keep them; null for none and for white space. */
function trimmed(text: string, caret: Caret): Span | null {
  const span = chosenBy(caret);
  return span && trimSpan(text, span);
}

function joined(words: string, claims: string): string {
  if (claims === "") return words;
  return /\p{P}$/u.test(words) ? `${words} ${claims}` : `${words}. ${claims}`;
}

/** Goes with what was chosen in another way, and ends when a form or a list takes the words. */
function useFollow({
  article,
  caret,
  chosen,
  isFree,
  setCaret,
}: {
  article: DeskArticle;
  caret: Caret | null;
  chosen: Span | null;
  isFree: boolean;
  setCaret: (caret: Caret | null) => void;
}): void {
  const start = chosen?.start;
  const end = chosen?.end;
  const follow = useEffectEvent(() => {
    if (caret === null) return;
    if (!isFree) return setCaret(null);
    const own = trimmed(article.text, caret);
    if (own?.start === start && own?.end === end) return;
    setCaret(
      start === undefined || end === undefined
        ? { anchor: caret.head, head: caret.head }
        : caretOver(article, { start, end }),
    );
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what it follows
  useEffect(() => follow(), [start, end, isFree]);
}

/** A press in the text is the pointer's way to choose: the caret makes room for it, and begins there next time. */
function usePresses(root: RefObject<HTMLElement | null>, onPress: (at: number | null) => void): void {
  const press = useEffectEvent((event: PointerEvent) => {
    const isTool = event.target instanceof Element && event.target.closest("[role=toolbar], button") !== null;
    if (!isTool && root.current) onPress(offsetAt(root.current, { x: event.clientX, y: event.clientY }));
  });
  useEffect(() => {
    const element = root.current;
    const onDown = (event: PointerEvent) => press(event);
    element?.addEventListener("pointerdown", onDown);
    return () => element?.removeEventListener("pointerdown", onDown);
  }, [root]);
}
