import { SaidForm } from "#components/claims/said-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import { editChecksAction } from "#lib/claims/actions.ts";
import type { ClaimDetail } from "#lib/claims/claim-detail.ts";
import { CLAIM_LIMITS } from "#lib/claims/values.ts";
import type { Words } from "#lib/i18n/words.ts";

type Props = { claim: ClaimDetail; actor: Actor; mayEdit: boolean; words: Words };

/** Why there is no primary source, and what was looked for on the other side. */
export function Checks(props: Props) {
  const { claim, mayEdit, words } = props;
  const labels = words.claims.fields;
  const notes = [
    { label: labels.noPrimaryReason, text: claim.noPrimaryReason },
    { label: labels.searchNote, text: claim.searchNote },
  ].filter(({ text }) => text !== null);
  return (
    <div className="grid gap-3">
      <p className="text-sm text-pretty text-muted">{words.claims.checks.lead}</p>
      {notes.length === 0 && !mayEdit && <p className="text-muted">{words.claims.checks.none}</p>}
      {notes.length > 0 && (
        <dl className="grid gap-3">
          {notes.map(({ label, text }) => (
            <div key={label}>
              <dt className="text-sm font-medium text-muted">{label}</dt>
              <dd className="text-pretty whitespace-pre-line wrap-anywhere" dir="auto">
                {text}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {mayEdit && <ChecksForm {...props} />}
    </div>
  );
}

function ChecksForm({ claim, actor, words }: Props) {
  const texts = words.claims.checks;
  const labels = words.claims.fields;
  return (
    <Disclosure summary={texts.edit}>
      <SaidForm
        action={editChecksAction}
        draftKey={`${actor.id}:checks:${claim.id}`}
        done={texts.saved}
        className="grid gap-5 rounded-lg border border-line bg-raised p-5"
      >
        <input type="hidden" name="claimId" value={claim.id} />
        <input type="hidden" name="version" value={claim.version} />
        <div id="no-primary">
          <TextArea
            name="noPrimaryReason"
            label={labels.noPrimaryReason}
            hint={texts.noPrimaryHint}
            defaultValue={claim.noPrimaryReason ?? undefined}
            limit={CLAIM_LIMITS.reason}
            rows={2}
            optional
            dir="auto"
          />
        </div>
        <div id="search-note">
          <TextArea
            name="searchNote"
            label={labels.searchNote}
            hint={texts.searchHint}
            defaultValue={claim.searchNote ?? undefined}
            limit={CLAIM_LIMITS.reason}
            rows={2}
            optional
            dir="auto"
          />
        </div>
        <FormActions>
          <SubmitButton>{texts.save}</SubmitButton>
        </FormActions>
      </SaidForm>
    </Disclosure>
  );
}
