import { expect, test } from "vitest";
import { passwordProblem } from "./password-rules.ts";
import { commonPasswords } from "./passwords.ts";

const names = {
  newsroomName: "The Daily Check",
  name: "Ada O’Neill-Smith",
  email: "ada.oneill@thedesk.example",
};
const problem = async (password: string) =>
  passwordProblem(password, { common: await commonPasswords(), names });

test.each([
  "qwertyuiop123456",
  "Password1234",
  "1q2w3e4r5t6y",
  "administrator",
  "!!letmein2026!!",
  "PASSWORDpassword",
  "aaaaaaaaaaaaaaaa",
  "abcabcabcabcabc",
  "abcdefghijklm",
  "98765432109876",
  "ｐａｓｓｗｏｒｄ１２３４",
])("%j is one of those that are tried first", async (password) => {
  expect(await problem(password)).toBe("password_common");
});

test.each([
  "TheDailyCheck",
  "the daily check 2026",
  "The-Daily-Check!",
  "ada o’neill-smith",
  "AdaONeillSmith99",
  "ada.oneill@thedesk.example",
  "adaoneill1234",
  "thedesk.example",
])("%j is a name alone", async (password) => {
  expect(await problem(password)).toBe("password_is_name");
});

test.each([
  "four words in a row",
  "proofmark-demo",
  "correct horse battery staple",
  "The Daily Check is at noon",
  "password for the blue boat",
  "7391-4402-8816",
  "dragon 8207315560417",
  "ada likes long walks",
])("%j is fine", async (password) => {
  expect(await problem(password)).toBeNull();
});

test("the list is there, in lower case", async () => {
  const common = await commonPasswords();
  expect(common.size).toBeGreaterThan(45_000);
  expect([...common].every((password) => password === password.toLowerCase())).toBe(true);
});
