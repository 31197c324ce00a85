/** Whom a published check thanks, by name. */
export type Credits = {
  author: string;
  reviewers: string[];
  adjudicator?: string | null;
  editor: string;
};

/** Whose these names are. `reviewerIds` in the order of the names; `formerAuthorIds`: who wrote it before the author did. */
export type Credited = {
  authorId: string;
  formerAuthorIds: readonly string[];
  reviewerIds: readonly string[];
  adjudicatorId: string | null;
  editorId: string;
};

/**
 * The same with `former` in the places of a member, whatever name they had there: somebody else of the same name keeps
 * theirs. `names`: what the member was ever called, in lower case.
 */
export function withoutCredit(
  people: Credits,
  whose: Credited,
  { memberId, names, former }: { memberId: string; names: readonly string[]; former: string },
): Credits {
  const isNamed = (name: string) => names.includes(name.trim().toLowerCase());
  const wroteBefore = whose.authorId !== memberId && whose.formerAuthorIds.includes(memberId);
  const { adjudicator } = people;
  return {
    ...people,
    author: whose.authorId === memberId || (wroteBefore && isNamed(people.author)) ? former : people.author,
    reviewers: people.reviewers.map((name, at) => (whose.reviewerIds[at] === memberId ? former : name)),
    ...(adjudicator && whose.adjudicatorId === memberId && { adjudicator: former }),
    editor: whose.editorId === memberId ? former : people.editor,
  };
}

type Review = { round: number; stage: string; reviewerId: string };
type Publication = {
  number: number;
  publishedById: string;
  withdrawnAt: Date | null;
  verdict: { version: number };
};
/** What is known of a claim's publications; its reviews are in the order of their stages. */
export type CreditedClaim = {
  authorId: string;
  formerAuthorIds: readonly string[];
  reviews: readonly Review[];
  verdicts: readonly { version: number; review: { round: number } | null }[];
  publications: readonly Publication[];
};

/** Who had which part in one publication of a claim: in the round of reviews its verdict comes from. */
export function creditedIn(claim: CreditedClaim, { number, verdict }: Publication): Credited {
  const before = claim.verdicts.filter(({ version, review }) => review && version <= verdict.version);
  const round = before.toSorted((a, b) => b.version - a.version)[0]?.review?.round;
  const reviews = claim.reviews.filter((review) => review.round === round);
  // A withdrawal keeps the words of the publication before it, with the editor of that.
  const issues = claim.publications.filter((each) => each.number <= number);
  const inOrder = issues.toSorted((a, b) => b.number - a.number);
  const written = inOrder.find(({ withdrawnAt }) => withdrawnAt === null) ?? inOrder[0];
  return {
    authorId: claim.authorId,
    formerAuthorIds: claim.formerAuthorIds,
    reviewerIds: reviews.filter(({ stage }) => stage !== "adjudication").map(({ reviewerId }) => reviewerId),
    adjudicatorId: reviews.find(({ stage }) => stage === "adjudication")?.reviewerId ?? null,
    editorId: written?.publishedById ?? "",
  };
}
