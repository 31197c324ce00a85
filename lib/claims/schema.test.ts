import { describe, expect, test } from "vitest";
import { createClaimInput, dismissClaimInput, editClaimInput } from "./schema.ts";

const id = "01890000-0000-7000-8000-000000000000";
const typed = { articleId: id, revisionId: id, start: "0", end: "5", statement: "A claim" };

describe("createClaimInput", () => {
  test("takes offsets as forms send them, and leaves out what was left empty", () => {
    expect(createClaimInput.parse({ ...typed, claimantName: "", saidOn: "", topics: " , ," })).toEqual({
      ...typed,
      start: 0,
      end: 5,
      claimantName: null,
      claimantKind: "person",
      saidOn: null,
      saidWhere: null,
      topics: [],
    });
  });

  test.each([
    ["NATO, defence ,  nato,Two   words", ["NATO", "defence", "Two words"]],
    ["é, e\u0301, É", ["é"]],
    ["الناتو, 北约", ["الناتو", "北约"]],
    ["الناتو، الدفاع", ["الناتو", "الدفاع"]],
    ["北约，国防、预算", ["北约", "国防", "预算"]],
    ["a\u0000b", ["ab"]],
  ])("topics %j are %j", (topics, names) => {
    expect(createClaimInput.parse({ ...typed, topics }).topics).toEqual(names);
  });

  test.each([
    ["statement", " ", "required"],
    ["statement", "x".repeat(1_001), "too_long"],
    ["claimantName", "x".repeat(201), "too_long"],
    ["claimantKind", "ghost", "not_a_choice"],
    ["saidOn", "yesterday", "not_a_date"],
    ["topics", "x".repeat(61), "too_long"],
    ["topics", Array.from({ length: 11 }, (_, n) => `topic ${n}`).join(), "too_many"],
    ["articleId", "new", "not_a_choice"],
  ])("%s %s is %s", (field, value, problem) => {
    const issues = createClaimInput.safeParse({ ...typed, [field]: value }).error?.issues ?? [];
    expect(issues.map(({ path, message }) => [path.join("."), message])).toEqual([[field, problem]]);
  });

  test.each([
    ["start", "-1"],
    ["start", "1.5"],
    ["start", "x"],
    ["end", "Infinity"],
    ["end", ""],
  ])("%s %j is no offset", (field, value) => {
    expect(createClaimInput.safeParse({ ...typed, [field]: value }).success).toBe(false);
  });
});

test("an edit without the claimant's kind leaves it as it is", () => {
  const input = editClaimInput.parse({
    claimId: id,
    version: "2",
    statement: "A claim",
    claimantName: "Ana",
  });
  expect(input.claimantKind).toBeUndefined();
});

describe("dismissClaimInput", () => {
  test.each([
    ["", null],
    ["nato-was-founded", "nato-was-founded"],
    [id, id],
    [`https://desk.example/desk/claims/${id}?from=queue#evidence`, id],
    [`/desk/claims/${id}/`, id],
    ["https://desk.example/claims/%E5%8C%97%E7%BA%A6", "北约"],
    ["https://desk.example/claims/%E5%8C", "%E5%8C"],
  ])("%j names %j", (duplicateOf, named) => {
    const input = dismissClaimInput.parse({
      claimId: id,
      ground: "duplicate",
      reason: "Twice.",
      duplicateOf,
    });
    expect(input.duplicateOf).toBe(named);
  });

  test("needs a reason", () => {
    const issues =
      dismissClaimInput.safeParse({ claimId: id, ground: "duplicate", reason: " " }).error?.issues ?? [];
    expect(issues.map(({ path, message }) => [path[0], message])).toEqual([["reason", "required"]]);
  });
});
