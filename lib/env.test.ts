import { expect, test, vi } from "vitest";
import { env, settingMistakes } from "./env.ts";

const RIGHT = {
  DATABASE_URL: "postgres://desk:secret@db.example/proofmark",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  PUBLIC_URL: "https://desk.example",
};

test("right settings have no mistakes, and LOG_LEVEL, FETCH_ALLOWED_HOSTS and a mail server may be left out", () => {
  expect(settingMistakes(RIGHT)).toEqual([]);
  expect(settingMistakes({ ...RIGHT, SMTP_URL: "", MAIL_FROM: "" })).toEqual([]);
});

test.each([
  ["smtp://user:password@mail.example:587", "desk@example.org"],
  ["smtps://mail.example:465", "Proofmark <desk@example.org>"],
])("e-mail goes through %s, from %s", (SMTP_URL, MAIL_FROM) => {
  expect(settingMistakes({ ...RIGHT, SMTP_URL, MAIL_FROM })).toEqual([]);
});

test("a mail server without a sender is a mistake; a sender without one is none", () => {
  const noSender = { ...RIGHT, SMTP_URL: "smtp://mail.example:587" };
  expect(settingMistakes(noSender)).toEqual(["MAIL_FROM must be set when SMTP_URL is"]);
  expect(settingMistakes({ ...RIGHT, MAIL_FROM: "desk@example.org" })).toEqual([]);
});

test.each([
  ["DATABASE_URL", "mysql://db.example/proofmark", "must be a Postgres address"],
  ["DATABASE_URL", "", "must be a Postgres address"],
  ["AUTH_SECRET", "0123456789abcdef", "must have at least 32 characters"],
  ["AUTH_SECRET", undefined, "must be set"],
  ["PUBLIC_URL", "desk.example", "must be a web address"],
  ["PUBLIC_URL", "ftp://desk.example", "must be a web address"],
  ["FETCH_ALLOWED_HOSTS", "cms/admin", "must list hosts"],
  ["SMTP_URL", "mail.example:587", "must be a mail server"],
  ["SMTP_URL", "https://mail.example", "must be a mail server"],
  ["MAIL_FROM", "the desk", "must be an e-mail address"],
  ["MAIL_FROM", "desk@example.org\r\nBcc: all@example.org", "must be an e-mail address"],
  ["LOG_LEVEL", "loud", "must be fatal, error"],
])("%s=%s is one mistake, and the sentence says so", (name, value, sentence) => {
  const mistakes = settingMistakes({ ...RIGHT, MAIL_FROM: "desk@example.org", [name]: value });
  expect(mistakes).toEqual([expect.stringContaining(`${name} ${sentence}`)]);
});

test("a setting is checked when it is read", () => {
  vi.stubEnv("AUTH_SECRET", "short");
  vi.stubEnv("PUBLIC_URL", "https://desk.example//");
  expect(() => env.AUTH_SECRET).toThrow("AUTH_SECRET must have at least 32 characters");
  expect(env.PUBLIC_URL).toBe("https://desk.example");
});
