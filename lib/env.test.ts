import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { expect, test, vi } from "vitest";
import { env, settingMistakes } from "./env.ts";

const RIGHT = {
  DATABASE_URL: "postgres://desk:secret@db.example/proofmark",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  PUBLIC_URL: "https://desk.example",
};

const asText = ({ privateKey }: { privateKey: KeyObject }) =>
  privateKey.export({ type: "pkcs8", format: "der" }).toString("base64");

const BUCKET = {
  FILES_S3_ENDPOINT: "https://s3.example.org/",
  FILES_S3_BUCKET: "desk-files",
  FILES_S3_KEY_ID: "key",
  FILES_S3_SECRET: "secret",
};

test("heads may be signed by a key that is given", () => {
  expect(settingMistakes({ ...RIGHT, AUDIT_KEY: asText(generateKeyPairSync("ed25519")) })).toEqual([]);
});

test("files may be in a bucket, named whole", () => {
  expect(settingMistakes({ ...RIGHT, ...BUCKET })).toEqual([]);
  expect(settingMistakes({ ...RIGHT, ...BUCKET, FILES_S3_PATH_STYLE: "no" })).toEqual([]);
  for (const [name, value] of Object.entries(BUCKET)) vi.stubEnv(name, value);
  expect(env.FILES_S3_ENDPOINT).toBe("https://s3.example.org");
  expect(env.FILES_S3_PATH_STYLE).toBe(true);
});

const PROVIDER = {
  OIDC_ISSUER: "https://login.example.org/realms/desk",
  OIDC_CLIENT_ID: "proofmark",
  OIDC_CLIENT_SECRET: "secret",
  OIDC_DOMAINS: "example.org",
};

test("a sign-in provider is named whole, with the domains people may come from", () => {
  expect(settingMistakes({ ...RIGHT, ...PROVIDER })).toEqual([]);
  const more = { OIDC_NAME: "Example login", OIDC_ROLE: "reporter", OIDC_LINK_BY_EMAIL: "yes" };
  expect(settingMistakes({ ...RIGHT, ...PROVIDER, ...more })).toEqual([]);
  expect(settingMistakes({ ...RIGHT, ...PROVIDER, OIDC_ISSUER: "http://localhost:3001" })).toEqual([]);
  for (const [name, value] of Object.entries({ ...PROVIDER, OIDC_DOMAINS: "Example.org, example.net" }))
    vi.stubEnv(name, value);
  expect([env.OIDC_DOMAINS, env.OIDC_ROLE, env.OIDC_LINK_BY_EMAIL]).toEqual([
    ["example.org", "example.net"],
    "",
    false,
  ]);
});

test.each([
  ["OIDC_ISSUER", "login.example.org", "must be the https address"],
  ["OIDC_ISSUER", "http://login.example.org", "must be the https address"],
  ["OIDC_ISSUER", "https://id:secret@login.example.org", "must be the https address"],
  ["OIDC_ISSUER", "", "must be set when OIDC_CLIENT_ID is"],
  ["OIDC_CLIENT_ID", "", "must be set when OIDC_ISSUER is"],
  ["OIDC_CLIENT_SECRET", undefined, "must be set when OIDC_ISSUER is"],
  ["OIDC_CLIENT_SECRET", "two words", "must be a key as it was given"],
  ["OIDC_DOMAINS", "", "must be set when OIDC_ISSUER is"],
  ["OIDC_DOMAINS", "desk@example.org", "must be domains"],
  ["OIDC_NAME", "x".repeat(61), "must have at most 60"],
  ["OIDC_ROLE", "admin", "must be reporter, reviewer or editor"],
  ["OIDC_LINK_BY_EMAIL", "true", "must be yes or no"],
])("%s=%s is one mistake", (name, value, sentence) => {
  const mistakes = settingMistakes({ ...RIGHT, ...PROVIDER, [name]: value });
  expect(mistakes).toEqual([expect.stringContaining(`${name} ${sentence}`)]);
});

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
  ["FILES_S3_ENDPOINT", "s3.example.org", "must be the address of the storage"],
  ["FILES_S3_ENDPOINT", "ftp://s3.example.org", "must be the address of the storage"],
  ["FILES_S3_ENDPOINT", "https://key:secret@s3.example.org", "must be the address of the storage"],
  ["FILES_S3_ENDPOINT", "https://s3.example.org/?bucket=a", "must be the address of the storage"],
  ["FILES_S3_ENDPOINT", "", "must be set when FILES_S3_BUCKET is"],
  ["FILES_S3_BUCKET", "Desk files", "must be the name of a bucket"],
  ["FILES_S3_BUCKET", "a/b", "must be the name of a bucket"],
  ["FILES_S3_BUCKET", "", "must be set when FILES_S3_ENDPOINT is"],
  ["FILES_S3_KEY_ID", "", "must be set when FILES_S3_ENDPOINT is"],
  ["FILES_S3_SECRET", undefined, "must be set when FILES_S3_ENDPOINT is"],
  ["FILES_S3_REGION", "Europe", "must be the name of a region"],
  ["FILES_S3_PATH_STYLE", "true", "must be yes or no"],
  ["LISTEN_DATABASE_URL", "http://db", "must be a Postgres address"],
  ["METRICS_TOKEN", "short", "must have at least 32 characters"],
  ["METRICS_TOKEN", `${"x".repeat(32)}\n`, "must be a key as it was given"],
  ["AUDIT_KEY", "secret", "must be an Ed25519 key"],
  ["AUDIT_KEY", asText(generateKeyPairSync("x25519")), "must be an Ed25519 key"],
  ["ACCESS_LOG", "true", "must be yes or no"],
  ["LOG_LEVEL", "loud", "must be fatal, error"],
])("%s=%s is one mistake, and the sentence says so", (name, value, sentence) => {
  const mistakes = settingMistakes({ ...RIGHT, ...BUCKET, MAIL_FROM: "desk@example.org", [name]: value });
  expect(mistakes).toEqual([expect.stringContaining(`${name} ${sentence}`)]);
});

test("a setting is checked when it is read", () => {
  vi.stubEnv("AUTH_SECRET", "short");
  vi.stubEnv("PUBLIC_URL", "https://desk.example//");
  expect(() => env.AUTH_SECRET).toThrow("AUTH_SECRET must have at least 32 characters");
  expect(env.PUBLIC_URL).toBe("https://desk.example");
});

test.each(["WAYBACK_KEY", "WAYBACK_SECRET", "FILES_S3_KEY_ID", "FILES_S3_SECRET"])(
  "%s may hold nothing that a header cannot: the error would have the key in it",
  (name) => {
    const keys = { WAYBACK_KEY: "key", WAYBACK_SECRET: "secret" };
    expect(settingMistakes({ ...RIGHT, ...BUCKET, ...keys, [name]: "abc/+=-_123" })).toEqual([]);
    for (const wrong of ["a\nb", "a b", "a\u0001b", "kéy", "“key”", "key\n"]) {
      const mistakes = settingMistakes({ ...RIGHT, ...BUCKET, ...keys, [name]: wrong });
      expect(mistakes).toEqual([`${name} must be a key as it was given, without spaces or line ends`]);
    }
  },
);
