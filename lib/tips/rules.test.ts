import { describe, expect, test } from "vitest";
import { ROLES, type Role } from "#lib/auth/policy.ts";
import { kindsFor, seesAddress, type TipFacts, type TipStep, tipRefusal } from "./rules.ts";

const ME = "me";
const tip = (facts: Partial<TipFacts> = {}): TipFacts => ({
  kind: "claim",
  state: "new",
  takenById: null,
  hasAddress: true,
  isAnswered: false,
  ...facts,
});
const MINE = { state: "in_work", takenById: ME } as const;
const THEIRS = { state: "in_work", takenById: "them" } as const;
const DONE = { state: "done", takenById: "them" } as const;

test.each([
  ["reporter", ["claim"]],
  ["reviewer", ["claim"]],
  ["editor", ["error", "claim"]],
  ["admin", ["error", "claim"]],
] as const)("for a %s there are tips of %j", (role, kinds) => {
  expect(kindsFor({ role })).toEqual(kinds);
});

describe("who may do what, and why not", () => {
  test.each<[TipStep, Role, Partial<TipFacts>, string | null]>([
    ["take", "reporter", {}, null],
    ["take", "reporter", { kind: "error" }, "not_found"],
    ["take", "editor", { kind: "error" }, null],
    ["take", "editor", THEIRS, "tip_taken"],
    ["take", "editor", MINE, "tip_taken"],
    ["take", "editor", DONE, "tip_settled"],
    ["release", "reporter", MINE, null],
    ["release", "reporter", THEIRS, "tip_not_yours"],
    ["release", "editor", THEIRS, null],
    ["release", "editor", {}, "tip_not_yours"],
    ["settle", "reporter", MINE, null],
    ["settle", "reporter", {}, "tip_not_yours"],
    ["settle", "editor", THEIRS, "tip_not_yours"],
    ["settle", "editor", DONE, "tip_settled"],
    ["reopen", "reporter", DONE, null],
    ["reopen", "reporter", MINE, "tip_open"],
    ["reopen", "reviewer", { ...DONE, kind: "error" }, "not_found"],
    ["answer", "reporter", MINE, null],
    ["answer", "reporter", {}, "tip_not_yours"],
    ["answer", "reporter", DONE, "tip_not_yours"],
    ["answer", "editor", THEIRS, null],
    ["answer", "editor", DONE, null],
    ["answer", "editor", { ...MINE, isAnswered: true }, "tip_answered"],
    ["answer", "editor", { ...MINE, hasAddress: false }, "tip_without_address"],
    ["erase", "reporter", MINE, "not_allowed"],
    ["erase", "editor", {}, null],
    ["erase", "editor", DONE, null],
    ["erase", "editor", { hasAddress: false }, "tip_without_address"],
    ["check", "reporter", MINE, null],
    ["check", "reporter", {}, "tip_not_yours"],
    ["check", "editor", { ...MINE, kind: "error" }, "not_found"],
    ["check", "editor", DONE, "tip_settled"],
  ])("%s, as %s, of %j: %s", (step, role, facts, reason) => {
    expect(tipRefusal(step, tip(facts), { id: ME, role })?.reason ?? null).toBe(reason);
  });

  test("an unknown role may do nothing", () => {
    expect(tipRefusal("take", tip(), { id: ME, role: "guest" as Role })).toEqual({ reason: "not_found" });
  });
});

test("the address is told to editors, and to whoever has the tip in hand", () => {
  for (const role of ROLES) {
    const isEditor = role === "editor" || role === "admin";
    for (const facts of [tip(), tip(THEIRS), tip({ state: "done", takenById: ME })]) {
      expect(seesAddress(facts, { id: ME, role })).toBe(isEditor);
    }
    expect(seesAddress(tip(MINE), { id: ME, role })).toBe(true);
  }
});
