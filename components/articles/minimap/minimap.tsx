"use client";

import "./minimap.css";
import { type MouseEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { whenIdle } from "#components/articles/page/when-idle.ts";
import type { DeskArticle, DeskClaim } from "#components/articles/store/desk-claim.ts";
import { type TextPlaces, useTextPlaces } from "#components/articles/text/use-text-places.ts";
import type { ToneOrPending } from "#components/verdicts/tone-icon.tsx";
import { depthOf, nearestTo, pathOf, STRIP, type Tick, ticksOf } from "./minimap-ticks.ts";

/**
 * Where the claims lie in the whole article: a strip beside the text with a tick for each, one path for all ticks of
 * a tone. A press goes to the nearest claim. For the eye and the pointer alone: the list of claims, the headings and
 * the buttons above say and do the same.
 */
export function Minimap({
  text,
  article,
  claims,
  activeId,
  onGo,
}: {
  text: RefObject<HTMLElement | null>;
  article: DeskArticle;
  /** Those that are shown. */
  claims: readonly DeskClaim[];
  activeId: string | null;
  onGo: (claim: DeskClaim) => void;
}): ReactNode {
  const strip = useRef<HTMLDivElement>(null);
  const places = useTextPlaces(text, strip, article.blocks);
  // A text that is in sight as a whole needs no map.
  const isNeeded = places !== null && places.height > places.window - places.bar;
  const scale = places ? Math.min(1, places.room / places.height) : 1;
  const press = (event: MouseEvent<HTMLElement>) => {
    if (places === null) return;
    const depth = (event.clientY - event.currentTarget.getBoundingClientRect().top) / scale;
    const claim = nearestTo(depth, claims, places.blocks);
    if (claim) onGo(claim);
  };
  return (
    <div aria-hidden className="minimap" data-not-text>
      <div ref={strip} className="minimap-strip">
        {isNeeded && claims.length > 0 && (
          // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone, the list does the same
          // biome-ignore lint/a11y/useKeyWithClickEvents: for the pointer alone, the keys j and k do the same
          <div className="minimap-text" style={{ height: places.height * scale }} onClick={press}>
            <Ticks claims={claims} places={places} scale={scale} />
            <ActiveTick claim={claims.find(({ id }) => id === activeId)} places={places} scale={scale} />
            <InSight places={places} scale={scale} />
          </div>
        )}
      </div>
    </div>
  );
}

type Scaled = { places: TextPlaces; scale: number };

function Ticks({ claims, places, scale }: Scaled & { claims: readonly DeskClaim[] }) {
  const [ticks, setTicks] = useState<ReadonlyMap<ToneOrPending, readonly Tick[]>>(new Map());
  useEffect(
    () => whenIdle(() => setTicks(ticksOf(claims, { blocks: places.blocks, scale }))),
    [claims, places, scale],
  );
  return (
    <svg aria-hidden width={STRIP} height="100%">
      {[...ticks].map(([tone, its]) => (
        <path key={tone} data-tone={tone} d={pathOf(tone, its)} />
      ))}
    </svg>
  );
}

function ActiveTick({ claim, places, scale }: Scaled & { claim: DeskClaim | undefined }) {
  const [first] = claim?.passages ?? [];
  const depth = first && depthOf(first.start, places.blocks);
  if (depth === null || depth === undefined) return null;
  return <span className="minimap-active" style={{ translate: `0 ${Math.round(depth * scale)}px` }} />;
}

/** Pixels that can still be seen. */
const LEAST_SIGHT = 10;

/** What of the text is in sight, never beyond the text's ends. While it scrolls, nothing is measured. */
function InSight({ places, scale }: Scaled) {
  const frame = useRef<HTMLSpanElement>(null);
  const { top, height, bar, window: seen } = places;
  useEffect(() => {
    let next = 0;
    const move = () => {
      next = 0;
      const [from, to] = [scrollY + bar - top, scrollY + seen - top].map((depth) => depth * scale);
      const begin = Math.min(Math.max(0, from ?? 0), height * scale - LEAST_SIGHT);
      const end = Math.max(begin + LEAST_SIGHT, Math.min(to ?? 0, height * scale));
      const style = { transform: `translateY(${begin}px)`, height: `${end - begin}px` };
      if (frame.current) Object.assign(frame.current.style, style);
    };
    const soon = () => {
      if (next === 0) next = requestAnimationFrame(move);
    };
    soon();
    addEventListener("scroll", soon, { passive: true });
    return () => {
      cancelAnimationFrame(next);
      removeEventListener("scroll", soon);
    };
  }, [top, height, bar, seen, scale]);
  return <span ref={frame} className="minimap-sight" />;
}
