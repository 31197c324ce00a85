import type { Block } from "#lib/anchoring/blocks.ts";
import type { ArticleDetail } from "#lib/articles/queries.ts";

export type { DeskClaim } from "#lib/claims/desk-claim.ts";

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

/** The element of a claim's card, for links from its words. */
export const cardId = (number: number) => `claim-${number}`;
