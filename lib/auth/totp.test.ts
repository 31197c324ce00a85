import { expect, test } from "vitest";
import { authenticatorAddress, codeAt, makeSecret, stepOf } from "./totp.ts";

/** RFC 6238, appendix B: "12345678901234567890" in base32. Its eight digits, of which ours are the last six. */
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const VECTORS = [
  [59, "94287082"],
  [1111111109, "07081804"],
  [1111111111, "14050471"],
  [1234567890, "89005924"],
  [2000000000, "69279037"],
  [20000000000, "65353130"],
] as const;

test.each(VECTORS)("at second %i the code is that of RFC 6238", (seconds, code) => {
  const now = new Date(seconds * 1000);
  expect(codeAt({ secret: SECRET, now })).toBe(code.slice(2));
  expect(stepOf({ secret: SECRET, code: code.slice(2), now })).toBe(Math.floor(seconds / 30));
});

test("a code fits one step early and late, and says which step it is of", () => {
  const secret = makeSecret();
  const now = new Date(1_800_000_000_000);
  const step = 60_000_000;
  const codeOf = (steps: number) => codeAt({ secret, now: new Date(now.getTime() + steps * 30_000) });
  for (const off of [-1, 0, 1]) expect(stepOf({ secret, code: codeOf(off), now })).toBe(step + off);
  for (const off of [-2, 2]) expect(stepOf({ secret, code: codeOf(off), now })).toBeNull();
  for (const odd of ["", "12345", "abcdef", "1234567", "١٢٣٤٥٦"]) {
    expect(stepOf({ secret, code: odd, now })).toBeNull();
  }
});

test("the address for apps names newsroom and member", () => {
  const address = authenticatorAddress({
    secret: SECRET,
    issuer: "The Paper: Desk",
    label: "ada@desk.example",
  });
  const { protocol, searchParams } = new URL(address);
  expect(protocol).toBe("otpauth:");
  expect(decodeURIComponent(address)).toContain("totp/The Paper  Desk:ada@desk.example");
  expect(searchParams.get("secret")).toBe(SECRET);
  expect(makeSecret()).toMatch(/^[A-Z2-7]{32}$/);
});
