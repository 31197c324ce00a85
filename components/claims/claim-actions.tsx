import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { WithdrawClaim } from "#components/publishing/withdraw-claim.tsx";
import { AssignClaim } from "#components/reviews/assign-claim.tsx";
import { ReturnClaim } from "#components/reviews/claim-lease.tsx";
import { SnoozeClaim, SnoozedClaim } from "#components/reviews/snooze-claim.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import { dismissClaimAction, prioritiseClaimAction } from "#lib/claims/actions.ts";
import type { ClaimDetail } from "#lib/claims/claim-detail.ts";
import type { ClaimPage } from "#lib/claims/loaders.ts";
import { CLAIM_LIMITS, DISMISSAL_GROUNDS } from "#lib/claims/values.ts";
import type { Words } from "#lib/i18n/words.ts";
import { DeleteClaim } from "./delete-claim.tsx";
import { SaidForm } from "./said-form.tsx";

/** What else this member may do to the claim, below the step that comes next. Nothing when there is nothing. */
export function ClaimActions({
  claim,
  can,
  reviewers,
  snoozedUntil,
  words,
  now,
}: Pick<ClaimPage, "claim" | "can" | "reviewers" | "snoozedUntil" | "now"> & { words: Words }) {
  const { assignment } = claim.facts;
  const actions: [isOffered: boolean, key: string, action: ReactNode][] = [
    [can.return === null, "return", <ReturnClaim key="return" claim={claim} words={words} />],
    [can.dismiss === null, "dismiss", <DismissClaim key="dismiss" claim={claim} words={words} />],
    [
      can.assign === null,
      "assign",
      <AssignClaim
        key="assign"
        claimId={claim.id}
        assignment={assignment && assignment.until > now ? assignment : null}
        reviewers={reviewers}
      />,
    ],
    [
      can.snooze === null,
      "snooze",
      snoozedUntil ? (
        <SnoozedClaim key="snooze" claimId={claim.id} until={snoozedUntil} />
      ) : (
        <SnoozeClaim key="snooze" claimId={claim.id} />
      ),
    ],
    [can.prioritise === null, "prioritise", <PrioritiseClaim key="prioritise" claim={claim} words={words} />],
    [
      can.delete === null,
      "delete",
      <DeleteClaim key="delete" claimId={claim.id} articleId={claim.article.id} />,
    ],
    [can.withdraw === null, "withdraw", <WithdrawClaim key="withdraw" claimId={claim.id} words={words} />],
  ];
  const offered = actions.filter(([isOffered]) => isOffered);
  if (offered.length === 0) return null;
  return (
    <ul aria-label={words.claims.page.moreActions} className="grid gap-1 border-t border-line pt-3">
      {offered.map(([, key, action]) => (
        <li key={key}>{action}</li>
      ))}
    </ul>
  );
}

type ActionProps = { claim: ClaimDetail; words: Words };

function DismissClaim({ claim, words }: ActionProps) {
  const texts = words.claims.dismiss;
  const grounds = DISMISSAL_GROUNDS.map((ground) => ({
    value: ground,
    label: words.common.dismissalGrounds[ground],
    description: texts.grounds[ground],
  }));
  return (
    <Disclosure summary={texts.open}>
      <SaidForm action={dismissClaimAction} done={texts.done} className="grid gap-5 pb-3">
        <input type="hidden" name="claimId" value={claim.id} />
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

function PrioritiseClaim({ claim, words }: ActionProps) {
  const texts = words.claims.prioritise;
  const isHigh = claim.priority > 0;
  return (
    <SaidForm action={prioritiseClaimAction} done={isHigh ? texts.lowered : texts.raised}>
      <input type="hidden" name="claimId" value={claim.id} />
      <input type="hidden" name="priority" value={isHigh ? 0 : 1} />
      <SubmitButton variant="line">
        {isHigh ? <ArrowDown aria-hidden className="size-4" /> : <ArrowUp aria-hidden className="size-4" />}
        {isHigh ? texts.lower : texts.raise}
      </SubmitButton>
    </SaidForm>
  );
}
