"use client";

import { useRefresh } from "#components/ui/use-refresh.ts";

/** Milliseconds after the last answer. */
const PAUSE = 700;

/** Fetches the page anew again and again, but not while nobody looks at it. Without script, the browser reloads it. */
export function RefreshWhileWaiting() {
  useRefresh(PAUSE);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="2" />
    </noscript>
  );
}
