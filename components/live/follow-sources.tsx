"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useTransition } from "react";

/** Milliseconds before a stream that was refused is tried again. Lost ones the browser opens again by itself. */
const AGAIN = 15_000;

/**
 * Keeps a page up to date with its sources: copies that are kept or fail, looks at their pages, tasks. Told by a stream
 * of events, which names ids only; what is there now is read with the page. `standing`: how it stood with them when the
 * page was made; where the stream begins with another, something happened in between. `stallsIn`: milliseconds until what
 * is waited for will not come any more, which nobody announces.
 */
export function FollowSources({
  ids,
  standing,
  stallsIn,
}: {
  ids: readonly string[];
  standing: string;
  stallsIn: number | null;
}) {
  const router = useRouter();
  const [isReading, startReading] = useTransition();
  const read = useEffectEvent(() => startReading(() => router.refresh()));
  const readIfMissed = useEffectEvent((now: string) => now !== standing && read());
  const key = ids.toSorted().join();

  useEffect(() => {
    if (key === "") return;
    let source: EventSource | null = null;
    let retry = 0;
    const rest = () => {
      window.clearTimeout(retry);
      source?.close();
      source = null;
    };
    const begin = () => {
      if (source) return;
      const opened = new EventSource(`/api/desk/sources/events?ids=${key}`);
      source = opened;
      // What happened while there was no stream was not told.
      opened.addEventListener("hello", ({ data }) => readIfMissed(JSON.parse(data).standing));
      opened.addEventListener("change", () => read());
      opened.addEventListener("error", () => {
        if (opened.readyState !== EventSource.CLOSED || source !== opened) return;
        rest();
        retry = window.setTimeout(begin, AGAIN);
      });
    };
    const look = () => (document.visibilityState === "visible" ? begin() : rest());
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      rest();
      document.removeEventListener("visibilitychange", look);
    };
  }, [key]);

  useEffect(() => {
    if (stallsIn === null || isReading) return;
    const timer = window.setTimeout(() => read(), stallsIn);
    return () => window.clearTimeout(timer);
  }, [stallsIn, isReading]);
  return null;
}
