import { expect, test } from "vitest";
import { keyedHash, seal, unseal } from "./sealing.ts";

const ada = { purpose: "authenticator", owner: "ada" } as const;

test("what is sealed opens as its owner's, never looks the same twice, and does not show the text", () => {
  const [one, two] = [seal("JBSWY3DP", ada), seal("JBSWY3DP", ada)];
  expect([unseal(one, ada), unseal(two, ada)]).toEqual(["JBSWY3DP", "JBSWY3DP"]);
  expect(one).not.toBe(two);
  expect(Buffer.from(one, "base64").includes("JBSWY3DP")).toBe(false);
});

test("it opens for nobody and nothing else, and not when a bit of it was changed", () => {
  const sealed = seal("JBSWY3DP", ada);
  expect(unseal(sealed, { ...ada, owner: "ben" })).toBeNull();
  expect(unseal(sealed, { ...ada, purpose: "backup-code" })).toBeNull();
  const bytes = Buffer.from(sealed, "base64");
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(unseal(changed.toString("base64"), ada)).toBeNull();
  }
  for (const nonsense of ["", "AAAA", "not base64"]) expect(unseal(nonsense, ada)).toBeNull();
});

test("a keyed hash is one's own", () => {
  expect(keyedHash("code", ada)).toBe(keyedHash("code", ada));
  expect(keyedHash("code", ada)).not.toBe(keyedHash("code", { ...ada, owner: "ben" }));
});
