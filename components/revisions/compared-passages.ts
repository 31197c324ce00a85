import type { Span } from "#lib/anchoring/spans.ts";
import type { AnchorOutcome, Repair } from "#lib/passages/schema.ts";
import type { RevisionPassage, RevisionText } from "#lib/revisions/queries.ts";

/** How a passage came through; `new`: it was marked in the newer text, and has no other place. */
export type ComparedOutcome = AnchorOutcome | "new";

/** A passage in two texts. `before` and `after`: where it stands in each, UTF-16; null where it has no place. */
export type ComparedPassage = {
  /** Of the passage in the newer text. */
  id: string;
  claimId: string;
  claimNumber: number;
  statement: string;
  outcome: ComparedOutcome;
  repair: Repair | null;
  score: number;
  before: Span | null;
  after: Span | null;
};

/** Every passage of the newer text with its place in the older. Those a person has to look at come first. */
export function comparePassages(before: RevisionText, after: RevisionText): ComparedPassage[] {
  const older = placesBefore(before, after);
  return after.passages
    .map((passage) => {
      const { id, claimId, claimNumber, statement, repair, score, outcome } = passage;
      const previous = older(passage);
      return {
        id,
        claimId,
        claimNumber,
        statement,
        repair,
        score,
        outcome: previous === null ? ("new" as const) : outcome,
        before: previous === null ? null : spanOf(previous),
        after: spanOf(passage),
      };
    })
    .sort((a, b) => RANKS.indexOf(a.outcome) - RANKS.indexOf(b.outcome) || a.claimNumber - b.claimNumber);
}

export const RANKS = [
  "lost",
  "ambiguous",
  "reworded",
  "moved",
  "new",
  "exact",
] as const satisfies readonly ComparedOutcome[];

/**
 * The passage one came from. Across several revisions only the claim is known: of its passages the first are
 * taken to be one, then the second.
 */
function placesBefore(
  before: RevisionText,
  after: RevisionText,
): (passage: RevisionPassage) => RevisionPassage | null {
  if (after.number === before.number + 1) {
    const byId = new Map(before.passages.map((passage) => [passage.id, passage]));
    return ({ previousId }) => (previousId === null ? null : (byId.get(previousId) ?? null));
  }
  const ofClaims = Map.groupBy(before.passages, ({ claimId }) => claimId);
  const waiting = new Map([...ofClaims].map(([claimId, passages]) => [claimId, passages.values()]));
  return ({ claimId }) => waiting.get(claimId)?.next().value ?? null;
}

function spanOf({ start, end }: RevisionPassage): Span | null {
  return start === null || end === null ? null : { start, end };
}

/** The element that says how a passage came through, beside its words. */
export const passageId = ({ id }: Pick<ComparedPassage, "id">) => `passage-${id}`;
