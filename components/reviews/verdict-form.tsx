"use client";

import { useState } from "react";
import type { Citable } from "#components/claims/footnotes.ts";
import { ActionForm } from "#components/forms/action-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { ActionState } from "#lib/action.ts";
import type { Actor } from "#lib/auth/policy.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import type { Reason } from "#lib/errors.ts";
import type { Words } from "#lib/i18n/words.ts";
import { giveOpinionAction } from "#lib/reviews/actions.ts";
import type { ScaleChoices } from "#lib/verdicts/schema.ts";
import { TakeClaim } from "./claim-lease.tsx";
import { announceLeft } from "./left-signal.ts";
import { OpinionFields } from "./opinion-fields.tsx";
import { verdictKey } from "./verdict-key.ts";

/** Refused for one of these, a verdict only needs the claim to be taken again. */
const WITHOUT_LEASE: readonly Reason[] = ["lease_expired", "lease_missing"];

/**
 * One reviewer's verdict. What they write is kept in this browser until they commit it, also when their time with
 * the claim runs out before: then they can take it again without leaving the form. `leaseEnd` is in milliseconds.
 */
export function VerdictForm({
  claimId,
  actor,
  scale,
  sources,
  leaseEnd,
}: {
  claimId: string;
  actor: Actor;
  scale: ScaleChoices;
  sources: readonly Citable[];
  leaseEnd: number;
}) {
  const words = useWords();
  const texts = words.reviews.verdict;
  const toast = useToast();
  const [endedLease, setEndedLease] = useState<number | null>(null);

  async function commit(state: ActionState, form: FormData) {
    const answer = await giveOpinionAction(state, form);
    if (answer.status === "refused" && WITHOUT_LEASE.includes(answer.reason)) setEndedLease(leaseEnd);
    return answer;
  }

  return (
    <>
      <ActionForm
        // On the server the action itself, whose address works without JavaScript.
        action={typeof window === "undefined" ? giveOpinionAction : commit}
        draftKey={verdictKey(actor, { id: claimId })}
        onDone={({ state }) => {
          toast({ title: texts.done, description: whatFollows(state, words) });
          announceLeft(claimId);
        }}
        className="grid gap-6"
      >
        <input type="hidden" name="claimId" value={claimId} />
        <OpinionFields scale={scale} sources={sources} words={words} />
        <div className="grid gap-2">
          <FormActions>
            <SubmitButton>{texts.commit}</SubmitButton>
          </FormActions>
          <p className="text-sm text-muted">{texts.final}</p>
        </div>
      </ActionForm>
      {endedLease === leaseEnd && <TakeClaim claimId={claimId} again words={words} />}
    </>
  );
}

function whatFollows(state: ClaimState, words: Words): string {
  const sentences: Partial<Record<ClaimState, string>> = words.reviews.verdict.doneNext;
  return sentences[state] ?? words.reviews.verdict.doneNext.other;
}
