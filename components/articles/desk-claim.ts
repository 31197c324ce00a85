import type { Block } from "#lib/anchoring/blocks.ts";
import type { ArticleDetail } from "#lib/articles/queries.ts";
import type { Actor } from "#lib/auth/policy.ts";
import type { ClaimCard } from "#lib/claims/claim-card.ts";
import { type ClaimFacts, refusal } from "#lib/claims/rules.ts";

/** The article as the desk works on it. */
export type DeskArticle = {
  id: string;
  revisionId: string;
  text: string;
  blocks: readonly Block[];
  /** BCP 47. */
  language: string;
  direction: "ltr" | "rtl";
};

export function toDeskArticle({ id, revision, language, direction }: ArticleDetail): DeskArticle {
  const { id: revisionId, text, blocks } = revision;
  return { id, revisionId, text, blocks, language, direction };
}

/** A claim beside the text, with what this member may do to it. */
export type DeskClaim = ClaimCard & { canEdit: boolean; canDelete: boolean };

/** Only the passages in the text that is shown: others belong to earlier revisions. */
export function toDeskClaim(
  card: ClaimCard,
  { revisionId, actor, now }: { revisionId: string; actor: Actor; now: Date },
): DeskClaim {
  const claim = { ...card, passages: card.passages.filter((passage) => passage.revisionId === revisionId) };
  const facts: ClaimFacts = {
    ...claim,
    evidenceCount: claim.sourceCount,
    passageCount: card.passages.length,
    wasSubmitted: claim.submittedAt !== null,
    reviewerIds: [],
    stage: null,
  };
  return {
    ...claim,
    canEdit: refusal("edit", facts, actor, now) === null,
    canDelete: refusal("delete", facts, actor, now) === null,
  };
}

/** The element of a claim's card, for links from its words. */
export const cardId = (number: number) => `claim-${number}`;
