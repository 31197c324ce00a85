"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useTransition } from "react";

/** Fetches the page anew again and again, `pause` milliseconds after each answer, but not while nobody looks at it. */
export function useRefresh(pause: number): void {
  const router = useRouter();
  const [isRefreshing, startRefresh] = useTransition();
  const look = useEffectEvent(() => {
    if (document.visibilityState === "visible") startRefresh(() => router.refresh());
  });
  useEffect(() => {
    if (isRefreshing) return;
    const timer = setInterval(look, pause);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [isRefreshing, pause]);
}
