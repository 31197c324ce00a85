"use client";

import { type ComponentProps, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { isComposing } from "#lib/shortcuts/rules.ts";

type Asked<Item> = {
  /** What is typed, for the desk to answer; null: the list is closed. */
  typed: string | null;
  setTyped: (typed: string | null) => void;
  /** What the desk answered. Another answer begins without a choice. */
  known: readonly Item[];
  /** The part of what is written that is being typed; all of it unless said. */
  typedIn?: (written: string) => string;
  /** Whether choosing it would change what is written; every one unless said. */
  isNews?: (item: Item, written: string) => boolean;
  /** Writes what was chosen. */
  take: (item: Item, input: HTMLInputElement) => void;
};

type Combobox<Item> = {
  listId: string;
  offered: readonly Item[];
  isOpen: boolean;
  /** Which of those offered the keys are at; -1: none, what was written. */
  active: number;
  choose: (item: Item) => void;
  close: () => void;
  /** What the field must carry. */
  field: Pick<
    ComponentProps<"input">,
    | "ref"
    | "role"
    | "aria-autocomplete"
    | "aria-expanded"
    | "aria-controls"
    | "aria-activedescendant"
    | "autoComplete"
    | "onInput"
    | "onKeyDown"
    | "onBlur"
  >;
};

/**
 * The keys and the state of a line of text that offers something while it is typed. Arrow keys choose, Enter takes what
 * is chosen, Escape closes the list; anything else may be written. The field keeps the focus and its own value.
 */
export function useCombobox<Item>({
  typed,
  setTyped,
  known,
  typedIn = (written) => written,
  isNews = () => true,
  take,
}: Asked<Item>): Combobox<Item> {
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [active, setActive] = useState(-1);
  const written = () => input.current?.value ?? "";
  const offered = typed === null ? [] : known.filter((item) => isNews(item, written()));
  const isOpen = offered.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer begins without a choice
  useEffect(() => setActive(-1), [known]);

  const open = () => {
    // A draft that is brought back is no typing.
    if (document.activeElement === input.current) setTyped(typedIn(written()));
  };
  const close = () => setTyped(null);
  const choose = (item: Item | undefined) => {
    if (!input.current || item === undefined) return;
    take(item, input.current);
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

  const field = {
    ref: input,
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": isOpen,
    "aria-controls": isOpen ? listId : undefined,
    "aria-activedescendant": isOpen && active >= 0 ? `${listId}-${active}` : undefined,
    autoComplete: "off",
    onInput: open,
    onKeyDown,
    onBlur: close,
  } as const;
  return { listId, offered, isOpen, active, choose, close, field };
}
