"use client";

import { useRefresh } from "#components/ui/use-refresh.ts";

/** Fetches the page anew again and again, but not while nobody looks at it. Without script, the browser reloads it. */
export function RefreshWhileWaiting({
  pause = 700,
}: {
  /** Milliseconds after the last answer. */
  pause?: number;
}) {
  useRefresh(pause);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(Math.ceil(pause / 1_000) + 1)} />
    </noscript>
  );
}
