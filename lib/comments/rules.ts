import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { maySeeOpinions } from "#lib/claims/rules.ts";
import { CLAIM_STATES, type ClaimState } from "#lib/claims/values.ts";
import type { Refusal } from "#lib/errors.ts";

// Comments must not tell the first verdict to whoever gives the second. The rule is that of opinions, one step
// further: a comment whose writer knew an opinion on the claim is shown wherever opinions are shown, and to its
// writer. docs/decisions/0014.

/** The states of a claim in which nothing about it is hidden from the desk. */
export const OPEN_STATES: readonly ClaimState[] = CLAIM_STATES.filter((state) => maySeeOpinions({ state }));

/** Whether what is written now may carry an opinion: opinions are open, or the writer has given one themselves. */
export function knowsOpinion({
  state,
  hasGivenOpinion,
}: {
  /** The claim's; null for what is about the whole article. */
  state: ClaimState | null;
  /** On this claim in whatever round; of an article's: on a claim of it whose opinions are hidden. */
  hasGivenOpinion: boolean;
}): boolean {
  return hasGivenOpinion || (state !== null && maySeeOpinions({ state }));
}

/**
 * Whether a comment is kept from everybody but its writer. `isClosed`: opinions on the claim it may tell of are
 * hidden (of an article's comment: on any claim its writer gave one on).
 */
export function isHidden(
  comment: { knowsOpinion: boolean; authorId: string; isClosed: boolean },
  viewerId: string,
): boolean {
  return comment.knowsOpinion && comment.isClosed && comment.authorId !== viewerId;
}

export type CommentCommand = "reply" | "edit" | "delete" | "resolve" | "reopen";

/** What the rules need to know of a comment that its member may see. */
export type CommentFacts = {
  authorId: string;
  isDeleted: boolean;
  /** Of the thread. */
  isResolved: boolean;
  knowsOpinion: boolean;
  /** Whether the one who asks would write knowing an opinion, and opinions are hidden. */
  isBlinding: boolean;
};

/** Why this member may not do this to the comment, or null when they may. */
export function commentRefusal(command: CommentCommand, comment: CommentFacts, actor: Actor): Refusal | null {
  const refused = forbidden(actor, "comment.write");
  if (refused) return refused;
  if (command === "resolve" || command === "reopen") return null;
  if (command === "reply") return comment.isResolved ? { reason: "thread_resolved" } : null;
  if (comment.authorId !== actor.id) return { reason: "comment_not_yours" };
  if (comment.isDeleted) return { reason: "comment_deleted" };
  // Others see these words already: new ones, written knowing an opinion, would reach those who must not.
  if (command === "edit" && comment.isBlinding && !comment.knowsOpinion) return { reason: "comment_blind" };
  return null;
}

/** Where a comment is read: the address of its page, with the comment's own place in it. */
export function commentPath({
  articleId,
  claimId,
  commentId,
}: {
  articleId: string;
  claimId: string | null;
  commentId: string;
}): string {
  const page = claimId === null ? `/desk/articles/${articleId}/comments` : `/desk/claims/${claimId}`;
  return `${page}?comment=${commentId}#${commentAnchor(commentId)}`;
}

/** The element of a comment. */
export const commentAnchor = (commentId: string): string => `comment-${commentId}`;
