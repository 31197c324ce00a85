import { describe, expect, test } from "vitest";
import { holds, isMeant } from "./rules.ts";

describe("what is typed stands in a text", () => {
  test.each<[string, string, boolean]>([
    ["A history of the treaty", "eat HIST", true],
    ["Zoë Müller", "zoe muller", true],
    ["كُلِّف الجسر", "كلف", true],
    ["100% of the_members", "0% e_m", true],
    ["A history of the treaty", "treety", false],
    ["Anything", "", true],
  ])("“%s” for “%s”: %s", (text, typed, isThere) => {
    expect(holds(text, typed)).toBe(isThere);
  });
});

describe("what is mistyped is meant", () => {
  test.each<[string, string[], boolean]>([
    ["Treaty signed", ["treety"], true],
    ["Treaty signed", ["traety"], true],
    ["Treaty signed", ["treay"], true],
    ["Treaty signed", ["treeat"], true],
    ["Treaty signed", ["treety", "singed"], true],
    ["Treaty signed", ["treety", "nothing"], false],
    ["The presidents met", ["presidnet"], true],
    ["The presidents met", ["persidnet"], true],
    ["Invited to the Board of Peace", ["keyboard"], false],
    ["The cat sat", ["cut"], false],
    ["Zoë Müller", ["zoe"], true],
    ["", ["treaty"], false],
  ])("“%s” by %j: %s", (text, typed, expected) => {
    expect(isMeant(text, typed)).toBe(expected);
  });
});
