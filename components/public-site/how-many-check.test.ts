import { expect, test } from "vitest";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { leadOf, stepsOf } from "./how-many-check.ts";

const { publicSite } = wordsFor("en-GB");

test.each([
  [1, 4, /^(?!.*independently)/, /^(?!.*(second|more) reviewer)/i],
  [2, 5, /by two people independently/, /A second reviewer/],
  [3, 5, /by three people independently/, /Two more reviewers/],
])("of %i wanted opinions readers are told what is done", (required, count, lead, steps) => {
  expect(leadOf(publicSite, required)).toMatch(lead);
  expect(stepsOf(publicSite, required)).toHaveLength(count);
  expect(stepsOf(publicSite, required).join(" ")).toMatch(steps);
});
