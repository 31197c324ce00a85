import { Disclosure } from "#components/ui/disclosure.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { dismissClaimAction } from "#lib/claims/actions.ts";
import type { ClaimPage } from "#lib/claims/loaders.ts";
import { CLAIM_LIMITS } from "#lib/claims/values.ts";
import type { Words } from "#lib/i18n/words.ts";
import { ClaimSection } from "./claim-section.tsx";
import { EarlierFacts } from "./earlier-claim.tsx";
import { SaidForm } from "./said-form.tsx";

/** Other claims that say nearly the same, so that nothing is checked twice. Nothing when there are none. */
export function AlikeClaims({
  claim,
  can,
  alike,
  words,
}: Pick<ClaimPage, "claim" | "can" | "alike"> & { words: Words }) {
  if (alike.length === 0) return null;
  return (
    <ClaimSection id="alike" title={words.claims.alike.title}>
      <ul className="grid gap-2.5">
        {alike.map((other) => (
          <li
            key={other.id}
            className="grid min-w-0 gap-1.5 rounded-lg border border-line bg-raised px-4 py-3.5"
          >
            <EarlierFacts claim={other} />
            {can.dismiss === null && other.state !== "dismissed" && (
              <DismissAsDuplicate claimId={claim.id} ofId={other.id} words={words} />
            )}
          </li>
        ))}
      </ul>
    </ClaimSection>
  );
}

/** Puts the claim aside as a duplicate of that one: all filled in, and the reason can be said otherwise. */
function DismissAsDuplicate({ claimId, ofId, words }: { claimId: string; ofId: string; words: Words }) {
  const texts = words.claims;
  return (
    <Disclosure summary={texts.alike.dismiss}>
      <SaidForm action={dismissClaimAction} done={texts.dismiss.done} className="grid gap-4">
        <input type="hidden" name="claimId" value={claimId} />
        <input type="hidden" name="ground" value="duplicate" />
        <input type="hidden" name="duplicateOf" value={ofId} />
        <TextArea
          name="reason"
          label={texts.dismiss.reason}
          defaultValue={texts.earlier.reason}
          limit={CLAIM_LIMITS.reason}
          rows={2}
          dir="auto"
        />
        <div>
          <SubmitButton variant="danger">{texts.dismiss.action}</SubmitButton>
        </div>
      </SaidForm>
    </Disclosure>
  );
}
