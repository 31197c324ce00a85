"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { LIST_OF_NAMES, withoutLastComma } from "#components/drafts/form-values.ts";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { TextField, type TextFieldProps } from "#components/ui/text-field.tsx";
import type { KnownName } from "#lib/claims/known-names.ts";
import type { NameKind } from "#lib/claims/values.ts";
import { plural } from "#lib/i18n/words.ts";
import { isComposing } from "#lib/shortcuts/rules.ts";
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
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const locale = useLocale();
  const words = useWords().claims.names;
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const names = useNames(of, typed);
  const offered = typed === null ? [] : names.filter(({ name }) => isNews(name, input.current?.value ?? ""));
  const isOpen = offered.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins without a choice
  useEffect(() => setActive(-1), [names]);

  const open = () => {
    // A draft that is brought back is no typing.
    if (document.activeElement === input.current) setTyped(lastOf(input.current?.value ?? "", isList).name);
  };
  const close = () => setTyped(null);
  const leave = () => {
    close();
    // The field keeps the focus while another window has it: one goes on writing there.
    if (document.activeElement === input.current) return;
    if (isList && input.current) input.current.value = withoutLastComma(input.current.value);
  };
  const choose = (known: KnownName | undefined) => {
    const { current } = input;
    if (!current || !known) return;
    const { start } = lastOf(current.value, isList);
    current.setRangeText(isList ? `${known.name}, ` : known.name, start, current.value.length, "end");
    current.dispatchEvent(new Event("input", { bubbles: true }));
    onChoose?.(known);
    close();
  };
  const move = (by: number) => {
    if (!isOpen) return open();
    const places = offered.length + 1; // one for what was written
    setActive((now) => ((now + 1 + by + places) % places) - 1);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const keys = new Map([
      ["ArrowDown", () => move(1)],
      ["ArrowUp", () => move(-1)],
      ...(isOpen ? ([["Escape", close]] as const) : []),
      ...(isOpen && active >= 0 ? ([["Enter", () => choose(offered[active])]] as const) : []),
    ]);
    const run = keys.get(event.key);
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };

  return (
    <div className="relative min-w-0">
      <TextField
        dir="auto"
        {...field}
        ref={input}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        onInput={open}
        onKeyDown={onKeyDown}
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
  const start = isList ? (/^.*,\s*/su.exec(value)?.[0].length ?? 0) : 0;
  return { name: value.slice(start).trim(), start };
}

/** Whether choosing it would change anything: it is not written there, alone or among others. */
function isNews(name: string, value: string): boolean {
  return value !== name && !value.split(",").some((part) => part.trim() === name);
}
