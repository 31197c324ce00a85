import type { Actor } from "#lib/auth/policy.ts";
import type { ClaimDetail, Opinion } from "#lib/claims/claim-detail.ts";
import { fill, type Words } from "#lib/i18n/words.ts";

type Props = { claim: Pick<ClaimDetail, "round" | "opinions">; actor: Actor; words: Words; locale: string };

/** In a line, who gives which rating. */
export function WhatDiffers({ claim, actor, words, locale }: Props) {
  const texts = words.reviews.differ;
  const opinions = opinionsThatDiffer(claim);
  if (opinions.length < 2 || !opinions.every(({ rating }) => rating.isRated)) return null;
  const said = opinions.map(({ reviewerId, reviewerName, rating }) =>
    fill(texts.one, {
      name: reviewerId === actor.id ? texts.you : reviewerName,
      rating: rating.label,
    }),
  );
  return (
    <p className="text-pretty wrap-anywhere" dir="auto">
      <span className="font-medium">{texts.ratings}</span>{" "}
      {new Intl.ListFormat(locale, { type: "conjunction" }).format(said)}.
    </p>
  );
}

/** Asks the reviewers to say why they differ; everybody else is told that they are asked. */
export function DiscussionInvitation({ claim, actor, words, locale }: Props) {
  const texts = words.reviews.differ;
  const opinions = opinionsThatDiffer(claim);
  const others = opinions.filter(({ reviewerId }) => reviewerId !== actor.id);
  const names = new Intl.ListFormat(locale, { type: "conjunction" }).format(
    others.map(({ reviewerName }) => reviewerName),
  );
  const invitation = others.length < opinions.length ? texts.inviteYou : texts.inviteThem;
  return <p className="text-pretty text-muted">{fill(invitation, { names })}</p>;
}

function opinionsThatDiffer({ round, opinions }: Props["claim"]): Opinion[] {
  return opinions.filter((opinion) => opinion.round === round && opinion.stage !== "adjudication");
}
