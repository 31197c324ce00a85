import { PencilLine } from "lucide-react";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import type { ReadArticle } from "#lib/imports/schema.ts";

type Note = ReadArticle["notes"][number];

/** What reading a text changed in it, one line each. */
export function ImportNotes({
  notes,
  words,
  locale,
}: {
  notes: readonly Note[];
  words: Words;
  locale: string;
}) {
  return notes.map((note) => (
    <p key={note.kind} className="flex items-start gap-2 text-sm text-muted">
      <PencilLine aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span dir="auto">{sentence(note, words, locale)}</span>
    </p>
  ));
}

function sentence(note: Note, { imports: { notes } }: Words, locale: string): string {
  switch (note.kind) {
    case "date_stamp":
      return fill(notes.dateStamp, { removed: note.removed.trim() });
    case "markers":
      return plural(locale, notes.markers, note.removed.length);
    case "replaced_characters":
      return plural(locale, notes.replaced, note.count);
  }
}
