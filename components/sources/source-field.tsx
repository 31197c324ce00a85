"use client";

import { useState } from "react";
import { useCombobox } from "#components/forms/use-combobox.ts";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { TextField, type TextFieldProps } from "#components/ui/text-field.tsx";
import { plural } from "#lib/i18n/words.ts";
import type { SourceView } from "#lib/sources/queries.ts";
import { SourceOptions } from "./source-options.tsx";
import { useKnownSources } from "./use-known-sources.ts";

/** What choosing a source fills in, besides its kind. */
const FILLED = ["url", "title", "publisher", "author", "publishedOn", "interests"] as const;

type SourceFieldProps = Omit<
  TextFieldProps,
  "ref" | "role" | "autoComplete" | "onInput" | "onKeyDown" | "onBlur"
>;

/**
 * A source's title or address, which offers the sources the desk knows while it is typed. Choosing one fills in all the
 * form says of it. Arrow keys choose, Enter takes what is chosen, Escape closes the list; a source the desk does not know
 * is written as it is. Without script a plain field.
 */
export function SourceField(field: SourceFieldProps) {
  const locale = useLocale();
  const words = useWords().sources.choose;
  const [typed, setTyped] = useState<string | null>(null);
  const known = useKnownSources(typed);
  const box = useCombobox({
    typed,
    setTyped,
    known,
    take: (source, { form }) => form && fillIn(form, source),
  });
  const { listId, offered, isOpen, active, choose } = box;
  return (
    <div className="min-w-0">
      <TextField
        {...field}
        {...box.field}
        below={isOpen && <SourceOptions id={listId} sources={offered} active={active} choose={choose} />}
      />
      <p role="status" className="sr-only">
        {isOpen ? plural(locale, words.found, offered.length) : ""}
      </p>
    </div>
  );
}

/** As keys would: drafts and character counts see it. */
function fillIn(form: HTMLFormElement, source: SourceView): void {
  const put = (name: string, value: string) => {
    const control = form.elements.namedItem(name);
    if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) return;
    control.value = value;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  };
  for (const name of FILLED) put(name, source[name] ?? "");
  put("kind", source.kind);
}
