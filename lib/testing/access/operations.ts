import type { Role } from "#lib/auth/policy.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import type { ActionWorld } from "./actions.ts";

/**
 * `everybody`: a token only makes more of it. `readers`: published for everybody, drafts for the desk's tokens.
 * `published`: for all alike. `author`: and editors.
 */
export type OperationRow = {
  who: "everybody" | "readers" | "published" | "author" | Role;
  /** The claim's state, where somebody who may can do it. */
  state?: ClaimState;
  path?: (world: ActionWorld) => Record<string, string>;
  body?: (world: ActionWorld) => object;
};

const ofArticle = ({ article }: ActionWorld) => ({ id: article.id });
const withReason = () => ({ reason: "A source is missing." });

/** Who may do what through the API: every operation there is. */
export const OPERATION_ROWS: Record<string, OperationRow> = {
  // What would be imported has the wrong shape: who is let in at all is told that.
  createArticle: { who: "reporter", body: () => ({}) },
  createRevision: { who: "reporter", path: ofArticle, body: () => ({}) },
  listArticles: { who: "everybody" },
  getArticle: { who: "readers", path: ofArticle },
  // The words of others' articles are not the newsroom's to give out.
  getRevision: { who: "reporter", path: (world) => ({ ...ofArticle(world), n: "1" }) },
  listAnnotations: { who: "readers", path: ofArticle },
  createClaim: {
    who: "reporter",
    path: ofArticle,
    body: () => ({ selector: [{ type: "TextQuoteSelector", exact: "Sweden joined" }] }),
  },
  listClaims: { who: "everybody" },
  getClaim: { who: "readers" },
  editClaim: { who: "author", body: ({ version }) => ({ version, statement: "Said otherwise." }) },
  attachEvidence: {
    who: "author",
    body: () => ({ source: { title: "A book" }, stance: "context" }),
  },
  submitClaim: { who: "author", body: () => ({}) },
  takeClaim: { who: "reviewer", state: "queued", body: () => ({}) },
  releaseClaim: { who: "reviewer", state: "in_review", body: () => ({}) },
  returnClaim: { who: "reviewer", state: "in_review", body: withReason },
  dismissClaim: {
    who: "author",
    body: () => ({ ground: "out_of_scope", reason: "Too far away." }),
  },
  reopenClaim: { who: "author", state: "dismissed", body: () => ({}) },
  giveVerdict: {
    who: "reviewer",
    state: "in_review",
    body: () => ({ rating: "false", conclusion: "It is not so.", rationale: "Nobody says so." }),
  },
  publishClaim: { who: "editor", state: "ready", body: () => ({}) },
  correctClaim: {
    who: "editor",
    state: "published",
    body: () => ({ type: "typo", reason: "A letter.", statement: "NATO was founded in April 1949." }),
  },
  withdrawClaim: { who: "editor", state: "published", body: withReason },
  getClaimReview: { who: "published" },
  takeNext: { who: "reviewer", state: "queued", body: () => ({}) },
  listAudit: { who: "editor" },
  listHeads: { who: "editor" },
};
