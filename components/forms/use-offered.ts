"use client";

import { useEffect, useEffectEvent, useState } from "react";

/** Milliseconds after the last key. */
const PAUSE = 150;

/** What the desk offers for what is being typed: the answer at `address`, asked a pause after it last changed. */
export function useOffered<Answer>(address: string | null): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const ask = useEffectEvent(async (from: string, signal: AbortSignal) => {
    try {
      const response = await fetch(from, { signal });
      setAnswer(response.ok ? ((await response.json()) as Answer) : null);
    } catch {
      // Nothing is offered, then: it can be written without.
    }
  });
  useEffect(() => {
    if (address === null) return setAnswer(null);
    const controller = new AbortController();
    const timer = setTimeout(() => ask(address, controller.signal), PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [address]);
  return answer;
}
