"use client";

import { useEffect, useState } from "react";
import { type CountedView, onQueueCounts } from "./queue-counts.ts";

/** How much waits in these views of the queue together, as it is now. */
export function useQueueCount({
  views,
  query,
  initial,
}: {
  views: readonly CountedView[];
  query: string;
  initial: number;
}): number {
  const [count, setCount] = useState(initial);
  const [brought, setBrought] = useState(initial);
  if (initial !== brought) {
    setBrought(initial);
    setCount(initial);
  }
  const key = views.join();
  useEffect(
    () =>
      onQueueCounts(query, (counts) =>
        setCount(key.split(",").reduce((sum, view) => sum + counts[view as CountedView], 0)),
      ),
    [key, query],
  );
  return count;
}

/** The number in a tab of the queue. */
export function QueueCount({ view, query, initial }: { view: CountedView; query: string; initial: number }) {
  return useQueueCount({ views: [view], query, initial });
}
