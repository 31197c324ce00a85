import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { CLAIM_STATES } from "#lib/claims/values.ts";
import {
  type ClaimFilter,
  choicesIn,
  filterFrom,
  fits,
  isFiltering,
  isUnresolved,
  NO_FILTER,
  searchFor,
  unknownIn,
  withoutParts,
} from "./claim-filter.ts";

const ME = "me";

function claim(facts: Partial<DeskClaim> = {}): DeskClaim {
  const ana = { authorId: "ana", authorName: "Ana" };
  return { state: "draft", tone: null, lease: null, topics: [], ...ana, ...facts } as unknown as DeskClaim;
}

const heldBy = (holderId: string, holderName = holderId) => ({
  lease: { holderId, holderName, expiresAt: new Date(0) },
});

const asked = (search: string) => filterFrom(new URLSearchParams(search));

describe("the address", () => {
  test.each<[string, Partial<ClaimFilter>]>([
    ["", {}],
    ["state=unresolved", { state: "unresolved" }],
    ["state=resolved&person=mine", { state: "resolved", person: "mine" }],
    ["state=second_review", { state: "second_review" }],
    ["person=author.1&topic=Water", { person: "author.1", topic: "Water" }],
    ["person=reviewer.1", { person: "reviewer.1" }],
    ["topic=Water%20%26%20rents", { topic: "Water & rents" }],
  ])("?%s asks for %o", (search, filter) => {
    expect(asked(search)).toEqual({ ...NO_FILTER, ...filter });
  });

  test.each([
    "state=",
    "state=nonsense",
    "state=Draft",
    "state=toString",
    "person=",
    "person=ana",
    "person=author.",
    "person=editor.1",
    "topic=",
    "claim=3",
    "state=%00&person=%F0%9F%A6%8A",
  ])("?%s asks for nothing", (search) => {
    expect(asked(search)).toEqual(NO_FILTER);
    expect(isFiltering(asked(search))).toBe(false);
  });

  test("says whatever filter there is, and keeps what else it said", () => {
    const text = fc.string({ minLength: 1 });
    const filter: fc.Arbitrary<ClaimFilter> = fc.record({
      state: fc.constantFrom(null, "unresolved" as const, ...CLAIM_STATES),
      person: fc.oneof(
        fc.constantFrom(null, "mine" as const),
        fc.uuid().map((id) => `author.${id}` as const),
      ),
      topic: fc.option(text),
    });
    fc.assert(
      fc.property(filter, filter, (before, after) => {
        const search = searchFor(after, searchFor(before, "?from=mail"));
        expect(asked(search)).toEqual(after);
        expect(new URLSearchParams(search).get("from")).toBe("mail");
      }),
    );
  });

  test("is clean without a filter", () => {
    expect(searchFor(NO_FILTER, "?state=draft&topic=a")).toBe("");
  });
});

describe("a claim", () => {
  test.each<[string, Partial<ClaimFilter>, Partial<DeskClaim>, boolean]>([
    ["any, without a filter", {}, {}, true],
    ["a draft, unresolved", { state: "unresolved" }, {}, true],
    ["in second review, unresolved", { state: "unresolved" }, { state: "second_review" }, true],
    ["dismissed, not unresolved", { state: "unresolved" }, { state: "dismissed" }, false],
    ["ready, not unresolved", { state: "unresolved" }, { state: "ready", tone: "true" }, false],
    ["ready, with a verdict", { state: "resolved" }, { state: "ready", tone: "true" }, true],
    ["dismissed, without a verdict", { state: "resolved" }, { state: "dismissed" }, false],
    ["in the very state", { state: "queued" }, { state: "queued" }, true],
    ["in another state", { state: "queued" }, { state: "draft" }, false],
    ["written by me, mine", { person: "mine" }, { authorId: ME }, true],
    ["held by me, mine", { person: "mine" }, heldBy(ME), true],
    ["by others, not mine", { person: "mine" }, heldBy("ben"), false],
    ["by its author", { person: "author.ana" }, {}, true],
    ["not by who reviews it", { person: "author.ben" }, heldBy("ben"), false],
    ["with its reviewer", { person: "reviewer.ben" }, heldBy("ben"), true],
    ["without a reviewer", { person: "reviewer.ben" }, {}, false],
    ["not reviewed by its author", { person: "reviewer.ana" }, {}, false],
    ["nobody's undefined", { person: "reviewer.undefined" as const }, {}, false],
    ["with the topic", { topic: "Water" }, { topics: ["Rents", "Water"] }, true],
    ["with a longer topic", { topic: "Water" }, { topics: ["Waterways"] }, false],
    ["all parts", { state: "draft", person: "author.ana", topic: "a" }, { topics: ["a"] }, true],
    ["two of three parts", { state: "queued", person: "author.ana", topic: "a" }, { topics: ["a"] }, false],
  ])("%s: %o of %o is %s", (_, filter, facts, does) => {
    expect(fits(claim(facts), { ...NO_FILTER, ...filter }, ME)).toBe(does);
  });

  test("is unresolved or has a verdict or is dismissed, one of these", () => {
    for (const state of CLAIM_STATES) {
      const tone = ["ready", "published", "withdrawn"].includes(state) ? "mixed" : null;
      const ways = [isUnresolved({ state, tone }), tone !== null, state === "dismissed"];
      expect(ways.filter(Boolean), state).toHaveLength(1);
    }
  });
});

test("there is to choose from what the claims have, each once and in order", () => {
  const claims = [
    claim({ state: "published", topics: ["Zoo", "ångström"], authorName: "Zoé", authorId: "z" }),
    claim({ state: "draft", topics: ["Zoo", "Apes"], ...heldBy("b", "Ben") }),
    claim({ state: "draft", ...heldBy("b", "Ben") }),
  ];
  expect(choicesIn(claims, "en")).toEqual({
    states: ["draft", "published"],
    authors: [
      { id: "ana", name: "Ana" },
      { id: "z", name: "Zoé" },
    ],
    reviewers: [{ id: "b", name: "Ben" }],
    topics: ["ångström", "Apes", "Zoo"],
  });
});

test("who and what no claim has is known as unknown, and can be left out", () => {
  const claims = [claim({ topics: ["Water"] })];
  const known: ClaimFilter = { state: "published", person: "author.ana", topic: "Water" };
  expect(unknownIn(known, claims)).toEqual(NO_FILTER);
  expect(unknownIn({ ...known, person: "mine" }, claims)).toEqual(NO_FILTER);
  const old: ClaimFilter = { state: "published", person: "reviewer.ana", topic: "Fire" };
  const unknown = unknownIn(old, claims);
  expect(unknown).toEqual({ state: null, person: "reviewer.ana", topic: "Fire" });
  expect(withoutParts(old, unknown)).toEqual({ ...NO_FILTER, state: "published" });
  expect(withoutParts(known, unknown)).toEqual(known);
});
