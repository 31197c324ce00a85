"use client";

import { startTransition, useCallback } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { ActionState } from "#lib/action.ts";

/**
 * For a toast's `onUndo`: runs the action that takes something back, and says in a toast that it did, or why it did
 * not. What it takes back may have gone on meanwhile.
 */
export function useUndo(): (run: () => Promise<ActionState>, undone: string) => () => void {
  const toast = useToast();
  const { unreachable } = useWords().common.form;
  return useCallback(
    (run, undone) => () =>
      startTransition(async () => {
        try {
          const answer = await run();
          toast({ title: answer.status === "refused" ? answer.message : undone });
        } catch (error) {
          if (!(error instanceof TypeError)) throw error;
          toast({ title: unreachable });
        }
      }),
    [toast, unreachable],
  );
}
