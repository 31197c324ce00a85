import { describe, expect, test } from "vitest";
import { reportErrorInput, sendClaimInput } from "./schema.ts";

const REPORT = { slug: "a-claim", problem: "fact", report: "It is not so.", link: "", email: "" };

test("what is left out of a report is nothing", () => {
  expect(reportErrorInput.parse(REPORT)).toMatchObject({ link: null, email: null, stamp: "", trap: "" });
});

describe("an e-mail address", () => {
  test.each(["ana@paper.example", "ana+tips@paper.example"])("can be %s", (email) => {
    expect(reportErrorInput.parse({ ...REPORT, email }).email).toBe(email);
  });

  test.each([
    "ana@paper.example\r\nBcc: everybody@paper.example",
    "ana@paper.example\nSubject: Another",
    "ana@paper.example, everybody@paper.example",
    "Ana <ana@paper.example>",
    "ana",
    `${"a".repeat(250)}@paper.example`,
    "ana@paper.example\u2028Bcc: x",
  ])("cannot be %j", (email) => {
    const { error } = reportErrorInput.safeParse({ ...REPORT, email });
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["email"]);
  });
});

test.each([
  { problem: "fame" },
  { report: "" },
  { report: "x".repeat(4_001) },
  { link: "javascript:alert(1)" },
  { link: "file:///etc/passwd" },
  { link: "https://user:password@paper.example/" },
  { slug: "" },
])("a report cannot have %j", (change) => {
  const { error } = reportErrorInput.safeParse({ ...REPORT, ...change });
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual(Object.keys(change));
});

test.each([{ isAdmin: "yes" }, { claimId: "x" }, { state: "done" }])("nobody adds %j to a form", (more) => {
  expect(reportErrorInput.safeParse({ ...REPORT, ...more }).success).toBe(false);
  expect(sendClaimInput.safeParse({ said: "It rains.", ...more }).success).toBe(false);
});
