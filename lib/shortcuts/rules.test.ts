import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { en } from "#lib/i18n/en/words.ts";
import {
  changeKey,
  clashOf,
  isComposing,
  type KeyPress,
  meaningsOf,
  printedKeys,
  resetKeys,
  resolveKeys,
} from "./rules.ts";
import { COMMAND_IDS, type CommandId, defaultKeyOf, FIXED_ROWS, type OwnKeys, pageOf } from "./values.ts";

/** Commands that answer to the same key where both can be meant. */
function clashes(own: OwnKeys): CommandId[] {
  const map = resolveKeys(own);
  return COMMAND_IDS.filter((command) => {
    const key = map[command];
    return key !== null && clashOf(map, { command, key }) !== null;
  });
}

describe("the commands", () => {
  test("have keys of their own on each page, at first", () => {
    expect(clashes({})).toEqual([]);
  });

  test("have words, and so do the keys nobody can change", () => {
    expect(Object.keys(en.shortcuts.commands).toSorted()).toEqual([...COMMAND_IDS].toSorted());
    expect(Object.keys(en.shortcuts.fixed)).toEqual(FIXED_ROWS.map(({ id }) => id));
  });
});

describe("a member's keys", () => {
  test("are the defaults but for those they chose or took away", () => {
    const map = resolveKeys({ "claim.next": "x", "claim.edit": null });
    expect([map["claim.next"], map["claim.edit"], map["claim.previous"]]).toEqual(["x", null, "k"]);
  });

  test("keep what was chosen when a default wants the same key", () => {
    const map = resolveKeys({ "claim.next": "?" });
    expect([map["claim.next"], map["help.open"]]).toEqual(["?", null]);
  });

  test("may be the same on two pages", () => {
    expect(changeKey({}, { command: "queue.take", key: "c", swap: false })).toEqual({
      keys: { "queue.take": "c" },
    });
  });
});

describe("a key that another command has", () => {
  test.each<[CommandId, string, CommandId]>([
    ["claim.next", "k", "claim.previous"],
    ["claim.next", "?", "help.open"],
    ["help.open", "t", "queue.take"],
    ["help.open", "c", "claim.create"],
  ])("is not given to %s: %s is %s", (command, key, clash) => {
    expect(changeKey({}, { command, key, swap: false })).toMatchObject({
      refusal: { reason: "shortcut_taken", values: { key: key.toUpperCase(), command: clash } },
    });
  });

  test("is swapped when asked", () => {
    expect(changeKey({}, { command: "claim.next", key: "k", swap: true })).toEqual({
      keys: { "claim.next": "k", "claim.previous": "j" },
    });
  });

  test("is not swapped where what is given in return is taken", () => {
    // "c" would go from the article to everywhere, but it confirms in the repair list too.
    const asked = { command: "claim.create", key: "?", swap: true } as const;
    expect(changeKey({}, asked)).toMatchObject({
      refusal: { reason: "shortcut_taken", values: { key: "C", command: "repair.confirm" } },
    });
  });

  test("is not swapped while more than one command has it", () => {
    const asked = { command: "help.open", key: "j", swap: true } as const;
    expect(changeKey({}, asked)).toMatchObject({
      refusal: { reason: "shortcut_taken", values: { command: "queue.next" } },
    });
  });
});

test("going back to one default sends back whoever took that key", () => {
  const swapped = { "claim.next": "k", "claim.previous": "j", "claim.edit": "x" } as const;
  expect(resetKeys(swapped, "claim.next")).toEqual({ "claim.edit": "x" });
  expect(resetKeys(swapped, undefined)).toEqual({});
});

