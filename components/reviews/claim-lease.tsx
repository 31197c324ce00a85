import { SaidForm } from "#components/claims/said-form.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import type { ClaimDetail } from "#lib/claims/claim-detail.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { releaseClaimAction, returnClaimAction, takeClaimAction } from "#lib/reviews/actions.ts";
import { REVIEW_LIMITS } from "#lib/reviews/values.ts";
import { KeepsBeside } from "./keeps-beside.tsx";

/** Leases the claim. `again`: after one's own time ran out. */
export function TakeClaim({ claimId, again, words }: { claimId: string; again: boolean; words: Words }) {
  const texts = words.reviews.take;
  return (
    <KeepsBeside>
      <SaidForm action={takeClaimAction} done={texts.taken}>
        <input type="hidden" name="claimId" value={claimId} />
        <SubmitButton>{again ? texts.again : texts.this}</SubmitButton>
      </SaidForm>
    </KeepsBeside>
  );
}

/** Gives the claim back to the queue, where it keeps its place. */
export function ReleaseClaim({ claimId, words }: { claimId: string; words: Words }) {
  const texts = words.reviews.release;
  return (
    <SaidForm action={releaseClaimAction} done={texts.done}>
      <input type="hidden" name="claimId" value={claimId} />
      <SubmitButton variant="secondary">{texts.action}</SubmitButton>
    </SaidForm>
  );
}

/** Sends the claim back to its author with a reason. */
export function ReturnClaim({ claim, words }: { claim: ClaimDetail; words: Words }) {
  const texts = words.reviews.giveBack;
  return (
    <Disclosure summary={texts.open}>
      <SaidForm
        action={returnClaimAction}
        done={fill(texts.done, { name: claim.author.name })}
        className="grid gap-4 pb-3"
      >
        <input type="hidden" name="claimId" value={claim.id} />
        <TextArea
          name="reason"
          label={texts.reason}
          hint={texts.reasonHint}
          limit={REVIEW_LIMITS.reason}
          rows={3}
          dir="auto"
        />
        <div>
          <SubmitButton>{texts.action}</SubmitButton>
        </div>
      </SaidForm>
    </Disclosure>
  );
}
