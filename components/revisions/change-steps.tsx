"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { type MouseEvent, useState } from "react";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { ShortcutsButton } from "#components/shortcuts/shortcuts-button.tsx";
import { useShortcuts } from "#components/shortcuts/use-shortcuts.ts";
import { fill, plural } from "#lib/i18n/words.ts";
import { changeId } from "./diff-units.ts";

/** From change to change, by keys and links. Without script the links lead to the first and the last. */
export function ChangeSteps({ count }: { count: number }) {
  const { compare } = useWords().revisions;
  const locale = useLocale();
  const [current, setCurrent] = useState(0);
  const next = Math.min(current + 1, count);
  const previous = current === 0 ? count : Math.max(current - 1, 1);

  function go(change: number) {
    const element = document.getElementById(changeId(change));
    if (!element) return;
    setCurrent(change);
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "center" });
  }
  const follow = (change: number) => (event: MouseEvent) => {
    event.preventDefault();
    go(change);
  };

  useShortcuts({
    "change.next": count > 0 ? () => go(next) : undefined,
    "change.previous": count > 0 ? () => go(previous) : undefined,
  });

  if (count === 0) return null;
  const where =
    current === 0 ? plural(locale, compare.changes, count) : fill(compare.change, { number: current, count });
  return (
    <div className="change-steps">
      <span role="status" className="text-sm text-muted tabular-nums">
        {where}
      </span>
      <a
        href={`#${changeId(previous)}`}
        onClick={follow(previous)}
        className="change-step"
        aria-label={compare.previousChange}
        title={compare.previousChange}
      >
        <ChevronUp aria-hidden className="size-4" />
      </a>
      <a
        href={`#${changeId(next)}`}
        onClick={follow(next)}
        className="change-step"
        aria-label={compare.nextChange}
        title={compare.nextChange}
      >
        <ChevronDown aria-hidden className="size-4" />
      </a>
      <ShortcutsButton className="max-desk:hidden pointer-coarse:hidden" />
    </div>
  );
}
