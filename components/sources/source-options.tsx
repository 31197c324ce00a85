"use client";

import { useEffect, useRef } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { SourceView } from "#lib/sources/queries.ts";

/** Sources to choose from, for the field that keeps the focus and says which is active (-1: none). */
export function SourceOptions({
  id,
  sources,
  active,
  choose,
}: {
  id: string;
  sources: readonly SourceView[];
  active: number;
  choose: (source: SourceView) => void;
}) {
  const words = useWords();
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
      aria-label={words.sources.choose.list}
      className="absolute inset-x-0 top-full z-30 mt-1 max-h-72 overflow-y-auto rounded-lg border border-line-strong bg-raised p-1 shadow-lg"
    >
      {sources.map((source, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
        // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's
        <div
          key={source.id}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          // The field would lose the focus, and the list close, before the click.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(source)}
          className={classNames(
            "grid min-h-9 cursor-pointer rounded-md px-2 py-1.5 hover:bg-hover pointer-coarse:min-h-11",
            at === active && "bg-accent-soft outline-2 -outline-offset-2 outline-accent",
          )}
        >
          <span dir="auto" className="line-clamp-2 wrap-anywhere">
            {source.title}
          </span>
          <span className="line-clamp-1 text-xs break-all text-muted">
            {[source.publisher, source.url, words.common.sourceKinds[source.kind]]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </div>
      ))}
    </div>
  );
}
