import { describe, expect, test } from "vitest";
import {
  correctionIsLeft,
  correctionRefusal,
  countLeft,
  embargoRefusal,
  type GateFacts,
  type GateItem,
  gate,
  isNewVerdict,
  missingOf,
  type Override,
  publishRefusal,
} from "./rules.ts";
import { GATE_KEYS, type GateKey } from "./values.ts";

const now = new Date("2026-03-01T12:00:00Z");
const later = new Date("2026-03-01T12:00:01Z");

const primary = {
  stance: "supports",
  visibility: "public",
  kind: "primary",
  hasSnapshot: true,
  noSnapshotReason: null,
} as const;
const against = { ...primary, stance: "refutes", kind: "secondary" } as const;

const complete: GateFacts = {
  evidence: [primary, against],
  noPrimaryReason: null,
  searchNote: null,
  verdict: { conclusion: "It is false.", rationale: "Because." },
  opinionCount: 2,
  claimantKind: "person",
  replies: [{ outcome: "answered", deadlineAt: null }],
  now,
  minSources: 2,
  opinionsRequired: 2,
};

/** What is changed of a complete claim → what the gate misses then. */
const CASES: [change: string, facts: Partial<GateFacts>, missing: GateKey[]][] = [
  ["nothing", {}, []],
  ["one source fewer than asked for", { minSources: 3 }, ["sources"]],
  [
    "a confidential source counts as a source",
    { minSources: 2, evidence: [primary, { ...against, visibility: "confidential" }] },
    [],
  ],
  ["no source at all, none asked for", { evidence: [], minSources: 0 }, ["primary", "both_sides"]],
  ["no primary source", { evidence: [{ ...primary, kind: "reference" }, against] }, ["primary"]],
  [
    "no primary source, and a note why",
    { evidence: [{ ...primary, kind: "reference" }, against], noPrimaryReason: "Lost in the fire." },
    [],
  ],
  ["a source without a copy", { evidence: [primary, { ...against, hasSnapshot: false }] }, ["snapshots"]],
  [
    "a source without a copy, and why",
    { evidence: [primary, { ...against, hasSnapshot: false, noSnapshotReason: "A book." }] },
    [],
  ],
  [
    "a confidential source without a copy",
    { evidence: [primary, { ...against, visibility: "confidential", hasSnapshot: false }] },
    [],
  ],
  ["only evidence for it", { evidence: [primary, primary] }, ["both_sides"]],
  ["only evidence against it", { evidence: [against, { ...primary, stance: "refutes" }] }, ["both_sides"]],
  ["context is no side", { evidence: [primary, { ...against, stance: "context" }] }, ["both_sides"]],
  [
    "one side, and what was looked for on the other",
    { evidence: [primary, primary], searchNote: "Nothing found." },
    [],
  ],
  ["no verdict", { verdict: null }, ["verdict"]],
  ["a verdict without a reason", { verdict: { conclusion: "It is false.", rationale: "" } }, ["verdict"]],
  ["one opinion of two", { opinionCount: 1 }, ["second_opinion"]],
  ["an opinion more than asked for", { opinionCount: 3 }, []],
  ["nobody asked the person", { replies: [] }, ["reply"]],
  ["nobody asked the organisation", { claimantKind: "organisation", replies: [] }, ["reply"]],
  ["a claimant who cannot be asked", { claimantKind: "other", replies: [] }, []],
  ["no claimant", { claimantKind: null, replies: [] }, []],
];

test.each(CASES)("the gate with %s", (_, facts, missing) => {
  const items = gate({ ...complete, ...facts });
  expect(items.map(({ key }) => key)).toEqual(GATE_KEYS);
  expect(items.filter(({ passed }) => !passed).map(({ key }) => key)).toEqual(missing);
});

describe("what is neither done nor missing", () => {
  const statusOf = (key: GateKey, facts: Partial<GateFacts>) =>
    gate({ ...complete, ...facts }).find((item) => item.key === key);
  const asked = (...deadlines: (Date | null)[]) =>
    deadlines.map((deadlineAt) => ({ outcome: "awaiting" as const, deadlineAt }));

  test.each<[string, GateFacts["replies"], GateItem["status"]]>([
    ["an answer that may still come", asked(later), "waits"],
    ["an answer nobody set a time for", asked(null), "waits"],
    ["an answer that did not come in time", asked(now), "overdue"],
    ["one that did not come in time beside one that may", asked(later, now), "overdue"],
    ["an answer", [{ outcome: "declined", deadlineAt: now }], "done"],
  ])("%s is in nobody's way", (_, replies, status) => {
    expect(statusOf("reply", { replies })).toEqual({ key: "reply", status, passed: true });
  });

  test("copies are not looked for before there is a source: attaching one leaves less to do, not as much", () => {
    const bare = gate({ ...complete, evidence: [], verdict: null, opinionCount: 0 });
    expect(bare.find(({ key }) => key === "snapshots")?.status).toBe("not_yet");
    expect(missingOf(bare)).toEqual(["sources", "primary", "both_sides", "verdict", "second_opinion"]);
    const evidence = [{ ...primary, hasSnapshot: false }, against];
    const attached = gate({ ...complete, evidence, verdict: null, opinionCount: 0 });
    expect([countLeft(bare), countLeft(attached)]).toEqual([6, 3]);
  });
});

