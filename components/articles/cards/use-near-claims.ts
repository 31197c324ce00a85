"use client";

import { type RefObject, useEffect, useMemo, useState } from "react";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { nearStretch, type Stretch, topIn } from "#components/articles/text/near-stretch.ts";
import type { Block } from "#lib/anchoring/blocks.ts";
import { BLOCK_START } from "#lib/anchoring/text-tree.ts";
import { type Crowd, cardsThatFit } from "./near-cards.ts";

/** How far from the window cards are drawn, in windows' heights, and after how much scrolling it is asked again. */
const NEAR = 1;
const STEP = 0.4;

/** Pixels by which a stretch of the text may grow before other cards fit beside it: marks take some when drawn. */
const SLACK = 100;

/** The claims beside the part of the text that is near the window, as cards or counts. Null: all of them. */
export function useNearClaims({
  text,
  blocks,
  claims,
  isNeeded,
  pinnedId,
}: {
  text: RefObject<HTMLElement | null>;
  blocks: readonly Block[];
  claims: readonly DeskClaim[];
  isNeeded: boolean;
  pinnedId: string | null;
}): (DeskClaim | Crowd<DeskClaim>)[] | null {
  const [stretch, setStretch] = useState<Stretch | null>(null);
  useEffect(() => {
    const root = text.current;
    if (!isNeeded || root === null) return;
    const elements = [...root.querySelectorAll(`[${BLOCK_START}]`)];
    const starts = elements.map((element) => Number(element.getAttribute(BLOCK_START)));
    const place = (index: number) => {
      const { top, bottom } = elements[index]?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
      return { top: top + scrollY, bottom: bottom + scrollY };
    };
    let frame = 0;
    let seenAt = Number.NaN;
    const look = () => {
      frame = 0;
      if (Math.abs(scrollY - seenAt) < STEP * innerHeight) return;
      seenAt = scrollY;
      const [from, to] = [scrollY - NEAR * innerHeight, scrollY + (1 + NEAR) * innerHeight];
      const now = nearStretch(starts, place, { from, to, length: blocks.at(-1)?.end ?? 0 });
      setStretch((before) => (before !== null && isAlike(before, now) ? before : now));
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

  return useMemo(() => {
    if (!isNeeded || stretch === null) return null;
    const near = claims.filter((claim) => claim.id === pinnedId || isIn(stretch, claim));
    const topOf = ({ passages: [first] }: DeskClaim) => (first ? topIn(stretch, first.start) : null);
    return cardsThatFit(near, { topOf, pinnedId });
  }, [isNeeded, stretch, claims, pinnedId]);
}

/** Claims without a place in the text come after its end. */
function isIn({ start, end }: Stretch, { passages: [first] }: DeskClaim): boolean {
  const at = first?.start ?? Number.POSITIVE_INFINITY;
  return at >= start && (at < end || end === Number.POSITIVE_INFINITY);
}

function isAlike(a: Stretch, b: Stretch): boolean {
  const height = ({ lines }: Stretch) => (lines.at(-1)?.top ?? 0) - (lines[0]?.top ?? 0);
  return a.start === b.start && a.end === b.end && Math.abs(height(a) - height(b)) < SLACK;
}
