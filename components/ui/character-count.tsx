"use client";

import { useEffect, useState } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { fill } from "#lib/i18n/words.ts";
import { classNames } from "./class-names.ts";

/**
 * How long the text of the control `controlId` is, once that matters. Counted in UTF-16 code units and not
 * enforced: a browser would cut a paste without a word, the server refuses and says so.
 */
export function CharacterCount({ controlId, limit }: { controlId: string; limit: number }) {
  const words = useWords();
  const length = useLength(controlId);
  if (length < limit * 0.8) return null;
  return (
    <p
      className={classNames(
        "mt-1 text-end text-xs tabular-nums",
        length > limit ? "text-false" : "text-faint",
      )}
    >
      {fill(words.common.form.characters, { count: length, limit })}
    </p>
  );
}

function useLength(controlId: string): number {
  const [length, setLength] = useState(0);
  useEffect(() => {
    const control = document.getElementById(controlId);
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return;
    const listening = new AbortController();
    const count = () => setLength(control.value.length);
    count();
    control.addEventListener("input", count, listening);
    control.form?.addEventListener("reset", () => queueMicrotask(count), listening);
    return () => listening.abort();
  }, [controlId]);
  return length;
}
