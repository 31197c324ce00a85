import { expect, test } from "vitest";
import { isSamePage } from "./rules.ts";

const article =
  "The council spent ten million on the bridge. It opened in May, after two years of delays, and carries forty thousand cars a day. " +
  "The mayor said that it had paid for itself already, which the auditors deny.";

test.each([
  ["the same words", article, true],
  ["a paragraph more", `${article}\n\nThe auditors will publish their report in June.`, true],
  ["a sentence changed", article.replace("ten million", "twelve million euros"), true],
  ["a login page", "Sign in to go on. Forgot your password? Create an account.", false],
  ["nothing", "", false],
])("%s: still this article? %s → %s", (_, after, same) => {
  expect(isSamePage({ before: article, after })).toBe(same);
});