test("whatever is changed in whatever order, no press means two commands and none loses its key unasked", () => {
  const command = fc.constantFrom(...COMMAND_IDS);
  const key = fc.option(fc.constantFrom(..."abcdejknpst?J"), { nil: null });
  const change = fc.record({ command, key, swap: fc.boolean(), isReset: fc.boolean() });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      let own: OwnKeys = {};
      for (const { isReset, ...asked } of changes) {
        const changed = isReset ? { keys: resetKeys(own, asked.command) } : changeKey(own, asked);
        if ("keys" in changed) own = changed.keys;
        if (isReset) expect(resolveKeys(own)[asked.command]).toBe(defaultKeyOf(asked.command));
        expect(clashes(own)).toEqual([]);
        const map = resolveKeys(own);
        expect(COMMAND_IDS.filter((id) => map[id] === null && own[id] !== null)).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: "",
  shiftKey: false,
  isCapsLock: false,
  ...more,
});

describe("a press means", () => {
  test.each<[string, KeyPress, string[]]>([
    ["a letter", press("c", { code: "KeyC" }), ["c"]],
    ["a capital with Shift", press("J", { code: "KeyJ", shiftKey: true }), ["J"]],
    ["a small letter under Caps Lock", press("J", { code: "KeyJ", isCapsLock: true }), ["j"]],
    [
      "a capital under Caps Lock with Shift",
      press("j", { code: "KeyJ", shiftKey: true, isCapsLock: true }),
      ["J"],
    ],
    ["a sign", press("?", { code: "Slash", shiftKey: true }), ["?"]],
    ["what AZERTY prints, not QWERTY", press("a", { code: "KeyQ" }), ["a"]],
    ["what Dvorak prints", press("j", { code: "KeyC" }), ["j"]],
    ["an accented Latin letter itself", press("é", { code: "Digit2" }), ["é"]],
    ["a Latin letter beyond ASCII itself", press("ą", { code: "KeyA" }), ["ą"]],
    ["the letter below a Russian one", press("с", { code: "KeyC" }), ["с", "c"]],
    ["its capital with Shift", press("О", { code: "KeyJ", shiftKey: true }), ["О", "J"]],
    ["the letter below a Greek one", press("ξ", { code: "KeyJ" }), ["ξ", "j"]],
    ["the letter below a Hebrew one", press("ב", { code: "KeyC" }), ["ב", "c"]],
    ["the letter below an Arabic one", press("ت", { code: "KeyJ" }), ["ت", "j"]],
    ["the Arabic question mark", press("؟", { code: "Slash", shiftKey: true }), ["؟", "?"]],
    ["a Russian letter where QWERTY has a sign: only itself", press("б", { code: "Comma" }), ["б"]],
    ["a named key", press("Escape", { code: "Escape" }), ["Escape"]],
  ])("%s", (_, given, meanings) => {
    expect(meaningsOf(given)).toEqual(meanings);
  });
});

test.each<[string, Partial<KeyboardEvent>, boolean]>([
  ["a composition under way", { isComposing: true, keyCode: 74, key: "j" }, true],
  ["Safari's last key of one", { isComposing: false, keyCode: 229, key: "j" }, true],
  ["Android's only key", { isComposing: false, keyCode: 229, key: "Unidentified" }, true],
  ["a dead key", { isComposing: false, keyCode: 222, key: "Dead" }, true],
  ["a plain key", { isComposing: false, keyCode: 74, key: "j" }, false],
])("%s is told apart", (_, event, isUnderWay) => {
  const { isComposing: composing = false, keyCode = 0, key = "" } = event;
  expect(isComposing({ isComposing: composing, keyCode, key })).toBe(isUnderWay);
});

test("every command is on a page that has a name", () => {
  for (const id of COMMAND_IDS) expect(en.shortcuts.pages[pageOf(id)]).toBeTruthy();
});

test.each<[string, string[]]>([
  ["c", ["C"]],
  ["J", ["Shift", "J"]],
  ["?", ["?"]],
  ["ж", ["Ж"]],
  ["ß", ["ß"]],
  ["語", ["語"]],
])("%s is printed as %s", (key, printed) => {
  expect(printedKeys(key)).toEqual(printed);
});
