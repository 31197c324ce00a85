"use client";

import { type FocusEvent, useState } from "react";
import { LIST_OF_NAMES, withoutLastComma } from "#components/drafts/form-values.ts";
import { useCombobox } from "#components/forms/use-combobox.ts";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { TextField, type TextFieldProps } from "#components/ui/text-field.tsx";
import type { KnownName } from "#lib/claims/known-names.ts";
import { COMMA, type NameKind } from "#lib/claims/values.ts";
import { plural } from "#lib/i18n/words.ts";
import { NameList } from "./name-list.tsx";
import { useNames } from "./use-names.ts";

type NameFieldProps = {
  of: NameKind;
  /** Several names, separated by commas: the last one is completed, and a comma put behind it for the next. */
  isList?: boolean;
  onChoose?: (known: KnownName) => void;
} & Omit<TextFieldProps, "ref" | "role" | "autoComplete" | "onInput" | "onKeyDown" | "onBlur">;

/**
 * A line for a name, or several, that offers those the desk knows. Arrow keys choose, Enter takes what is chosen, Escape
 * closes the list; any other name may be written. Without script a plain field, and always the form's own: the list
 * writes into it as keys would. Base UI's autocomplete keeps the value itself, which drafts and a new start of the form
 * would not see, and is 14 kB more for the article's page.
 */
export function NameField({ of, isList = false, onChoose, ...field }: NameFieldProps) {
  const locale = useLocale();
  const words = useWords().claims.names;
  const [typed, setTyped] = useState<string | null>(null);
  const box = useCombobox({
    typed,
    setTyped,
    known: useNames(of, typed),
    typedIn: (written) => lastOf(written, isList).name,
    isNews: ({ name }: KnownName, written) => isNews(name, written),
    take: (known, input) => {
      const { start } = lastOf(input.value, isList);
      input.setRangeText(isList ? `${known.name}, ` : known.name, start, input.value.length, "end");
      input.dispatchEvent(new Event("input", { bubbles: true }));
      onChoose?.(known);
    },
  });
  const { listId, offered, isOpen, active, choose } = box;
  const leave = ({ currentTarget: input }: FocusEvent<HTMLInputElement>) => {
    box.close();
    // The field keeps the focus while another window has it: one goes on writing there.
    if (isList && document.activeElement !== input) input.value = withoutLastComma(input.value);
  };
  return (
    <div className="relative min-w-0">
      <TextField
        dir="auto"
        {...field}
        {...box.field}
        onBlur={leave}
        {...(isList && { [LIST_OF_NAMES]: "" })}
      />
      {isOpen && <NameList id={listId} label={words[of]} names={offered} active={active} choose={choose} />}
      <p role="status" className="sr-only">
        {isOpen ? plural(locale, words.found, offered.length) : ""}
      </p>
    </div>
  );
}

/** The name that is being written, and where it begins. */
function lastOf(value: string, isList: boolean): { name: string; start: number } {
  const start = isList ? (/^.*[,،，、]\s*/su.exec(value)?.[0].length ?? 0) : 0;
  return { name: value.slice(start).trim(), start };
}

/** Whether choosing it would change anything: it is not written there, alone or among others. */
function isNews(name: string, value: string): boolean {
  return value !== name && !value.split(COMMA).some((part) => part.trim() === name);
}
