import { describe, expect, test } from "vitest";
import {
  countWhoSawAll,
  knowsConfidential,
  namesWithheld,
  sourceAddress,
  visibleEvidence,
  visibleSources,
} from "./rules.ts";

describe("sourceAddress", () => {
  test.each([
    ["HTTPS://Source.Example:443/a/../Treaty#page", "https://source.example/Treaty"],
    ["http://source.example:80/", "http://source.example/"],
    ["http://source.example:8080/", "http://source.example:8080/"],
    ["https://source.example/x#:~:text=armed%20attack", "https://source.example/x"],
    ["https://source.example/x?utm_source=news&utm_medium=mail", "https://source.example/x"],
    ["https://source.example/x?id=7&fbclid=a&page=2", "https://source.example/x?id=7&page=2"],
    ["https://source.example/x?UTM_Source=news&Id=7", "https://source.example/x?Id=7"],
  ])("%s is kept as %s", (typed, kept) => {
    expect(sourceAddress(typed)).toBe(kept);
    expect(sourceAddress(kept)).toBe(kept);
  });

  test.each([
    ["http://source.example/", "https://source.example/"],
    ["https://source.example/", "https://www.source.example/"],
    ["https://source.example/a", "https://source.example/a/"],
    ["https://source.example/a", "https://source.example/A"],
    ["https://source.example/?id=1", "https://source.example/?id=2"],
    ["https://source.example/?a=1&b=2", "https://source.example/?b=2&a=1"],
    ["https://source.example/?q=a+b", "https://source.example/?q=a%20b"],
    ["https://source.example/?ref=1", "https://source.example/"],
    ["https://source.example/?source=utm_source", "https://source.example/"],
    ["https://app.example/#/report/1", "https://app.example/#/report/2"],
    ["https://app.example/#!/report/1", "https://app.example/"],
  ])("%s and %s stay two", (one, another) => {
    expect(sourceAddress(one)).not.toBe(sourceAddress(another));
  });

  test.each([
    "https://files.example/report.pdf?utm_source=mail&X-Amz-Signature=abc",
    "https://files.example/report.pdf?gclid=1&sig=abc",
    "https://source.example/?q=a+b&empty=&&x",
    "https://source.example/?",
  ])("%s stays as it is, to the letter", (url) => {
    expect(sourceAddress(url)).toBe(url);
  });
});

test("an editor sees all, an unknown role no more than anybody", () => {
  const id = "01890000-0000-7000-8000-000000000000";
  for (const role of ["editor", "admin"] as const) {
    expect(visibleEvidence({ id, role })).toEqual({});
    expect(visibleSources({ id, role })).toEqual({});
  }
  for (const role of ["reporter", "reviewer", "owner" as "admin"] as const) {
    expect(visibleEvidence({ id, role }).OR).toHaveLength(3);
    expect(visibleSources({ id, role }).OR).toHaveLength(2);
  }
});

describe("what history tells of confidential evidence", () => {
  const claim = { authorId: "ana", holderId: "hal", reviewerIds: ["rey"] };

  test.each([
    ["ana", "reporter", true],
    ["hal", "reviewer", true],
    ["rey", "reviewer", true],
    ["ed", "editor", true],
    ["bob", "reviewer", false],
    ["ana2", "owner", false],
  ])("%s (%s) knows all: %s", (id, role, knows) => {
    expect(knowsConfidential(claim, { id, role: role as "reporter" })).toBe(knows);
  });

  const event = (action: string, subjectId: string | null, visibility?: string) => ({
    action,
    subjectId,
    data: visibility === undefined ? {} : { visibility },
  });

  test.each([
    ["what is withheld now, though it was public then", event("evidence.attached", "secret", "public"), true],
    ["what was removed, and was confidential then", event("evidence.removed", "gone", "confidential"), true],
    ["what everybody may see", event("evidence.attached", "open", "public"), false],
    ["sources taken over from an earlier claim, which are public", event("evidence.copied", "other"), false],
    ["what is no evidence", event("claim.edited", null), false],
  ])("%s", (_, told, isHidden) => {
    expect(namesWithheld(told, { evidenceIds: ["secret"], knowsAll: false })).toBe(isHidden);
    expect(namesWithheld(told, { evidenceIds: [], knowsAll: true })).toBe(false);
  });
});

test.each([
  ["of nothing nobody", [], 0],
  ["of what nobody saw nobody", [[]], 0],
  ["of one piece all who saw it", [["ana", "ben"]], 2],
  [
    "of two only those who saw both",
    [
      ["ana", "ben"],
      ["ben", "carl"],
    ],
    1,
  ],
  ["of a piece nobody saw nobody saw all", [["ana"], []], 0],
])("%s saw all of it", (_, pieces, count) => {
  expect(countWhoSawAll(pieces)).toBe(count);
});
