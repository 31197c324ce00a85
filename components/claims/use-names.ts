"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { KnownName } from "#lib/claims/known-names.ts";
import type { NameKind } from "#lib/claims/values.ts";

/** Milliseconds after the last key. */
const PAUSE = 150;

const NONE: readonly KnownName[] = [];

/** Names the desk knows that fit what is `typed`, the best first; none while nothing is asked (null). */
export function useNames(of: NameKind, typed: string | null): readonly KnownName[] {
  const [names, setNames] = useState(NONE);
  const ask = useEffectEvent(async (sought: string, signal: AbortSignal) => {
    try {
      const answer = await fetch(`/api/desk/names?${new URLSearchParams({ of, typed: sought })}`, { signal });
      setNames(answer.ok ? ((await answer.json()) as { names: KnownName[] }).names : NONE);
    } catch {
      // No list, then: a name can be written without one.
    }
  });
  useEffect(() => {
    if (typed === null) return setNames(NONE);
    const controller = new AbortController();
    const timer = setTimeout(() => ask(typed, controller.signal), PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [typed]);
  return names;
}
