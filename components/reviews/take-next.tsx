"use client";

import { unstable_rethrow } from "next/navigation";
import { useActionState, useState } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ActionState } from "#lib/action.ts";
import { takeNextAction } from "#lib/reviews/actions.ts";

const IDLE: ActionState<never> = { status: "idle" };

/** Leases the claim that comes next and opens it; says so beside the button when there is none. */
export function TakeNext({ id }: { id?: string }) {
  const words = useWords();
  const [failure, setFailure] = useState<"unreachable" | "unexpected" | null>(null);

  async function take(_: ActionState, form: FormData): Promise<ActionState> {
    setFailure(null);
    try {
      return await takeNextAction(IDLE, form);
    } catch (error) {
      unstable_rethrow(error);
      setFailure(error instanceof TypeError ? "unreachable" : "unexpected");
      return IDLE;
    }
  }

  // The server renders the action's own address into the form, which makes it work without JavaScript.
  const [state, action] = useActionState<ActionState, FormData>(
    typeof window === "undefined" ? takeNextAction : take,
    IDLE,
  );
  const refused = state.status === "refused" ? state.message : "";
  return (
    <form id={id} action={action} className="flex flex-wrap items-center justify-end gap-y-1">
      <p role="status" className="text-sm text-muted not-empty:me-3">
        {failure ? words.common.form[failure] : refused}
      </p>
      <SubmitButton>{words.reviews.take.next}</SubmitButton>
    </form>
  );
}
