"use client";

import "./passage-ends.css";
import { type RefObject, useEffect, useEffectEvent, useId, useLayoutEffect, useRef } from "react";
import type { DeskArticle, DeskClaim } from "#components/articles/store/desk-claim.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { EndsBar } from "./ends-bar.tsx";
import { placeOfEdge } from "./passage-edge.ts";
import { PassageEndHandle } from "./passage-end-handle.tsx";
import type { Edge } from "./passage-ends.ts";
import type { PassageEnds } from "./use-passage-ends.ts";

/** The ends of the active claim's words, to take hold of, and the bar in which they are moved by buttons. */
export function PassageEndHandles({
  root,
  article,
  ends,
  claims,
}: {
  root: RefObject<HTMLElement | null>;
  article: DeskArticle;
  ends: PassageEnds;
  /** Their marks may move the words. */
  claims: readonly DeskClaim[];
}) {
  const { hint } = useWords().articles.ends;
  const hintId = useId();
  const handles = useRef<HTMLDivElement>(null);
  const { claim, span, isOpen } = ends;

  const place = useEffectEvent(() => {
    const text = root.current;
    if (text === null || span === null) return;
    for (const handle of handles.current?.querySelectorAll<HTMLElement>("[data-edge]") ?? []) {
      placeHandle(handle, placeOfEdge(text, article, span, handle.dataset.edge as Edge), text);
    }
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: with these the words stand elsewhere
  useLayoutEffect(() => place(), [claim?.id, span?.start, span?.end, claims]);
  useEffect(() => {
    const text = root.current;
    if (text === null) return;
    const observer = new ResizeObserver(() => place());
    observer.observe(text);
    // Wide tables scroll inside the text.
    const onScroll = () => place();
    text.addEventListener("scroll", onScroll, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      text.removeEventListener("scroll", onScroll, { capture: true });
    };
  }, [root]);
  const focusEnd = () => {
    handles.current?.querySelector<HTMLElement>("[data-edge=end]")?.focus({ preventScroll: true });
  };
  const goToEnd = useEffectEvent(() => {
    if (!handles.current?.contains(document.activeElement)) focusEnd();
  });
  useEffect(() => {
    if (isOpen) goToEnd();
  }, [isOpen]);

  if (!claim || span === null) return null;
  const shared = { root, article, ends, number: claim.number, span, hintId };
  return (
    <div ref={handles} data-not-text>
      <PassageEndHandle edge="start" {...shared} />
      <PassageEndHandle edge="end" {...shared} />
      <p id={hintId} hidden>
        {hint}
      </p>
      {isOpen && (
        <EndsBar
          text={root}
          article={article}
          ends={ends}
          number={claim.number}
          span={span}
          onDone={focusEnd}
        />
      )}
    </div>
  );
}

function placeHandle(handle: HTMLElement, place: ReturnType<typeof placeOfEdge>, text: HTMLElement): void {
  handle.hidden = place === null;
  if (place === null) return;
  const origin = text.getBoundingClientRect();
  handle.style.setProperty("--x", `${place.x - origin.left}px`);
  handle.style.setProperty("--y", `${place.top - origin.top}px`);
  handle.style.setProperty("--height", `${place.bottom - place.top}px`);
}
