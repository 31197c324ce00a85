"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { useQueueCount } from "#components/live/queue-count.tsx";
import { askQueueCounts, type CountedView } from "#components/live/queue-counts.ts";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { plural } from "#lib/i18n/words.ts";

/**
 * How much of the queue waits for this member, beside a link of the navigation. The frame around the page is not drawn
 * again on navigation, so it asks for itself: then, when the window comes back, and when the queue's page hears more.
 */
export function QueueBadge({ views, initial }: { views: readonly CountedView[]; initial: number }) {
  const words = useWords().common.deskNav;
  const locale = useLocale();
  const path = usePathname();
  const count = useQueueCount({ views, query: "", initial });
  const [shown, setShown] = useState(path);
  useEffect(() => {
    if (path === shown) return;
    setShown(path);
    void askQueueCounts();
  }, [path, shown]);
  useEffect(() => {
    const onFocus = () => void askQueueCounts();
    addEventListener("focus", onFocus);
    return () => removeEventListener("focus", onFocus);
  }, []);
  if (count === 0) return null;
  return (
    <span className="text-xs text-faint tabular-nums">
      <span aria-hidden>{count}</span>
      <span className="sr-only">{plural(locale, words.count, count)}</span>
    </span>
  );
}
