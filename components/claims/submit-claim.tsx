"use client";

import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { recallClaimAction, submitClaimAction } from "#lib/claims/actions.ts";
import { SaidForm } from "./said-form.tsx";

/** Sends a draft to the reviewers' queue. The toast takes it back while nobody has it. */
export function SubmitClaim({ claimId }: { claimId: string }) {
  const texts = useWords().claims.submit;
  return (
    <SaidForm
      action={submitClaimAction}
      done={texts.done}
      undo={{ run: (call) => call(recallClaimAction, { claimId }), undone: texts.undone }}
    >
      <input type="hidden" name="claimId" value={claimId} />
      <SubmitButton>{texts.action}</SubmitButton>
    </SaidForm>
  );
}

/** Takes a waiting claim back to change it. The toast sends it to the queue again. */
export function RecallClaim({ claimId }: { claimId: string }) {
  const texts = useWords().claims.recall;
  return (
    <SaidForm
      action={recallClaimAction}
      done={texts.done}
      undo={{ run: (call) => call(submitClaimAction, { claimId }), undone: texts.undone }}
    >
      <input type="hidden" name="claimId" value={claimId} />
      <SubmitButton variant="secondary">{texts.action}</SubmitButton>
    </SaidForm>
  );
}
