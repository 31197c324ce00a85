"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { useShortcuts } from "#components/shortcuts/use-shortcuts.ts";
import { Button } from "#components/ui/button.tsx";
import { useFootTaken } from "#components/ui/use-foot-taken.ts";
import type { BulkAct } from "#lib/bulk/values.ts";
import { plural } from "#lib/i18n/words.ts";

const PATH = "/desk/queue/bulk";

/**
 * The list of the queue with a tick for each claim, and what can be done to those that are ticked. It leads to a page
 * that says beforehand what will become of each. The ticks themselves are what is selected: they outlive a list that
 * is read anew, and without JavaScript the form sends them.
 */
export function SelectClaims({
  acts,
  shown,
  back,
  children,
}: {
  acts: readonly BulkAct[];
  /** How many claims the list shows. */
  shown: number;
  /** Query of the view, to come back to. */
  back: string;
  children: ReactNode;
}) {
  const formRef = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const words = useWords().bulk;
  const locale = useLocale();
  const [count, setCount] = useState(0);
  const selectRange = useRange();
  useFootTaken(count > 0);

  // After every drawing: a claim that left the list took its tick with it, and going back brings ticks along.
  useEffect(() => setCount(tickedIn(formRef.current)));

  function selectAll(isSelected: boolean) {
    for (const box of boxesIn(formRef.current)) box.checked = isSelected;
    setCount(tickedIn(formRef.current));
  }

  const selectNone = () => selectAll(false);
  useShortcuts(count > 0 ? { Escape: selectNone } : {});

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const said = [...new FormData(event.currentTarget, submitter)].map(([name, value]) => [
      name,
      String(value),
    ]);
    router.push(`${PATH}?${new URLSearchParams(said)}`);
  }

  if (acts.length === 0) return children;
  return (
    <form
      ref={formRef}
      action={PATH}
      onSubmit={send}
      onKeyDown={(event) => {
        // The keys of the page leave alone what is pressed in a field, ticks among them.
        if (event.key === "Escape" && event.target instanceof HTMLInputElement) selectNone();
      }}
      onChange={(event) => {
        selectRange(event, boxesIn(formRef.current));
        setCount(tickedIn(formRef.current));
      }}
    >
      <input type="hidden" name="back" value={back} />
      <div className="flex flex-wrap items-center gap-x-2 border-b border-line px-2 py-1 noscript:hidden">
        <Button variant="quiet" size="sm" onClick={() => selectAll(true)}>
          {plural(locale, words.selectAll, shown)}
        </Button>
      </div>
      {children}
      <fieldset
        data-shown={count > 0 || undefined}
        className="sticky bottom-0 z-10 hidden flex-wrap items-center gap-2 border-t border-line-strong bg-raised px-4 py-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] shadow-md data-shown:flex noscript:flex"
      >
        <legend className="sr-only">{words.bar}</legend>
        {acts.map((act) => (
          <Button key={act} type="submit" name="do" value={act} size="sm">
            {words.acts[act]}
          </Button>
        ))}
        <Button variant="quiet" size="sm" className="noscript:hidden" onClick={selectNone}>
          {words.selectNone}
        </Button>
        <span aria-hidden className="text-sm text-muted tabular-nums noscript:hidden">
          {plural(locale, words.selected, count)}
        </span>
      </fieldset>
      <output className="sr-only">{count > 0 && plural(locale, words.selected, count)}</output>
    </form>
  );
}

/** With Shift a click on a tick does the same to all since the last one that was clicked. */
function useRange(): (event: FormEvent, boxes: HTMLInputElement[]) => void {
  const last = useRef<HTMLInputElement | null>(null);
  return (event, boxes) => {
    const box = boxes.find((one) => one === event.target);
    if (!box) return;
    const from = last.current ? boxes.indexOf(last.current) : -1;
    last.current = box;
    // A tick changes by a click, whose event says which keys were held.
    const hasShift = event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey;
    if (!hasShift || from < 0) return;
    const to = boxes.indexOf(box);
    for (const one of boxes.slice(Math.min(from, to), Math.max(from, to) + 1)) one.checked = box.checked;
  };
}

function boxesIn(form: HTMLFormElement | null): HTMLInputElement[] {
  return [...(form?.querySelectorAll<HTMLInputElement>("input[name=claim]") ?? [])];
}

const tickedIn = (form: HTMLFormElement | null): number =>
  boxesIn(form).filter(({ checked }) => checked).length;
