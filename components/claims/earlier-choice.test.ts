import { expect, test } from "vitest";
import { choiceAsText, choiceFromText, type EarlierChoice } from "./earlier-choice.ts";

const choice: EarlierChoice = {
  use: "sources",
  claim: {
    id: "0198a",
    number: 3,
    statement: "It said “so”.",
    state: "published",
    tone: "false",
    ratingLabel: "False",
    claimantName: null,
    articleTitle: "The article",
    sourceCount: 2,
    createdAt: new Date("2026-01-02T03:04:05Z"),
    decidedAt: null,
  },
};

test("a choice comes back from a draft as it was, with its instants", () => {
  expect(choiceFromText(choiceAsText(choice))).toEqual(choice);
  const decided = { ...choice, claim: { ...choice.claim, decidedAt: new Date("2026-02-03T00:00:00Z") } };
  expect(choiceFromText(choiceAsText(decided))).toEqual(decided);
  expect(choiceFromText(choiceAsText(null))).toBeNull();
});

test.each([
  "",
  "{",
  "null",
  "[]",
  "3",
  '{"use":"sources"}',
  '{"use":"other","claim":{}}',
  '{"use":"sources","claim":{}}',
])("what is no choice is none: %j", (text) => {
  expect(choiceFromText(text)).toBeNull();
});
