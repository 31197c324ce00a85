"use client";

import type { KeyboardEvent, Ref } from "react";
import type { DeskArticle } from "#components/articles/store/desk-claim.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { BLOCK_START } from "#lib/anchoring/text-tree.ts";

/** Sentences to choose one of. Each says where in the text it stands, so that words selected in the list have offsets. */
export function SentenceOptions({
  ref,
  id,
  article,
  sentences,
  index,
  label,
  onKeyDown,
  onChoose,
  className,
}: {
  ref: Ref<HTMLDivElement>;
  id: string;
  article: Pick<DeskArticle, "text" | "direction">;
  sentences: readonly Span[];
  /** The one chosen. */
  index: number;
  label: string;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onChoose: (index: number) => void;
  /** How high the list is, and the size of its words. */
  className: string;
}) {
  return (
    <div
      ref={ref}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={`${id}${index}`}
      onKeyDown={onKeyDown}
      className={classNames(
        "min-h-32 overflow-y-auto overscroll-contain rounded-md border border-line font-serif",
        className,
      )}
    >
      {sentences.map(({ start, end }, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names this as active
        <div
          key={start}
          id={`${id}${at}`}
          role="option"
          aria-selected={at === index}
          onClick={() => onChoose(at)}
          className={classNames(
            "cursor-pointer border-s-3 px-3 py-2 leading-snug wrap-break-word [content-visibility:auto] [contain-intrinsic-size:auto_3.5rem]",
            at === index ? "border-accent bg-accent-soft" : "border-transparent hover:bg-hover",
          )}
          dir={article.direction}
          {...{ [BLOCK_START]: start }}
        >
          {article.text.slice(start, end)}
        </div>
      ))}
    </div>
  );
}
