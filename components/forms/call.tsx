"use client";

import { unstable_rethrow } from "next/navigation";
import { createContext, type ReactNode, use, useCallback, useRef } from "react";
import { noteLost } from "#components/connection/connection.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { useSignInAgain } from "#components/sign-in/use-sign-in-again.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { ActionState } from "#lib/action.ts";
import { SIGN_IN_HERE } from "#lib/sign-in-here.ts";
import { type Fields, formOf } from "./form-of.ts";

type Action<Result> = (previous: ActionState, form: FormData) => Promise<ActionState<Result>>;

/** Calls a server action where no form does. Null when it did nothing: then the person has been told why. */
export type Call = <Result>(action: Action<Result>, fields: Fields) => Promise<{ result: Result } | null>;

const CallContext = createContext<Call | null>(null);

/**
 * For buttons, keys and gestures that call server actions without a form. What the server refuses, and that it cannot
 * be reached, is said in a toast; when the session has ended one signs in again over the page, and it is called again.
 * Not to be awaited in a transition: while that waits, the dialog's own answer would not be drawn.
 */
export function CallProvider({ children }: { children: ReactNode }) {
  const toast = useToast();
  const { unreachable, unexpected } = useWords().common.form;
  const { ask, dialog } = useSignInAgain();
  /** One dialog for all that were refused at once. */
  const asking = useRef<Promise<boolean> | null>(null);
  const askOnce = useCallback(() => {
    asking.current ??= ask().finally(() => {
      asking.current = null;
    });
    return asking.current;
  }, [ask]);
  const call = useCallback<Call>(
    async (action, fields) => {
      const form = formOf(fields);
      form.set(SIGN_IN_HERE, "");
      try {
        const first = await action({ status: "idle" }, form);
        const hasEnded = first.status === "refused" && first.reason === "session_ended";
        const answer = hasEnded && (await askOnce()) ? await action({ status: "idle" }, form) : first;
        if (answer.status === "refused") toast({ title: answer.message });
        return answer.status === "done" ? { result: answer.result } : null;
      } catch (error) {
        unstable_rethrow(error);
        if (error instanceof TypeError) noteLost();
        toast({ title: error instanceof TypeError ? unreachable : unexpected });
        return null;
      }
    },
    [askOnce, toast, unreachable, unexpected],
  );
  return (
    <CallContext value={call}>
      {children}
      {dialog}
    </CallContext>
  );
}

/** Throws outside the desk: only there is something to call. */
export function useCall(): Call {
  const call = use(CallContext);
  if (call === null) throw new Error("Actions are called at the desk only");
  return call;
}
