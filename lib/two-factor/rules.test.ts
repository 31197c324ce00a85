import { expect, test } from "vitest";
import { inGroups, readCode } from "./rules.ts";

test.each([
  ["123456", { kind: "app", code: "123456" }],
  [" 123 456 ", { kind: "app", code: "123456" }],
  ["abcd-efgh-2345", { kind: "backup", code: "ABCDEFGH2345" }],
  ["ABCD EFGH 2345", { kind: "backup", code: "ABCDEFGH2345" }],
  ["12345", null],
  ["1234567", null],
  ["abcd-efgh-0189", null],
  ["", null],
])("%j is read", (typed, code) => {
  expect(readCode(typed)).toEqual(code);
});

test("a backup code stands on paper in groups", () => {
  expect(inGroups("ABCDEFGH2345")).toBe("abcd-efgh-2345");
  expect(readCode(inGroups("ABCDEFGH2345"))).toEqual({ kind: "backup", code: "ABCDEFGH2345" });
});
