import { SaidForm } from "#components/claims/said-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { SendButton } from "#components/forms/send-button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import type { ClaimDetail, EvidenceItem } from "#lib/claims/claim-detail.ts";
import { editEvidenceAction } from "#lib/evidence/actions.ts";
import type { Words } from "#lib/i18n/words.ts";
import { AttachForm } from "./attach-form.tsx";
import { EvidenceFields } from "./evidence-fields.tsx";
import { RemoveEvidence } from "./remove-evidence.tsx";

/** Attaches a source to the claim. Open while the claim has none. */
export function AttachEvidence({ claim, actor, words }: { claim: ClaimDetail; actor: Actor; words: Words }) {
  const texts = words.claims.evidence;
  return (
    <div id="attach" className="scroll-mt-20">
      <Disclosure summary={texts.attach} open={claim.evidence.length === 0}>
        <AttachForm draftKey={`${actor.id}:attach:${claim.id}`}>
          <input type="hidden" name="claimId" value={claim.id} />
          <EvidenceFields words={words} />
          <FormActions>
            <SendButton>{texts.attach}</SendButton>
          </FormActions>
        </AttachForm>
      </Disclosure>
    </div>
  );
}

/** Changes an attached source, or takes it off the claim. */
export function EditEvidence({
  item,
  claimId,
  actor,
  words,
}: {
  item: EvidenceItem;
  claimId: string;
  actor: Actor;
  words: Words;
}) {
  const texts = words.claims.evidence;
  return (
    <Disclosure summary={words.common.edit}>
      <div className="grid gap-4 border-t border-line pt-5">
        <SaidForm
          action={editEvidenceAction}
          draftKey={`${actor.id}:evidence:${item.id}`}
          done={texts.saved}
          sendsByKeys
          className="grid gap-5"
        >
          <input type="hidden" name="evidenceId" value={item.id} />
          <input type="hidden" name="version" value={item.version} />
          <EvidenceFields item={item} words={words} />
          <FormActions>
            <SendButton>{words.common.save}</SendButton>
          </FormActions>
        </SaidForm>
        <RemoveEvidence item={item} claimId={claimId} />
      </div>
    </Disclosure>
  );
}
