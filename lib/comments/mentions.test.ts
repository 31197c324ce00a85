import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  handleOf,
  type Mentionable,
  mentionedIn,
  piecesOf,
  plainOf,
  storeMentions,
  typedOf,
} from "./mentions.ts";

const id = (last: number) => `01990000-0000-7000-8000-${String(last).padStart(12, "0")}`;
const ANA: Mentionable = { id: id(1), name: "Ana", email: "ana@desk.example" };
const ANA_SILVA: Mentionable = { id: id(2), name: "Ana Silva", email: "silva@desk.example" };
const BEN: Mentionable = { id: id(3), name: "Ben O'Neill", email: "ben@desk.example" };
const KIM_1: Mentionable = { id: id(4), name: "Kim Lee", email: "kim@desk.example" };
const KIM_2: Mentionable = { id: id(5), name: "kim lee", email: "lee@desk.example" };
const PEOPLE = [ANA, ANA_SILVA, BEN, KIM_1, KIM_2];
const NAMES = new Map(PEOPLE.map(({ id, name }) => [id, name]));

describe("what is typed", () => {
  test.each([
    ["a name at the beginning", "@Ana: see this", `@[${id(1)}]: see this`],
    ["the longest name that fits", "ask @Ana Silva.", `ask @[${id(2)}].`],
    ["a name in other letters", "@ANA SILVA", `@[${id(2)}]`],
    ["a name with an apostrophe, before another", "@Ben O'Neill, @Ana", `@[${id(3)}], @[${id(1)}]`],
    ["a name in brackets", "(@Ana)", `(@[${id(1)}])`],
    ["an address", "@silva@desk.example?", `@[${id(2)}]?`],
    ["somebody twice", "@Ana @Ana", `@[${id(1)}] @[${id(1)}]`],
    ["a longer word", "@Anabel and @Ana-Maria", "@Anabel and @Ana-Maria"],
    ["an address that only looks like it", "mail ana@Ana", "mail ana@Ana"],
    ["a name two people have", "@Kim Lee", "@Kim Lee"],
    ["the address of one of them", "@lee@desk.example", `@[${id(5)}]`],
    ["nobody", "@nobody @", "@nobody @"],
    ["nothing", "", ""],
  ])("%s", (_, typed, stored) => {
    expect(storeMentions(typed, PEOPLE)).toBe(stored);
  });

  test("comes back as it was typed, and means the same again", () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom(...PEOPLE.map((member) => `@${handleOf(member, PEOPLE)}`)),
        fc.constantFrom("and", "see", "…", "@", "a@b", "\n", "@nobody"),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const stored = storeMentions(parts.join(" "), PEOPLE);
        expect(typedOf(stored, PEOPLE)).toBe(parts.join(" "));
        expect(storeMentions(typedOf(stored, PEOPLE), PEOPLE)).toBe(stored);
      }),
    );
  });

  test("of whatever sort, it is kept whole in what is shown", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(plainOf(piecesOf(storeMentions(typed, PEOPLE), new Map()))).toBe(storeMentions(typed, PEOPLE));
        expect(storeMentions(typed, [])).toBe(typed);
      }),
    );
  });
});

describe("what is shown", () => {
  test("somebody who is renamed is shown by the new name", () => {
    const stored = storeMentions("ask @Ana Silva", PEOPLE);
    const renamed = new Map([[id(2), "Ana Costa"]]);
    expect(piecesOf(stored, renamed)).toEqual([
      { kind: "text", text: "ask " },
      { kind: "member", memberId: id(2), name: "Ana Costa" },
    ]);
  });

  test("an id that is nobody's stays words", () => {
    expect(piecesOf(`see @[${id(99)}] there`, NAMES)).toEqual([
      { kind: "text", text: `see @[${id(99)}] there` },
    ]);
  });
});

test("everybody who is meant is named once", () => {
  expect(mentionedIn(storeMentions("@Ana @Ben O'Neill @Ana", PEOPLE))).toEqual([id(1), id(3)]);
});
