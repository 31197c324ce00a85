import Link from "next/link";
import type { ReactNode } from "react";
import { CorrectionLeft } from "#components/publishing/correction-left.tsx";
import { PublishClaim } from "#components/publishing/publish-claim.tsx";
import { ReviewStep } from "#components/reviews/review-step.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Message } from "#components/ui/message.tsx";
import { RevealLink } from "#components/ui/reveal-link.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { reopenClaimAction } from "#lib/claims/actions.ts";
import type { ClaimPage } from "#lib/claims/loaders.ts";
import { isLive } from "#lib/claims/rules.ts";
import { sentenceOf } from "#lib/i18n/refusals.ts";
import { fill } from "#lib/i18n/words.ts";
import { missingOf } from "#lib/publishing/rules.ts";
import { ClaimActions } from "./claim-actions.tsx";
import type { Conventions } from "./conventions.ts";
import { SaidForm } from "./said-form.tsx";
import { StepCard } from "./step-card.tsx";
import { SubmitClaim } from "./submit-claim.tsx";

type Props = Omit<ClaimPage, "now"> &
  Conventions & {
    /** On the claim's own page, which has more than what stands beside the queue. */
    isOwnPage?: boolean;
  };

/** What this member can do with the claim now; when it is nothing, what it waits for. */
export function NextStep(props: Props) {
  return (
    <StepCard title={titleOf(props)} footer={<ClaimActions {...props} />}>
      {stepOf(props)}
    </StepCard>
  );
}

function titleOf({ claim, can, gate, words, actor, now }: Props): string {
  const texts = words.claims.steps;
  switch (claim.state) {
    case "draft":
      return claim.returnReason === null ? texts.draft : texts.returned;
    case "queued":
    case "in_review":
    case "second_review":
    case "adjudication":
      if (can.decide === null) return texts.yourTurn;
      if (can.take === null && claim.lease?.holderId === actor.id) return texts.ranOut;
      if (claim.state === "adjudication") return texts.adjudication;
      return claim.lease && isLive(claim.lease, now) ? texts.inHands : texts.waits;
    case "ready":
      return missingOf(gate).length === 0 ? texts.ready : texts.verdictIn;
    case "published":
    case "withdrawn":
    case "dismissed":
      return texts[claim.state];
  }
}

function stepOf(props: Props): ReactNode {
  switch (props.claim.state) {
    case "draft":
      return <DraftStep {...props} />;
    case "queued":
    case "in_review":
    case "second_review":
    case "adjudication":
      return <ReviewStep {...props} />;
    case "ready":
      return <ReadyStep {...props} />;
    case "published":
      return <PublishedStep {...props} />;
    case "withdrawn":
      return <WithdrawnStep {...props} />;
    case "dismissed":
      return <DismissedStep {...props} />;
  }
}

function DraftStep({ claim, can, words, format }: Props) {
  const texts = words.claims;
  return (
    <>
      {claim.returnReason !== null && (
        <Message tone="warning" title={words.reviews.giveBack.because}>
          <p className="whitespace-pre-line wrap-anywhere" dir="auto">
            {claim.returnReason}
          </p>
        </Message>
      )}
      {can.submit === null ? (
        <>
          <p className="text-pretty text-muted">{texts.submit.text}</p>
          <SubmitClaim claimId={claim.id} />
        </>
      ) : can.submit.reason === "not_yours" ? (
        <p className="text-pretty text-muted">{fill(texts.steps.draftOther, { name: claim.author.name })}</p>
      ) : (
        <>
          <p className="text-pretty text-muted">{sentenceOf(can.submit, words, format)}</p>
          {can.submit.reason === "no_evidence" && (
            <div>
              <RevealLink to="attach" button={{}}>
                {texts.evidence.attach}
              </RevealLink>
            </div>
          )}
        </>
      )}
    </>
  );
}

function ReadyStep({ claim, can, gate, words }: Props) {
  if (can.publish !== null) return <p className="text-muted">{words.claims.steps.readyText}</p>;
  return (
    <div className="grid justify-items-start gap-3">
      <PublishClaim claim={claim} gate={gate} words={words} />
    </div>
  );
}

function PublishedStep({ claim, can, isOwnPage, words, format }: Props) {
  const texts = words.claims.publish;
  if (!claim.publication) return null;
  const { slug, number, publishedAt, needsCorrection } = claim.publication;
  return (
    <>
      {needsCorrection && <CorrectionLeft canCorrect={can.correct === null} words={words} />}
      <p className="text-muted">{fill(texts.since, { when: format.dateTime(publishedAt), number })}</p>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={`/claims/${slug}`}>{texts.onPublicSite}</LinkButton>
        {isOwnPage && can.correct === null && (
          <RevealLink to="correct" button={{}}>
            {words.claims.correct.title}
          </RevealLink>
        )}
      </div>
    </>
  );
}

function WithdrawnStep({ claim, words, format }: Props) {
  return (
    <>
      {claim.withdrawnAt && (
        <p className="text-pretty text-muted">
          {fill(words.claims.steps.withdrawnText, { day: format.date(claim.withdrawnAt) })}
        </p>
      )}
      <div>
        <LinkButton href={`/claims/${claim.publication?.slug ?? claim.slug}`}>
          {words.claims.publish.onPublicSite}
        </LinkButton>
      </div>
    </>
  );
}

function DismissedStep({ claim, can, words }: Props) {
  const texts = words.claims;
  const { dismissal } = claim;
  return (
    <>
      {dismissal && (
        <p className="text-pretty whitespace-pre-line wrap-anywhere" dir="auto">
          {fill(texts.dismiss.because, {
            ground: words.common.dismissalGrounds[dismissal.ground],
            reason: dismissal.reason,
          })}
        </p>
      )}
      {dismissal?.duplicateOf && (
        <p className="wrap-anywhere">
          {texts.dismiss.duplicateLine}{" "}
          <Link href={`/desk/claims/${dismissal.duplicateOf.id}`} className="font-serif underline" dir="auto">
            {dismissal.duplicateOf.statement}
          </Link>
        </p>
      )}
      {can.reopen === null && (
        <>
          <p className="text-sm text-muted">{texts.reopen.text}</p>
          <SaidForm action={reopenClaimAction} done={texts.reopen.done}>
            <input type="hidden" name="claimId" value={claim.id} />
            <SubmitButton variant="secondary">{texts.reopen.action}</SubmitButton>
          </SaidForm>
        </>
      )}
    </>
  );
}
