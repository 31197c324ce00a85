import { expect, test } from "vitest";
import { NOBODYS_HASH } from "./nobodys-hash.ts";
import { hashPassword, passwordFits } from "./passwords.ts";

const COST = "$argon2id$v=19$m=19456,t=2,p=1$";

test("a password becomes an argon2id PHC string of the stated cost, never twice the same", async () => {
  const [first, second] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
});

test("only the password itself fits", async () => {
  const stored = await hashPassword("correct horse");
  expect(await passwordFits(stored, "correct horse")).toBe(true);
  expect(await passwordFits(stored, "correct horse ")).toBe(false);
  expect(await passwordFits(stored, "")).toBe(false);
});

test("the same letters fit however a keyboard composes them", async () => {
  const stored = await hashPassword("caf\u00e9 au lait");
  expect(await passwordFits(stored, "cafe\u0301 au lait")).toBe(true);
});

test("nothing fits nobody, at the same cost", async () => {
  expect(NOBODYS_HASH.startsWith(COST)).toBe(true);
  expect(await passwordFits(null, "correct horse")).toBe(false);
});
