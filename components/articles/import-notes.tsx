"use client";

import { PencilLine } from "lucide-react";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { fill, plural } from "#lib/i18n/words.ts";
import type { ImportNote } from "#lib/importing/imported-text.ts";

/** What reading a text changed in it, one line each. */
export function ImportNotes({ notes }: { notes: readonly ImportNote[] }) {
  const words = useWords().articles.preview;
  const locale = useLocale();
  const sentence = (note: ImportNote): string => {
    switch (note.kind) {
      case "date_stamp":
        return fill(words.dateStamp, { removed: note.removed.trim() });
      case "markers":
        return plural(locale, words.markers, note.removed.length);
      case "replaced_characters":
        return plural(locale, words.replaced, note.count);
    }
  };
  return notes.map((note) => (
    <p key={note.kind} className="flex items-start gap-2 text-muted">
      <PencilLine aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span dir="auto">{sentence(note)}</span>
    </p>
  ));
}
