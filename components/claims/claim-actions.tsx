import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { WithdrawClaim } from "#components/publishing/withdraw-claim.tsx";
import { AssignClaim } from "#components/reviews/assign-claim.tsx";
import { ReturnClaim } from "#components/reviews/claim-lease.tsx";
import { SnoozeClaim, SnoozedClaim } from "#components/reviews/snooze-claim.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { prioritiseClaimAction } from "#lib/claims/actions.ts";
import type { ClaimDetail } from "#lib/claims/claim-detail.ts";
import type { ClaimPage } from "#lib/claims/loaders.ts";
import { refusal } from "#lib/claims/rules.ts";
import type { Words } from "#lib/i18n/words.ts";
import { DeleteClaim } from "./delete-claim.tsx";
import { DismissClaim } from "./dismiss-claim.tsx";
import { SaidForm } from "./said-form.tsx";

/** What else this member may do to the claim, below the step that comes next. Nothing when there is nothing. */
export function ClaimActions({
  claim,
  can,
  reviewers,
  snoozedUntil,
  words,
  actor,
  now,
}: Pick<ClaimPage, "claim" | "can" | "reviewers" | "snoozedUntil" | "actor" | "now"> & { words: Words }) {
  const { assignment } = claim.facts;
  const actions: [isOffered: boolean, key: string, action: ReactNode][] = [
    [can.return === null, "return", <ReturnClaim key="return" claim={claim} words={words} />],
    [
      can.dismiss === null,
      "dismiss",
      <DismissClaim
        key="dismiss"
        claimId={claim.id}
        mayReopen={refusal("reopen", { ...claim.facts, state: "dismissed" }, actor, now) === null}
      />,
    ],
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
      <DeleteClaim
        key="delete"
        claimId={claim.id}
        articleId={claim.article.id}
        isDraft={claim.state === "draft"}
      />,
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
