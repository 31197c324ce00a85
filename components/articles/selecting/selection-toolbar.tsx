"use client";

import { Toolbar } from "@base-ui/react/toolbar";
import { MessageSquareQuote, Quote, TextSelect, X } from "lucide-react";
import { type RefObject, useLayoutEffect, useRef } from "react";
import { placeBeside } from "#components/articles/cards/place-beside.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { ShortcutKey } from "#components/shortcuts/shortcut-key.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { fill } from "#lib/i18n/words.ts";

/** What can be done with chosen words: beside them, or on touch screens in a bar at the bottom that quotes them. */
export function SelectionToolbar({
  text,
  words: chosen,
  span,
  isAside,
  onClaim,
  onAlsoHere,
  onWholeSentence,
  onClear,
}: {
  /** The positioned element the words stand in. */
  text: RefObject<HTMLElement | null>;
  words: string;
  span: Span;
  /** Whether something else is asked about the words: it stands in the same place. */
  isAside: boolean;
  onClaim: () => void;
  onAlsoHere: () => void;
  onWholeSentence: () => void;
  onClear: () => void;
}) {
  const words = useWords().articles.words;
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => placeBeside(bar.current, text.current, span), [text, span]);
  return (
    <Toolbar.Root
      ref={bar}
      aria-label={words.toolbar}
      data-not-text
      // Still there, for the focus to come back to.
      className={classNames("selection-toolbar", isAside && "pointer-events-none opacity-0")}
      // Pressing a button must not let go of the words.
      onMouseDown={(event) => event.preventDefault()}
    >
      <p className="selection-quote" dir="auto" aria-hidden>
        {chosen}
      </p>
      <div className="flex flex-wrap items-center gap-0.5">
        <Toolbar.Button onClick={onClaim} className="toolbar-button" data-main>
          <MessageSquareQuote aria-hidden className="size-4" />
          {words.claim}
          <ShortcutKey command="claim.create" />
        </Toolbar.Button>
        <Toolbar.Button onClick={onAlsoHere} className="toolbar-button">
          <Quote aria-hidden className="size-4" />
          {words.alsoHere}
          <ShortcutKey command="claim.also-here" />
        </Toolbar.Button>
        <Toolbar.Button onClick={onWholeSentence} className="toolbar-button">
          <TextSelect aria-hidden className="size-4" />
          {words.wholeSentence}
        </Toolbar.Button>
        <Toolbar.Button onClick={onClear} aria-label={words.clear} className="toolbar-button ms-auto">
          <X aria-hidden className="size-4" />
        </Toolbar.Button>
      </div>
    </Toolbar.Root>
  );
}

/** Says the chosen words to those who cannot see the toolbar appear. */
export function ChosenAloud({ words }: { words: string | null }) {
  const template = useWords().articles.words.chosen;
  return (
    <p aria-live="polite" className="sr-only" data-not-text>
      {words === null ? "" : fill(template, { words })}
    </p>
  );
}
