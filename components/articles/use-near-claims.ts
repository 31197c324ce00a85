"use client";

import { type RefObject, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Block } from "#lib/anchoring/blocks.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { BLOCK_START } from "#lib/anchoring/text-tree.ts";
import type { DeskClaim } from "./desk-claim.ts";
import type { DrawnBlocks } from "./drawn-blocks.ts";
import { type Crowd, cardsThatFit } from "./near-cards.ts";
import { rectOfWords } from "./words-in-text.ts";

/** How far from the window cards are drawn, in windows' heights, and after how much scrolling it is asked again. */
const NEAR = 1;
const STEP = 0.4;

/** The claims beside the part of the text that is near the window, as cards or counts. Null: all of them. */
export function useNearClaims({
  text,
  blocks,
  claims,
  drawn,
  isNeeded,
  pinnedId,
}: {
  text: RefObject<HTMLElement | null>;
  blocks: readonly Block[];
  claims: readonly DeskClaim[];
  drawn: DrawnBlocks;
  isNeeded: boolean;
  pinnedId: string | null;
}): (DeskClaim | Crowd<DeskClaim>)[] | null {
  const [stretch, setStretch] = useState<Span | null>(null);
  const drawnCount = useSyncExternalStore(drawn.subscribe, drawn.count, drawn.count);
  useEffect(() => {
    const root = text.current;
    if (!isNeeded || root === null) return;
    let frame = 0;
    let seenAt = Number.NaN;
    const look = () => {
      frame = 0;
      if (Math.abs(scrollY - seenAt) < STEP * innerHeight) return;
      seenAt = scrollY;
      setStretch(nearStretch(root, blocks));
    };
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    const observer = new ResizeObserver(() => {
      seenAt = Number.NaN;
      soon();
    });
    observer.observe(root);
    addEventListener("scroll", soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      removeEventListener("scroll", soon);
    };
  }, [text, blocks, isNeeded]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: with more blocks drawn more places are known
  return useMemo(() => {
    if (!isNeeded || stretch === null) return null;
    const near = claims.filter((claim) => claim.id === pinnedId || isIn(stretch, claim));
    return cardsThatFit(near, { topOf: ({ number }) => rectOfWords(number)?.top ?? null, pinnedId });
  }, [isNeeded, stretch, claims, pinnedId, drawnCount]);
}

/** Claims without a place in the text come after its end. */
function isIn({ start, end }: Span, { passages: [first] }: DeskClaim): boolean {
  const at = first?.start ?? Number.POSITIVE_INFINITY;
  return at >= start && (at < end || end === Number.POSITIVE_INFINITY);
}

/** From the first to the last block near the window. */
function nearStretch(root: HTMLElement, blocks: readonly Block[]): Span {
  const starts = [...root.querySelectorAll(`[${BLOCK_START}]`)].flatMap((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const isNear = bottom > -NEAR * innerHeight && top < (1 + NEAR) * innerHeight;
    return isNear ? Number(element.getAttribute(BLOCK_START)) : [];
  });
  const last = blocks.at(-1)?.start;
  const end = starts.at(-1) ?? 0;
  const after = blocks.find(({ start }) => start > end)?.start;
  return { start: starts[0] ?? 0, end: end === last ? Number.POSITIVE_INFINITY : (after ?? end) };
}
