import { expect, test } from "vitest";
import { afterOpinion } from "./rules.ts";

/** Ratings in the order they were given → what follows. A number is the place of the opinion that becomes the verdict. */
const CASES: [required: number, ratings: string, follows: string | number][] = [
  [1, "T", 0],
  [2, "T", "second"],
  [2, "TT", 0],
  [2, "TF", "adjudication"],
  [3, "T", "second"],
  [3, "TT", "third"],
  [3, "TF", "third"],
  [3, "TTT", 0],
  [3, "TTF", 0],
  [3, "TFT", 0],
  [3, "FTT", 1],
  [3, "TFM", "adjudication"],
  // The newsroom came to ask for fewer while the claim was on its way.
  [1, "TF", "adjudication"],
  [2, "TFF", 1],
];

test.each(CASES)("of %i required, %s is followed by %s", (required, ratings, follows) => {
  const opinions = [...ratings].map((answer) => ({ answer }));
  const outcome = afterOpinion({ required, opinions });
  const place = outcome.next === "ready" ? opinions.indexOf(outcome.opinion) : null;
  expect(place ?? (outcome.next === "another" ? outcome.stage : outcome.next)).toBe(follows);
});

test("all alike is unanimous, most alike is not", () => {
  const opinions = [..."TTF"].map((answer) => ({ answer }));
  expect(afterOpinion({ required: 2, opinions: opinions.slice(0, 2) })).toMatchObject({ unanimous: true });
  expect(afterOpinion({ required: 3, opinions })).toMatchObject({ unanimous: false });
});
