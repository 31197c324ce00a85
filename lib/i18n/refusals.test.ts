import { expect, test } from "vitest";
import { wordsFor } from "./dictionaries.ts";
import { formatter } from "./format.ts";
import { sentenceOf } from "./refusals.ts";

const words = wordsFor("en");
const until = "2026-03-02T12:00:00.000Z";

test("a state is said in words", () => {
  const sentence = sentenceOf({ reason: "wrong_state", values: { state: "in_review" } }, words);
  expect(sentence).toBe("This cannot be done while the claim is “In review”.");
});

test("a time is the newsroom's, or says that it is not", () => {
  const refusal = { reason: "leased_by_other", values: { name: "Ben", until } } as const;
  const format = formatter({ locale: "en-GB", timeZone: "Asia/Kathmandu" });
  expect(sentenceOf(refusal, words, format)).toContain("Ben is working on this claim until 17:45.");
  expect(sentenceOf(refusal, words)).toContain("until 12:00 UTC.");
});

test("what is missing is listed by name", () => {
  const sentence = sentenceOf({ reason: "gate_blocked", values: { missing: "sources,reply" } }, words);
  expect(sentence).toContain(`${words.common.gateItems.sources}; ${words.common.gateItems.reply}.`);
});

test("a key without a word is shown as it is", () => {
  expect(sentenceOf({ reason: "wrong_state", values: { state: "toString" } }, words)).toContain("“toString”");
});

test("what comes without values is the plain sentence", () => {
  expect(sentenceOf({ reason: "own_claim" }, words)).toBe(words.reasons.own_claim);
});
