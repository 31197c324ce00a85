import type { Refusal } from "#lib/errors.ts";
import type { ReviewStage } from "./values.ts";

/** An opinion as the count of votes needs it: those with the same answer agree. */
export type Vote = { answer: string };

export type Outcome<V extends Vote> =
  /** Too few so far: the next one is asked for. */
  | { next: "another"; stage: ReviewStage }
  /** Enough, and most agree; `opinion` is the first of those that do. */
  | { next: "ready"; opinion: V; unanimous: boolean }
  /** Enough, and no majority. */
  | { next: "adjudication" };

const STAGES: readonly ReviewStage[] = ["first", "second", "third"];

/**
 * What follows from the opinions of a round, in the order they were given: all of those required must be in,
 * and more than half must say the same.
 */
export function afterOpinion<V extends Vote>({
  required,
  opinions,
}: {
  required: number;
  opinions: readonly V[];
}): Outcome<V> {
  const stage = STAGES[opinions.length];
  if (opinions.length < required && stage) return { next: "another", stage };
  const votesFor = ({ answer }: V) => opinions.filter((other) => other.answer === answer).length;
  const winner = opinions.find((opinion) => votesFor(opinion) > opinions.length / 2);
  if (winner === undefined) return { next: "adjudication" };
  return { next: "ready", opinion: winner, unanimous: votesFor(winner) === opinions.length };
}

/** Why a claim is not published without a look at it, or null: the opinions of its round are not all the same. */
export function agreementRefusal(answers: readonly string[]): Refusal | null {
  return new Set(answers).size > 1 ? { reason: "opinions_differed" } : null;
}
