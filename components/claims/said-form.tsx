"use client";

import { type ComponentProps, useRef } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import type { Call } from "#components/forms/call.tsx";
import { useUndo } from "#components/forms/use-undo.ts";
import { useCloseDialog } from "#components/ui/dialog.tsx";
import { useToast } from "#components/ui/toast.tsx";

type SaidFormProps<Result> = {
  /** What to say once it is done. */
  done: string;
  /** And what comes next. */
  doneNext?: string | ((result: Result) => string | undefined) | undefined;
  /** Takes it back, and what to say then. */
  undo?: { run: (call: Call, result: Result) => Promise<unknown>; undone: string };
} & Omit<ComponentProps<typeof ActionForm<Result>>, "onDone">;

/** A form that says in a toast what it did, and closes the disclosure or dialog it stands in. */
export function SaidForm<Result>({ done, doneNext, undo, ...form }: SaidFormProps<Result>) {
  const placeRef = useRef<HTMLDivElement>(null);
  const closeDialog = useCloseDialog();
  const toast = useToast();
  const takeBack = useUndo();

  function say(result: Result) {
    const description = typeof doneNext === "function" ? doneNext(result) : doneNext;
    toast({
      title: done,
      ...(description !== undefined && { description }),
      ...(undo && { onUndo: takeBack((call) => undo.run(call, result), undo.undone) }),
    });
    closeDialog();
    closeDisclosure(placeRef.current);
  }

  return (
    <div ref={placeRef} className="contents">
      <ActionForm {...form} onDone={say} />
    </div>
  );
}

/** The focus goes to what opens it again: the button that had it is hidden now. */
function closeDisclosure(inside: HTMLElement | null): void {
  const disclosure = inside?.closest("details");
  if (!disclosure) return;
  disclosure.open = false;
  disclosure.querySelector("summary")?.focus();
}
