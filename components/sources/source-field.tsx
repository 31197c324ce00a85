"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { TextField, type TextFieldProps } from "#components/ui/text-field.tsx";
import { plural } from "#lib/i18n/words.ts";
import { isComposing } from "#lib/shortcuts/rules.ts";
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
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const locale = useLocale();
  const words = useWords().sources.choose;
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const sources = useKnownSources(typed);
  const offered = typed === null ? [] : sources;
  const isOpen = offered.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins without a choice
  useEffect(() => setActive(-1), [sources]);

  const open = () => {
    // A draft that is brought back is no typing.
    if (document.activeElement === input.current) setTyped(input.current?.value ?? "");
  };
  const close = () => setTyped(null);
  const choose = (source: SourceView | undefined) => {
    const { current } = input;
    if (!current?.form || !source) return;
    fillIn(current.form, source);
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
        onBlur={close}
      />
      {isOpen && <SourceOptions id={listId} sources={offered} active={active} choose={choose} />}
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
