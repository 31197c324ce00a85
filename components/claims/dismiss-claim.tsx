"use client";

import type { Call } from "#components/forms/call.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import { dismissClaimAction, reopenClaimAction } from "#lib/claims/actions.ts";
import { CLAIM_LIMITS, DISMISSAL_GROUNDS } from "#lib/claims/values.ts";
import { SaidForm } from "./said-form.tsx";

/**
 * Puts a claim aside, with the ground and the reason. Who may reopen it takes it back from the toast: it is a draft then,
 * as reopening makes it.
 */
export function DismissClaim({ claimId, mayReopen }: { claimId: string; mayReopen: boolean }) {
  const words = useWords();
  const { reopen } = words.claims;
  const texts = words.claims.dismiss;
  const grounds = DISMISSAL_GROUNDS.map((ground) => ({
    value: ground,
    label: words.common.dismissalGrounds[ground],
    description: texts.grounds[ground],
  }));
  return (
    <Disclosure summary={texts.open}>
      <SaidForm
        action={dismissClaimAction}
        done={texts.done}
        {...(mayReopen && {
          undo: { run: (call: Call) => call(reopenClaimAction, { claimId }), undone: reopen.done },
        })}
        className="grid gap-5 pb-3"
      >
        <input type="hidden" name="claimId" value={claimId} />
        <RadioCards name="ground" label={texts.ground} options={grounds} />
        <TextArea name="reason" label={texts.reason} limit={CLAIM_LIMITS.reason} rows={2} dir="auto" />
        <TextField
          name="duplicateOf"
          label={texts.duplicateOf}
          hint={texts.duplicateHint}
          optional
          dir="ltr"
          autoComplete="off"
        />
        <div>
          <SubmitButton variant="danger">{texts.action}</SubmitButton>
        </div>
      </SaidForm>
    </Disclosure>
  );
}
