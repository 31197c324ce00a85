"use client";

import { usePathname } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { plural } from "#lib/i18n/words.ts";
import { onBadge } from "./badge-signal.ts";

/** Beyond this the number says nothing more. */
const MOST = 99;

/**
 * How many notifications are unread, beside their link in the navigation. The frame around the page is not drawn
 * again on navigation, so it asks for itself: then, and when the window comes back.
 */
export function NotificationBadge({ initial }: { initial: number }) {
  const words = useWords().notifications;
  const locale = useLocale();
  const path = usePathname();
  const [count, setCount] = useState(initial);
  const [brought, setBrought] = useState(initial);
  if (initial !== brought) {
    setBrought(initial);
    setCount(initial);
  }
  const ask = useEffectEvent(async () => {
    try {
      const answer = await fetch("/api/desk/notifications");
      if (answer.status === 200) setCount(((await answer.json()) as { unread: number }).unread);
    } catch {
      // Away from the server it stays as it is.
    }
  });
  const [shown, setShown] = useState(path);
  useEffect(() => {
    if (path === shown) return;
    setShown(path);
    ask();
  }, [path, shown]);
  useEffect(() => {
    const onFocus = () => ask();
    addEventListener("focus", onFocus);
    const stop = onBadge(onFocus);
    return () => {
      removeEventListener("focus", onFocus);
      stop();
    };
  }, []);
  if (count === 0) return null;
  return (
    <span className="rounded-full bg-accent px-1.5 text-xs font-semibold text-on-tone tabular-nums">
      <span aria-hidden>{count > MOST ? words.most : count}</span>
      <span className="sr-only">{plural(locale, words.badge, count)}</span>
    </span>
  );
}
