import { expect, test } from "vitest";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { confidentialLine } from "./confidential-line.ts";

test.each([
  [1, 0, "1 confidential source"],
  [1, 1, "1 confidential source, seen by one editor"],
  [1, 2, "1 confidential source, seen by two editors"],
  [2, 2, "2 confidential sources, seen by two editors"],
  [3, 12, "3 confidential sources, seen by 12 editors"],
])("of %i confidential sources that %i editors have seen readers read “%s”", (count, seenBy, line) => {
  expect(confidentialLine({ count, seenBy, words: wordsFor("en"), locale: "en" })).toBe(line);
});
