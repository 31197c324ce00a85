"use client";

import { type ReactNode, useState } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { useModKey } from "#components/shortcuts/mod-key.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { useFootTaken } from "#components/ui/use-foot-taken.ts";

/**
 * The keys of caret mode, at the foot of the text until the first words are chosen. For the eye: the caret itself says
 * them to screen readers.
 */
export function CaretHint({ hasWords }: { hasWords: boolean }) {
  const [isOver, setIsOver] = useState(false);
  if (hasWords && !isOver) setIsOver(true);
  return isOver ? null : <Keys />;
}

function Keys() {
  const words = useWords().articles.caret.keys;
  const word = useModKey() === "⌘" ? "⌥" : "Ctrl";
  useFootTaken(true);
  return (
    <div data-not-text aria-hidden className="caret-hint">
      <Part keys={["←", "→"]}>{words.move}</Part>
      <Part keys={[word]}>{words.byWord}</Part>
      <Part keys={["Shift"]}>{words.choose}</Part>
      <Part keys={["↵"]}>{words.claim}</Part>
      <Part keys={["Esc"]}>{words.leave}</Part>
    </div>
  );
}

function Part({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {children}
    </span>
  );
}
