import { describe, expect, test } from "vitest";
import { changesBetween, parseAuditEntry, readAuditEntry } from "./schema.ts";

describe("changesBetween", () => {
  test("names only what differs, with both texts", () => {
    const before = { title: "Old", byline: null, topics: ["a", "b"], saidOn: "2024-01-01" };
    const after = { title: "New", byline: null, topics: ["a", "b"], saidOn: null };
    expect(changesBetween(before, after)).toEqual({
      title: { from: "Old", to: "New" },
      saidOn: { from: "2024-01-01", to: null },
    });
  });

  test("sees another order of a list", () => {
    expect(changesBetween({ topics: ["a", "b"] }, { topics: ["b", "a"] })).toHaveProperty("topics");
  });
});

describe("parseAuditEntry", () => {
  test("drops what the action does not keep", () => {
    const entry = parseAuditEntry({ action: "claim.returned", data: { reason: "Why?", ratingId: "x" } });
    expect(entry).toEqual({ action: "claim.returned", data: { reason: "Why?" } });
  });

  test.each(["claim.exploded", "constructor", "__proto__", ""])("knows no action %j", (action) => {
    expect(() => parseAuditEntry({ action, data: {} })).toThrow("Unknown audit action");
  });

  test("refuses an event that lacks what its action tells", () => {
    expect(() => parseAuditEntry({ action: "claim.returned", data: {} })).toThrow();
  });
});

test.each([
  ["claim.taken", { stage: "" }],
  ["claim.exploded", {}],
  ["claim.taken", null],
])("an event that cannot be read is told as one: %s %j", (action, data) => {
  expect(readAuditEntry({ action, data })).toEqual({ action: "event.unreadable", data: { action } });
});
