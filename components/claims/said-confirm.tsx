"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { type Undo, useUndo } from "#components/forms/use-undo.ts";
import { useToast } from "#components/ui/toast.tsx";

type SaidConfirmProps = {
  /** What to say once it is done. */
  done: string;
  /** Where to go then, when what the page shows is gone. */
  leaveTo?: string;
  /** Takes it back, and what to say then. */
  undo?: { run: Undo; undone: string };
} & Omit<ComponentProps<typeof ConfirmDialog>, "onDone" | "open" | "onOpenChange">;

/** Asks before something that cannot be undone, and says in a toast that it happened. */
export function SaidConfirm({ done, leaveTo, undo, ...dialog }: SaidConfirmProps) {
  const router = useRouter();
  const toast = useToast();
  const takeBack = useUndo();

  function say() {
    toast({ title: done, ...(undo && { onUndo: takeBack(undo.run, undo.undone) }) });
    if (leaveTo !== undefined) router.replace(leaveTo);
  }

  return <ConfirmDialog {...dialog} onDone={say} />;
}
