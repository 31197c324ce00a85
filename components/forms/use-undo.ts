"use client";

import { useCallback } from "react";
import { useToast } from "#components/ui/toast.tsx";
import { type Call, useCall } from "./call.tsx";

/** Takes something back. Answers null when it is still there, because the server refused or cannot be reached. */
export type Undo = (call: Call) => Promise<unknown>;

/**
 * For a toast's `onUndo`: takes something back and says in a toast that it did. What it takes back may have gone on
 * meanwhile; then the reason is said.
 */
export function useUndo(): (undo: Undo, undone: string) => () => void {
  const toast = useToast();
  const call = useCall();
  return useCallback(
    (undo, undone) => async () => {
      if ((await undo(call)) !== null) toast({ title: undone });
    },
    [toast, call],
  );
}
