import type { ReactNode } from "react";
import { Checks } from "#components/publishing/checks.tsx";
import { CorrectClaim } from "#components/publishing/correct-claim.tsx";
import { Corrections } from "#components/publishing/corrections.tsx";
import { Replies } from "#components/publishing/replies.tsx";
import { Translations } from "#components/publishing/translations.tsx";
import { VerdictInForce } from "#components/publishing/verdict-in-force.tsx";
import { VerdictVersions } from "#components/publishing/verdict-versions.tsx";
import { ReviewSection } from "#components/reviews/review-section.tsx";
import { EvidenceList } from "#components/sources/evidence-list.tsx";
import type { ClaimPage } from "#lib/claims/loaders.ts";
import type { TranslationSlot } from "#lib/translations/loaders.ts";
import { AlikeClaims } from "./alike-claims.tsx";
import { ClaimSection } from "./claim-section.tsx";
import type { Conventions } from "./conventions.ts";
import { Passages } from "./passages.tsx";

type Props = Omit<ClaimPage, "now"> & Conventions;

/**
 * What a reviewer weighs and writes: the words, the evidence, the verdict. On the claim's page and beside the queue.
 * `discussion`: what is said about opinions that differ, right below them.
 */
export function ReviewParts({ discussion, ...props }: Props & { discussion?: ReactNode }) {
  const { claim, can, words } = props;
  return (
    <>
      <ClaimSection id="context" title={words.claims.page.context}>
        <Passages claim={claim} words={words} />
      </ClaimSection>
      <AlikeClaims {...props} />
      {claim.verdict && (
        <ClaimSection id="in-force" title={words.claims.verdict.inForce}>
          <div className="grid gap-3">
            <VerdictInForce {...props} verdict={claim.verdict} />
            <VerdictVersions {...props} versions={claim.verdictVersions} />
          </div>
        </ClaimSection>
      )}
      <ClaimSection id="evidence" title={words.claims.evidence.title}>
        <EvidenceList {...props} mayEdit={can.edit_evidence === null} mayAttest={can.attest === null} />
      </ClaimSection>
      <ReviewSection {...props} discussion={discussion} />
    </>
  );
}

/** What the publish gate asks besides, and what changed since publication. */
export function PublishingParts({
  slots,
  ...props
}: Props & { slots?: readonly TranslationSlot[] | undefined }) {
  const { claim, can, words } = props;
  const mayEdit = can.edit_evidence === null;
  return (
    <>
      <ClaimSection id="checks" title={words.claims.checks.title}>
        <Checks {...props} mayEdit={mayEdit} />
      </ClaimSection>
      <ClaimSection id="replies" title={words.claims.replies.title}>
        <Replies {...props} mayEdit={mayEdit} />
      </ClaimSection>
      {can.correct === null && (
        <ClaimSection id="correct" title={words.claims.correct.title}>
          <CorrectClaim {...props} />
        </ClaimSection>
      )}
      {can.correct === null && slots && slots.length > 0 && (
        <ClaimSection id="translations" title={words.claims.translations.title}>
          <Translations {...props} slots={slots} />
        </ClaimSection>
      )}
      {claim.corrections.length > 0 && (
        <ClaimSection id="corrections" title={words.claims.corrections.title}>
          <Corrections {...props} corrections={claim.corrections} />
        </ClaimSection>
      )}
    </>
  );
}
