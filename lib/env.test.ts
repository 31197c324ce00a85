import { expect, test, vi } from "vitest";
import { env, settingMistakes } from "./env.ts";

const RIGHT = {
  DATABASE_URL: "postgres://desk:secret@db.example/proofmark",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  PUBLIC_URL: "https://desk.example",
};

test("right settings have no mistakes, and LOG_LEVEL and FETCH_ALLOWED_HOSTS may be left out", () => {
  expect(settingMistakes(RIGHT)).toEqual([]);
});

test.each([
  ["DATABASE_URL", "mysql://db.example/proofmark", "must be a Postgres address"],
  ["DATABASE_URL", "", "must be a Postgres address"],
  ["AUTH_SECRET", "0123456789abcdef", "must have at least 32 characters"],
  ["AUTH_SECRET", undefined, "must be set"],
  ["PUBLIC_URL", "desk.example", "must be a web address"],
  ["PUBLIC_URL", "ftp://desk.example", "must be a web address"],
  ["FETCH_ALLOWED_HOSTS", "cms/admin", "must list hosts"],
  ["LOG_LEVEL", "loud", "must be fatal, error"],
])("%s=%s is one mistake, and the sentence says so", (name, value, sentence) => {
  const mistakes = settingMistakes({ ...RIGHT, [name]: value });
  expect(mistakes).toEqual([expect.stringContaining(`${name} ${sentence}`)]);
});

test("a setting is checked when it is read", () => {
  vi.stubEnv("AUTH_SECRET", "short");
  vi.stubEnv("PUBLIC_URL", "https://desk.example//");
  expect(() => env.AUTH_SECRET).toThrow("AUTH_SECRET must have at least 32 characters");
  expect(env.PUBLIC_URL).toBe("https://desk.example");
});
