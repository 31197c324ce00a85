"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";
import { offsetAt } from "#components/articles/caret/caret-place.ts";
import type { DeskArticle } from "#components/articles/store/desk-claim.ts";
import { blockAt } from "#lib/anchoring/caret.ts";
import { rangeOfSpan } from "#lib/anchoring/selection.ts";
import { listWords } from "#lib/anchoring/sentences.ts";
import type { Span } from "#lib/anchoring/spans.ts";

/**
 * Two presses on a word select it also at its edge, where words of two directions of writing meet: there browsers
 * select the space that stands on the word's other side.
 */
export function useWordPresses(
  root: RefObject<HTMLElement | null>,
  article: DeskArticle,
  onWord: (span: Span) => void,
): void {
  const press = useEffectEvent((event: MouseEvent) => {
    const selection = getSelection();
    if (root.current === null || selection?.isCollapsed !== false || String(selection).trim() !== "") return;
    const word = wordUnder(root.current, article, { x: event.clientX, y: event.clientY });
    if (word) onWord(word);
  });
  useEffect(() => {
    const element = root.current;
    element?.addEventListener("dblclick", press);
    return () => element?.removeEventListener("dblclick", press);
  }, [root]);
}

/** The word that is drawn at a place of the window. */
function wordUnder(root: HTMLElement, article: DeskArticle, at: { x: number; y: number }): Span | undefined {
  const offset = offsetAt(root, at);
  const block = offset === null ? undefined : blockAt(article, offset);
  if (block === undefined) return;
  return listWords(article.text, block, article.language).find((word) =>
    [...(rangeOfSpan(root, word)?.getClientRects() ?? [])].some(
      ({ left, right, top, bottom }) => at.x >= left && at.x < right && at.y >= top && at.y < bottom,
    ),
  );
}
