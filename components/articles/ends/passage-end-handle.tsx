"use client";

import { type PointerEvent, type RefObject, useRef } from "react";
import { offsetAt } from "#components/articles/caret/caret-place.ts";
import type { DeskArticle } from "#components/articles/store/desk-claim.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import type { Span } from "#lib/anchoring/spans.ts";
import { fill } from "#lib/i18n/words.ts";
import { placeOfEdge } from "./passage-edge.ts";
import type { Edge } from "./passage-ends.ts";
import type { PassageEnds } from "./use-passage-ends.ts";

/** How much of the words an end says, in UTF-16 code units. */
const SAID = 40;

/** Pixels a pointer goes before a press becomes a drag. */
const SLACK = 3;

/** From where an end was taken hold of to the middle of its line, and whether it has been moved. */
type Hold = { dx: number; dy: number; from: { x: number; y: number }; isMoving: boolean };

/** One end of a claim's words: a slider along the text. */
export function PassageEndHandle({
  edge,
  root,
  article,
  ends,
  number,
  span,
  hintId,
}: {
  edge: Edge;
  root: RefObject<HTMLElement | null>;
  article: DeskArticle;
  ends: PassageEnds;
  number: number;
  span: Span;
  hintId: string;
}) {
  const words = useWords().articles.ends;
  const hold = useRef<Hold | null>(null);
  const offsetUnder = ({ clientX, clientY }: PointerEvent): number | null => {
    // The ends themselves stand after the text, and are none of it.
    const text = root.current?.firstElementChild;
    if (hold.current === null || !(text instanceof HTMLElement)) return null;
    const point = { x: clientX + hold.current.dx, y: clientY + hold.current.dy };
    return lookingThrough(root.current, () => offsetAt(text, point));
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const place = root.current && placeOfEdge(root.current, article, span, edge);
    if (event.button !== 0 || !place) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true });
    const { clientX: x, clientY: y } = event;
    const middle = (place.top + place.bottom) / 2;
    hold.current = { dx: place.x - x, dy: middle - y, from: { x, y }, isMoving: false };
  };
  const onPointerMove = (event: PointerEvent) => {
    const held = hold.current;
    if (held === null) return;
    held.isMoving ||= Math.hypot(event.clientX - held.from.x, event.clientY - held.from.y) > SLACK;
    const at = held.isMoving ? offsetUnder(event) : null;
    if (at !== null) ends.tryEdge(edge, at);
  };
  const onPointerUp = (event: PointerEvent) => {
    if (hold.current?.isMoving) ends.drop(edge, offsetUnder(event));
    hold.current = null;
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      data-edge={edge}
      aria-label={fill(words[edge], { number })}
      aria-describedby={hintId}
      aria-valuemin={0}
      aria-valuemax={article.text.length}
      aria-valuenow={span[edge]}
      aria-valuetext={saidAt(article.text, span, edge, words)}
      className="passage-end"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        if (hold.current?.isMoving) ends.leave();
        hold.current = null;
      }}
      onKeyDown={(event) => {
        if (ends.onKey(edge, event)) {
          event.preventDefault();
          event.stopPropagation();
        } else if (event.key === "Escape") root.current?.focus({ preventScroll: true });
      }}
    />
  );
}

/** What is under the ends: what fingers need around them lies over the very words they are dragged along. */
function lookingThrough<Seen>(root: HTMLElement | null, look: () => Seen): Seen {
  const ends = root?.querySelectorAll<HTMLElement>(".passage-end") ?? [];
  for (const end of ends) end.style.pointerEvents = "none";
  try {
    return look();
  } finally {
    for (const end of ends) end.style.pointerEvents = "";
  }
}

function saidAt(
  text: string,
  { start, end }: Span,
  edge: Edge,
  words: { beginsWith: "begins with “{words}”"; endsWith: "ends with “{words}”" },
): string {
  const said =
    edge === "start"
      ? text.slice(start, Math.min(end, start + SAID))
      : text.slice(Math.max(start, end - SAID), end);
  return fill(edge === "start" ? words.beginsWith : words.endsWith, { words: said.replace(/\s+/gu, " ") });
}
