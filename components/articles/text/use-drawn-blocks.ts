"use client";

import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Block } from "#lib/anchoring/blocks.ts";
import { BLOCK_START } from "#lib/anchoring/text-tree.ts";
import { createDrawnBlocks, type DrawnBlocks } from "./drawn-blocks.ts";

/** With more claims than this, marks and cards far out of sight are not drawn until they come near. */
export const MANY_CLAIMS = 200;

/** What is drawn at first of a text with many claims, in UTF-16 code units: about two windows. */
const FIRST_STRETCH = 3_500;

/** How far from the window blocks are drawn. */
const NEAR = "60% 0px";

/** Milliseconds in which blocks are drawn in one frame; laying them out takes about twice as long again. */
const IN_ONE_FRAME = 4;

/** The blocks whose marks are drawn: all, or with many claims those that have been near the window. */
export function useDrawnBlocks(
  text: RefObject<HTMLElement | null>,
  { blocks, isMany }: { blocks: readonly Block[]; isMany: boolean },
): DrawnBlocks {
  const [drawn] = useState(() =>
    createDrawnBlocks(blocks, (index) => !isMany || (blocks[index]?.start ?? 0) < FIRST_STRETCH),
  );
  useEffect(() => {
    if (text.current === null || drawn.count() === blocks.length) return;
    const drawAll = () => flushSync(() => drawn.draw(blocks.keys()));
    const stop = drawWhatComesNear(text.current, blocks, drawn);
    addEventListener("beforeprint", drawAll);
    return () => {
      stop();
      removeEventListener("beforeprint", drawAll);
    };
  }, [text, blocks, drawn]);
  return drawn;
}

function drawWhatComesNear(root: HTMLElement, blocks: readonly Block[], drawn: DrawnBlocks): () => void {
  const places = new Map(blocks.map(({ start }, index) => [String(start), index]));
  const indexOf = (element: Element) => places.get(element.getAttribute(BLOCK_START) ?? "") ?? -1;
  /** With their middles, in pixels from the page's top, as they were when they came near. */
  const waiting = new Map<Element, number>();
  let frame = 0;
  const drawSome = () => {
    const end = performance.now() + IN_ONE_FRAME;
    const inSight = scrollY + innerHeight / 2;
    const next = [...waiting].sort(([, a], [, b]) => Math.abs(a - inSight) - Math.abs(b - inSight));
    for (const [element] of next) {
      waiting.delete(element);
      observer.unobserve(element);
      flushSync(() => drawn.draw([indexOf(element)], false));
      if (performance.now() > end) break;
    }
    frame = waiting.size > 0 ? requestAnimationFrame(drawSome) : 0;
    if (frame === 0) drawn.draw([]);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target, boundingClientRect: box } of entries) {
        if (isIntersecting) waiting.set(target, scrollY + (box.top + box.bottom) / 2);
        else waiting.delete(target);
      }
      if (frame === 0) frame = requestAnimationFrame(drawSome);
    },
    { rootMargin: NEAR },
  );
  for (const element of root.querySelectorAll(`[${BLOCK_START}]`)) {
    if (!drawn.has(indexOf(element))) observer.observe(element);
  }
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
}
