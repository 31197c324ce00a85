"use client";

import { type RefObject, useEffect, useState, useSyncExternalStore } from "react";
import { rectOfWords } from "#components/articles/selecting/words-in-text.ts";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { plural } from "#lib/i18n/words.ts";
import type { DrawnBlocks } from "./drawn-blocks.ts";

/** A line of the text in which claims begin. `top`: pixels from the top of the text. */
type Line = { top: number; claims: DeskClaim[] };

/** Where there is no room for cards beside the text: how many claims begin in each line, to press for their cards. */
export function LineMarkers({
  text,
  claims,
  drawn,
  onOpen,
}: {
  text: RefObject<HTMLElement | null>;
  claims: readonly DeskClaim[];
  drawn: DrawnBlocks;
  onOpen: (claimIds: string[]) => void;
}) {
  const words = useWords().articles.claims;
  const locale = useLocale();
  const [lines, setLines] = useState<Line[]>([]);
  const drawnCount = useSyncExternalStore(drawn.subscribe, drawn.countAtRest, drawn.countAtRest);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with more blocks drawn there are more lines
  useEffect(() => {
    const element = text.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setLines(linesOf(element, claims)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [text, claims, drawnCount]);
  return lines.map((line) => (
    <button
      key={line.top}
      type="button"
      data-not-text
      data-tone={line.claims[0]?.tone ?? "pending"}
      aria-label={plural(locale, words.here, line.claims.length)}
      onClick={() => onOpen(line.claims.map((claim) => claim.id))}
      className="line-marker"
      style={{ top: line.top }}
    >
      <span>{line.claims.length}</span>
    </button>
  ));
}

/** Marks whose tops are nearer than this are in one line, in pixels. */
const SAME_LINE = 12;

function linesOf(text: HTMLElement, claims: readonly DeskClaim[]): Line[] {
  const origin = text.getBoundingClientRect().top;
  const lines: Line[] = [];
  for (const claim of claims) {
    const rect = rectOfWords(claim.number);
    if (rect === undefined) continue;
    const top = Math.round(rect.top - origin);
    const line = lines.at(-1);
    if (line && Math.abs(line.top - top) < SAME_LINE) line.claims.push(claim);
    else lines.push({ top, claims: [claim] });
  }
  return lines;
}
