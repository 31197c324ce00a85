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

/** Blocks drawn in one frame, so that none takes long. */
const IN_ONE_FRAME = 3;

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
  const waiting = new Set<Element>();
  let frame = 0;
  const drawSome = () => {
    const next = [...waiting].sort((a, b) => fromMiddle(a) - fromMiddle(b)).slice(0, IN_ONE_FRAME);
    for (const element of next) waiting.delete(element);
    drawn.draw(next.map(indexOf));
    frame = waiting.size > 0 ? requestAnimationFrame(drawSome) : 0;
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) waiting.add(target);
        else waiting.delete(target);
      }
      if (waiting.size > 0 && frame === 0) frame = requestAnimationFrame(drawSome);
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

/** Pixels between an element and the middle of the window. */
function fromMiddle(element: Element): number {
  const { top, bottom } = element.getBoundingClientRect();
  return Math.abs((top + bottom - innerHeight) / 2);
}
