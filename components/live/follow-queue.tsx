"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { keepBeside } from "#components/reviews/beside-list.ts";
import { askQueueCounts } from "./queue-counts.ts";

/** Milliseconds between two readings of the list, and between two questions where no stream comes through. */
const REST = 3_000;
const ASK_EVERY = 30_000;

/**
 * Keeps the queue's numbers up to date, and its list when a claim in it changed: what others take, decide or publish.
 * While the page is out of sight it rests, and reads everything again when it is looked at.
 */
export function FollowQueue() {
  const router = useRouter();
  const read = useEffectEvent(() => {
    keepBeside();
    router.refresh();
  });

  useEffect(() => {
    let source: EventSource | null = null;
    let refreshing = 0;
    let asking = 0;
    const refreshSoon = () => {
      refreshing ||= window.setTimeout(() => {
        refreshing = 0;
        read();
      }, REST);
    };
    const rest = () => {
      source?.close();
      source = null;
      window.clearInterval(asking);
      window.clearTimeout(refreshing);
      refreshing = 0;
    };
    const begin = () => {
      if (source) return;
      source = new EventSource("/api/desk/queue/events");
      source.addEventListener("change", ({ data }) => {
        const { claimIds } = JSON.parse(data) as { claimIds: string[] };
        if (claimIds.some(isShown)) refreshSoon();
        else void askQueueCounts();
      });
      asking = window.setInterval(
        () => source?.readyState !== EventSource.OPEN && askQueueCounts(),
        ASK_EVERY,
      );
    };
    const look = () => {
      if (document.visibilityState !== "visible") return rest();
      if (source === null) void askQueueCounts();
      begin();
    };
    begin();
    document.addEventListener("visibilitychange", look);
    return () => {
      rest();
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return null;
}

const isShown = (claimId: string) =>
  document.querySelector(`a[data-claim="${CSS.escape(claimId)}"]`) !== null;
