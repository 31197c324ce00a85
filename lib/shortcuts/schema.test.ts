import { expect, test } from "vitest";
import { changeKeyInput, storedSettings } from "./schema.ts";
import { DEFAULT_SETTINGS } from "./values.ts";

const accepts = (key: string) => changeKeyInput.safeParse({ command: "claim.next", key }).success;

test.each(["c", "J", "?", "[", "ж", "ß", "é", "؟", "語", ""])("“%s” can be a key", (key) => {
  expect(accepts(key)).toBe(true);
});

test.each([" ", "1", "٣", "Enter", "Tab", "ArrowUp", "cc", "\u0000", "\n", "\u200b", "\ud800"])(
  "“%s” cannot",
  (key) => {
    expect(accepts(key)).toBe(false);
  },
);

test("an empty key is none, and swapping must be asked for", () => {
  expect(changeKeyInput.parse({ command: "claim.next", key: "" })).toEqual({
    command: "claim.next",
    key: null,
    swap: false,
  });
});

test.each<[string, unknown, unknown]>([
  ["nothing", {}, DEFAULT_SETTINGS],
  ["what is no object", "off", DEFAULT_SETTINGS],
  [
    "commands that are gone",
    { isOff: true, keys: { "claim.gone": "x", "claim.next": "x" } },
    { isOff: true, keys: { "claim.next": "x" } },
  ],
  [
    "keys that cannot be one",
    { isOff: false, keys: { "claim.next": "Enter", "claim.edit": null } },
    { isOff: false, keys: { "claim.edit": null } },
  ],
  ["names of every object", { isOff: false, keys: { toString: "x" } }, DEFAULT_SETTINGS],
])("kept settings with %s are read all the same", (_, kept, read) => {
  expect(storedSettings.parse(kept)).toEqual(read);
});
