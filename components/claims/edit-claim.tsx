import { FormActions } from "#components/forms/form-actions.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import { editClaimAction } from "#lib/claims/actions.ts";
import type { ClaimDetail } from "#lib/claims/claim-detail.ts";
import type { Words } from "#lib/i18n/words.ts";
import { ClaimFields } from "./claim-fields.tsx";
import { SaidForm } from "./said-form.tsx";

/** Changes the claim's wording and details, in place. */
export function EditClaim({ claim, actor, words }: { claim: ClaimDetail; actor: Actor; words: Words }) {
  const texts = words.claims.page;
  return (
    <Disclosure summary={texts.edit}>
      <SaidForm
        action={editClaimAction}
        draftKey={`${actor.id}:claim:${claim.id}`}
        done={texts.saved}
        className="grid max-w-3xl gap-5 rounded-lg border border-line bg-raised p-5"
      >
        <input type="hidden" name="claimId" value={claim.id} />
        <input type="hidden" name="version" value={claim.version} />
        {claim.publication && <p className="text-sm text-muted">{texts.editPublished}</p>}
        <ClaimFields
          claim={{ id: claim.id, state: claim.state }}
          initial={{
            statement: claim.statement,
            claimantName: claim.claimant?.name ?? null,
            claimantKind: claim.claimant?.kind ?? null,
            saidOn: claim.saidOn,
            saidWhere: claim.saidWhere,
            topics: claim.topics,
          }}
        />
        <FormActions>
          <SubmitButton>{words.common.save}</SubmitButton>
        </FormActions>
      </SaidForm>
    </Disclosure>
  );
}
