"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { SourceView } from "#lib/sources/queries.ts";

/** Milliseconds after the last key. */
const PAUSE = 150;

/** Shorter words fit nearly every source. In UTF-16 code units. */
const SHORTEST = 3;

const NONE: readonly SourceView[] = [];

/** Sources of the library that fit what is `typed`; none while nothing is asked (null). */
export function useKnownSources(typed: string | null): readonly SourceView[] {
  const [sources, setSources] = useState(NONE);
  const ask = useEffectEvent(async (sought: string, signal: AbortSignal) => {
    try {
      const answer = await fetch(`/api/desk/sources?${new URLSearchParams({ typed: sought })}`, { signal });
      setSources(answer.ok ? ((await answer.json()) as { sources: SourceView[] }).sources : NONE);
    } catch {
      // No list, then: a source can be written without one.
    }
  });
  useEffect(() => {
    if (typed === null || typed.trim().length < SHORTEST) return setSources(NONE);
    const controller = new AbortController();
    const timer = setTimeout(() => ask(typed, controller.signal), PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [typed]);
  return sources;
}
