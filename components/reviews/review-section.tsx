import type { ReactNode } from "react";
import { ClaimSection } from "#components/claims/claim-section.tsx";
import type { Conventions } from "#components/claims/conventions.ts";
import { citable } from "#components/claims/footnotes.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Message } from "#components/ui/message.tsx";
import type { ClaimPage } from "#lib/claims/loaders.ts";
import { plural } from "#lib/i18n/words.ts";
import { OpinionList } from "./opinion-list.tsx";
import { VerdictForm } from "./verdict-form.tsx";
import { WhatDiffers } from "./what-differs.tsx";

type Props = Pick<ClaimPage, "actor" | "claim" | "can" | "scale"> & Conventions;

/** The opinions this member may see, and the form for their own when it is their turn. */
export function ReviewSection({ discussion, ...props }: Props & { discussion: ReactNode }) {
  const { claim, can } = props;
  return (
    <>
      {claim.opinionCount > 0 && <Opinions {...props} />}
      {discussion}
      {can.decide === null && <YourVerdict {...props} />}
    </>
  );
}

function Opinions({ actor, claim, words, format, locale }: Props) {
  const texts = words.reviews.opinions;
  const { opinionCount, round } = claim;
  const opinions = claim.opinions.filter((opinion) => opinion.round === round);
  const earlier = claim.opinions.filter((opinion) => opinion.round !== round);
  const shown = { evidence: claim.evidence, actor, words, format };
  const areHidden = opinions.length < opinionCount;
  const title = areHidden ? (opinions.length > 0 ? texts.yours : texts.title) : texts.both;
  return (
    <ClaimSection id="opinions" title={opinionCount === 1 && !areHidden ? texts.title : title}>
      <div className="grid gap-3">
        {areHidden && (
          <p className="text-muted">
            {plural(locale, texts.count, opinionCount)}. {texts.hidden}
          </p>
        )}
        {claim.state === "adjudication" && (
          <WhatDiffers claim={claim} actor={actor} words={words} locale={locale} />
        )}
        <OpinionList opinions={opinions} {...shown} />
        {earlier.length > 0 && (
          <Disclosure summary={texts.earlier}>
            <OpinionList opinions={earlier} {...shown} />
          </Disclosure>
        )}
      </div>
    </ClaimSection>
  );
}

function YourVerdict({ actor, claim, scale, words }: Props) {
  const texts = words.reviews.verdict;
  const stage = claim.stage ?? "first";
  return (
    <ClaimSection
      id="verdict"
      title={`${texts.title[stage]}${words.common.colon}${words.common.stages[stage]}`}
    >
      <div className="grid gap-5">
        {(stage === "second" || stage === "third") && <Message>{texts.blind}</Message>}
        {stage === "adjudication" && <Message>{texts.adjudicate}</Message>}
        <VerdictForm
          claimId={claim.id}
          actor={actor}
          scale={scale}
          sources={citable(claim.evidence)}
          leaseEnd={claim.lease?.expiresAt.getTime() ?? 0}
        />
      </div>
    </ClaimSection>
  );
}