describe("publishing past the gate", () => {
  const missing = (...keys: GateKey[]): GateItem[] =>
    GATE_KEYS.map((key) => {
      const isMissing = keys.includes(key);
      return { key, status: isMissing ? "missing" : "done", passed: !isMissing };
    });
  const override = (item: GateKey): Override => ({ item, reason: "The archive is closed until May." });
  const blocked = (keys: string) => ({ reason: "gate_blocked", values: { missing: keys } });

  test.each<[string, GateItem[], Override | null, object | null]>([
    ["nothing missing", missing(), null, null],
    ["nothing missing, an override all the same", missing(), override("reply"), null],
    ["one missing", missing("reply"), null, blocked("reply")],
    ["one missing and overridden", missing("reply"), override("reply"), null],
    ["one missing, another overridden", missing("reply"), override("primary"), blocked("reply")],
    ["two missing", missing("primary", "reply"), null, blocked("primary,reply")],
    [
      "two missing, one overridden",
      missing("primary", "reply"),
      override("reply"),
      { reason: "override_one_item" },
    ],
    ["no verdict, overridden", missing("verdict"), override("verdict"), blocked("verdict")],
  ])("%s", (_, items, given, answer) => {
    expect(publishRefusal(items, given)).toEqual(answer);
  });
});

describe("correcting", () => {
  const editor = { id: "eve" };
  const correction: Parameters<typeof correctionRefusal>[0] = {
    ...{ type: "update", ratingChanged: false, hasChanges: true },
    claim: { authorId: "ria", formerAuthorIds: [] },
  };

  test.each<[string, Partial<Parameters<typeof correctionRefusal>[0]>, string | undefined]>([
    ["other words", {}, undefined],
    ["a typing error", { type: "typo" }, undefined],
    ["no difference", { hasChanges: false }, "nothing_changed"],
    ["another rating, said to be one", { type: "verdict_changed", ratingChanged: true }, undefined],
    ["another rating passed off as an update", { ratingChanged: true }, "rating_changed"],
    ["another rating passed off as a typing error", { type: "typo", ratingChanged: true }, "rating_changed"],
    ["the same rating said to be another", { type: "verdict_changed" }, "rating_unchanged"],
    [
      "another rating for one's own claim",
      {
        ...{ type: "verdict_changed", ratingChanged: true },
        claim: { authorId: "eve", formerAuthorIds: [] },
      },
      "own_claim",
    ],
    [
      "another rating for a claim one wrote before it was handed over",
      {
        ...{ type: "verdict_changed", ratingChanged: true },
        claim: { authorId: "ria", formerAuthorIds: ["eve"] },
      },
      "own_claim",
    ],
    ["other words for one's own claim", { claim: { authorId: "eve", formerAuthorIds: [] } }, undefined],
  ])("%s", (_, change, reason) => {
    expect(correctionRefusal({ ...correction, ...change }, editor)?.reason).toBe(reason);
  });

  test("a verdict is a new one when its rating, its problem or any of its words differ", () => {
    const verdict = { ratingId: "1", problemId: null, conclusion: "It is.", rationale: "So." };
    expect(isNewVerdict(verdict, { ...verdict })).toBe(false);
    expect(isNewVerdict(verdict, { ...verdict, ratingId: "2" })).toBe(true);
    expect(isNewVerdict(verdict, { ...verdict, problemId: "3" })).toBe(true);
    expect(isNewVerdict(verdict, { ...verdict, conclusion: "It is not." })).toBe(true);
    expect(isNewVerdict(verdict, { ...verdict, rationale: "Because." })).toBe(true);
  });
});

describe("a correction is left to do", () => {
  const words = (...quotes: string[]) => quotes.map((quote) => ({ quote, isGone: false }));
  const gone = [{ quote: "ten", isGone: true }];
  test.each([
    ["the words are the ones shown", words("ten"), words("ten"), false],
    ["other words were confirmed", words("ten"), words("twelve"), true],
    ["one of two was taken out", words("ten", "five"), words("ten"), true],
    ["one was added", words("ten"), words("ten", "five"), true],
    ["all were taken out and readers do not know", words("ten"), [], true],
    ["all are gone and readers were told", gone, [], false],
    ["words that were gone are back", gone, words("ten"), true],
  ])("%s", (_, checked, settled, expected) => {
    expect(correctionIsLeft(checked, settled)).toBe(expected);
  });
});

test("nothing of an article is published before its embargo is over", () => {
  const until = new Date("2026-03-02T12:00:00Z");
  const at = (milliseconds: number) => new Date(until.getTime() + milliseconds);
  expect(embargoRefusal(until, at(-1))).toEqual({
    reason: "under_embargo",
    values: { at: "2026-03-02T12:00:00.000Z" },
  });
  expect(embargoRefusal(until, at(0))).toBeNull();
  expect(embargoRefusal(null, until)).toBeNull();
});
