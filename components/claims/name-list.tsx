"use client";

import { useEffect, useRef } from "react";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { KnownName } from "#lib/claims/known-names.ts";
import { plural } from "#lib/i18n/words.ts";

/**
 * Names to choose from, for the field that keeps the focus and says which is active (-1: none). Above it: the form's
 * button stands below, and who writes another name presses that next.
 */
export function NameList({
  id,
  label,
  names,
  active,
  choose,
}: {
  id: string;
  label: string;
  names: readonly KnownName[];
  active: number;
  choose: (known: KnownName) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Answers a promise in newer browsers, which is nothing to clean up with.
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      className="absolute start-0 bottom-full z-30 mb-1 max-h-64 w-max max-w-72 min-w-full overflow-y-auto rounded-lg border border-line-strong bg-raised p-1 shadow-lg"
    >
      {names.map((known, at) => (
        <Name
          key={known.name}
          id={`${id}-${at}`}
          known={known}
          isActive={at === active}
          choose={() => choose(known)}
        />
      ))}
    </div>
  );
}

function Name({
  id,
  known,
  isActive,
  choose,
}: {
  id: string;
  known: KnownName;
  isActive: boolean;
  choose: () => void;
}) {
  const locale = useLocale();
  const words = useWords();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      // The field would lose the focus, and the list close, before the click.
      onPointerDown={(event) => event.preventDefault()}
      onClick={choose}
      className={classNames(
        "flex min-h-9 cursor-pointer items-baseline justify-between gap-4 rounded-md px-2 py-1.5 hover:bg-hover pointer-coarse:min-h-11 pointer-coarse:items-center",
        isActive && "bg-accent-soft outline-2 -outline-offset-2 outline-accent",
      )}
    >
      <span dir="auto" className="min-w-0 wrap-anywhere">
        {known.name}
      </span>
      <span className="shrink-0 text-xs text-muted tabular-nums">
        {plural(locale, words.claims.names.claims, known.claimCount)}
      </span>
    </div>
  );
}
