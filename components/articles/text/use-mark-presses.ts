"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";
import { claimsAt, sentenceAt } from "#components/articles/selecting/words-in-text.ts";
import type { DeskArticle } from "#components/articles/store/desk-claim.ts";
import type { Span } from "#lib/anchoring/spans.ts";

export type MarkPresses = {
  /** On the number in front of a claim's words. */
  onNumber: (claimId: string) => void;
  /** On marked words, outermost claim first. */
  onMarks: (claimIds: string[], at: { x: number; y: number }) => void;
  /** With a finger, on words without a mark. */
  onSentence: (span: Span) => void;
  /** On words without a mark. */
  onNothing: () => void;
};

/** What a press in the text means. A press that ends a selection means nothing, one on a link is the link's. */
export function useMarkPresses(
  root: RefObject<HTMLElement | null>,
  article: DeskArticle,
  presses: MarkPresses,
): void {
  const press = useEffectEvent((event: MouseEvent) => {
    const { target, clientX: x, clientY: y } = event;
    if (!(target instanceof Element) || root.current === null || event.metaKey || event.ctrlKey) return;
    const claimIds = claimsAt(root.current, target);
    const numbered = target.closest<HTMLElement>("a[data-number]")?.dataset.claim;
    if (numbered !== undefined) {
      event.preventDefault();
      presses.onNumber(numbered);
    } else if (target.closest("a, button, [data-not-text]") || getSelection()?.isCollapsed === false) return;
    else if (claimIds.length > 0) presses.onMarks(claimIds, { x, y });
    else {
      const isTouch = event instanceof PointerEvent && event.pointerType === "touch";
      const sentence = isTouch ? sentenceAt(root.current, article, { x, y }) : null;
      if (sentence) presses.onSentence(sentence);
      else presses.onNothing();
    }
  });
  useEffect(() => {
    const element = root.current;
    element?.addEventListener("click", press);
    return () => element?.removeEventListener("click", press);
  }, [root]);
}
