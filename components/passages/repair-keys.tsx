"use client";

import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useShortcuts } from "#components/shortcuts/use-shortcuts.ts";

/** The keys of the places offered for one passage. */
const NUMBERS = ["1", "2", "3", "4", "5"] as const;

/**
 * Goes through a repair list by keys, and settles its items by them. When the item one was at is settled, the focus
 * goes to the next. Without script the list is plain forms.
 */
export function RepairKeys({ ids, children }: { ids: readonly string[]; children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  const here = useRef<string | null>(null);
  useFocusOfNext({ ids, root, here });

  function move(by: 1 | -1) {
    const at = ids.indexOf(here.current ?? "");
    const id = at === -1 ? ids[0] : ids[Math.min(Math.max(at + by, 0), ids.length - 1)];
    itemOf(root.current, id)?.focus();
  }
  function press(what: "confirm" | "use" | "choose" | "detach", number?: string) {
    const item = itemOf(root.current, here.current);
    const which = number === undefined ? "" : `[data-number="${number}"]`;
    const found = item?.querySelector<HTMLElement>(`[data-does="${what}"]${which}`);
    if (found instanceof HTMLFormElement) return found.requestSubmit();
    // A window that it opens gives the focus back to it.
    found?.focus();
    found?.click();
  }

  useShortcuts({
    "repair.next": () => move(1),
    "repair.previous": () => move(-1),
    "repair.confirm": () => press("confirm"),
    "repair.choose": () => press("choose"),
    "repair.detach": () => press("detach"),
    ...Object.fromEntries(NUMBERS.map((number) => [number, () => press("use", number)])),
  });

  const onFocus = ({ target }: FocusEvent) => {
    here.current = target.closest<HTMLElement>("[data-passage]")?.dataset.passage ?? here.current;
  };
  // On the item itself: on a link or a button in it, Enter is theirs.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.target === itemOf(root.current, here.current)) press("confirm");
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the items inside it
    <div ref={root} tabIndex={-1} onFocus={onFocus} onKeyDown={onKeyDown} className="outline-none">
      {children}
    </div>
  );
}

type Here = {
  ids: readonly string[];
  root: React.RefObject<HTMLElement | null>;
  here: React.RefObject<string | null>;
};

/** The list is drawn anew without what was settled: the focus must not be lost with it. */
function useFocusOfNext({ ids, root, here }: Here): void {
  const known = useRef(ids);
  useEffect(() => {
    const before = known.current;
    known.current = ids;
    const at = before.indexOf(here.current ?? "");
    if (at === -1 || ids.includes(before[at] ?? "")) return;
    const stays = (id: string) => ids.includes(id);
    const next = before.slice(at + 1).find(stays) ?? before.slice(0, at).findLast(stays) ?? ids[0] ?? null;
    here.current = next;
    // After a window that closes has given the focus back to the button that went away.
    const frame = requestAnimationFrame(() => (itemOf(root.current, next) ?? root.current)?.focus());
    return () => cancelAnimationFrame(frame);
  }, [ids, root, here]);
}

function itemOf(root: HTMLElement | null, id: string | null | undefined): HTMLElement | null {
  return id ? (root?.querySelector<HTMLElement>(`[data-passage="${CSS.escape(id)}"]`) ?? null) : null;
}
