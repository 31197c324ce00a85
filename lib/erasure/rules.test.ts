import { expect, test } from "vitest";
import { creditedIn, withoutCredit } from "./rules.ts";

const leaver = { memberId: "eve", names: ["eve", "bob"], former: "Former member" };
const claim = {
  authorId: "eve",
  formerAuthorIds: [],
  reviews: [
    { round: 1, stage: "first", reviewerId: "eve" },
    { round: 2, stage: "first", reviewerId: "bob" },
    { round: 2, stage: "second", reviewerId: "eve" },
    { round: 2, stage: "adjudication", reviewerId: "ada" },
  ],
  verdicts: [
    { version: 1, review: { round: 2 } },
    { version: 2, review: null },
  ],
  publications: [
    { number: 1, publishedById: "bob", withdrawnAt: null, verdict: { version: 2 } },
    { number: 2, publishedById: "eve", withdrawnAt: new Date(0), verdict: { version: 2 } },
  ],
};

test("a credit is taken off in the places of whoever leaves, and nobody else's of the same name", () => {
  const people = { author: "Bob", reviewers: ["Bob", "Bob"], adjudicator: "Bob", editor: "Bob" };
  const expected = { ...people, author: "Former member", reviewers: ["Bob", "Former member"] };
  for (const publication of claim.publications) {
    expect(withoutCredit(people, creditedIn(claim, publication), leaver)).toEqual(expected);
  }
});

test("whoever handed a draft over is taken off where the check still thanks them", () => {
  const whose = { ...claim, authorId: "bob", formerAuthorIds: ["eve"] };
  const [publication] = claim.publications;
  const people = { author: "Eve", reviewers: [], editor: "Bob" };
  if (!publication) throw new Error("There is one.");
  const left = withoutCredit(people, creditedIn(whose, publication), leaver);
  expect(left.author).toBe("Former member");
  const other = withoutCredit({ ...people, author: "Ada" }, creditedIn(whose, publication), leaver);
  expect(other.author).toBe("Ada");
});
