"use client";

import { type ReactNode, useActionState } from "react";
import { FormMessage } from "#components/forms/form-message.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { type FormContext, FormContextProvider } from "#components/ui/form-context.tsx";
import type { ActionState } from "#lib/action.ts";

type Props = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState<never>>;
  /** When the form was drawn (lib/guarding/form-stamp.ts). */
  stamp: string;
  /** Why nothing was read of what was sent last. */
  problem: string | null;
  children: ReactNode;
};

const NO_DRAFT: FormContext["draft"] = { savedAt: null, restored: false, discard: () => {}, other: null };

/**
 * A form for readers, who get it without script: React writes the action's address into it, and a refused one comes back
 * with what was typed and what is wrong beside each field. It keeps the time it was first drawn, so that whoever mends
 * something at once is not taken for a machine.
 */
export function ReaderForm({ action, stamp, problem, children }: Props) {
  const words = useWords().tips.forms;
  const [state, dispatch] = useActionState<ActionState<never>, FormData>(action, { status: "idle" });
  const refused = state.status === "refused" ? state : null;
  const message = refused?.message ?? problem;
  const posted = refused?.values ?? {};
  const isExpired = refused?.reason === "form_expired";
  return (
    <form noValidate action={dispatch} className="grid gap-6">
      <FormContextProvider
        value={{
          idOf: (name) => `form-${name}`,
          errors: refused?.fields ?? {},
          posted,
          conflict: null,
          draft: NO_DRAFT,
        }}
      >
        {message && <FormMessage text={message} problems={[]} />}
        <input type="hidden" name="stamp" value={isExpired ? stamp : (posted.stamp ?? stamp)} />
        <div aria-hidden className="absolute size-px overflow-hidden [clip-path:inset(50%)]">
          <label htmlFor="form-trap">{words.trap}</label>
          <input id="form-trap" name="trap" type="text" tabIndex={-1} autoComplete="off" defaultValue="" />
        </div>
        {children}
      </FormContextProvider>
    </form>
  );
}
