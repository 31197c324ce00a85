"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useTransition } from "react";

/** Milliseconds after the last answer. */
const PAUSE = 700;

/** Fetches the page anew again and again, but not while nobody looks at it. Without script, the browser reloads it. */
export function RefreshWhileWaiting() {
  const router = useRouter();
  const [isRefreshing, startRefresh] = useTransition();
  const look = useEffectEvent(() => {
    if (document.visibilityState === "visible") startRefresh(() => router.refresh());
  });
  useEffect(() => {
    if (isRefreshing) return;
    const timer = setInterval(look, PAUSE);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [isRefreshing]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="2" />
    </noscript>
  );
}
