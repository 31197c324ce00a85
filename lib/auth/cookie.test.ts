import { createCipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  atProviderCookie,
  halfInCookie,
  knownBrowserCookie,
  openAtProvider,
  openHalfIn,
  openSessionId,
  sealAtProvider,
  sealHalfIn,
  sealSessionId,
  sessionCookie,
} from "./cookie.ts";

const SECRET = "a secret for tests, long enough to be one";
const SESSION = "0199f000-0000-7000-8000-000000000001";

beforeEach(() => {
  vi.stubEnv("AUTH_SECRET", SECRET);
  vi.stubEnv("PUBLIC_URL", "https://desk.example");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the cookie's value", () => {
  test("holds the session's id where nobody can read it", async () => {
    const sealed = await sealSessionId(SESSION);
    expect(sealed).not.toContain(SESSION);
    expect(await openSessionId(sealed)).toBe(SESSION);
  });

  test.each(["", "garbage", "a.b.c.d.e", SESSION])("is nobody's when it is %j", async (token) => {
    expect(await openSessionId(token)).toBeNull();
  });

  test("is nobody's when one character of it was changed", async () => {
    const sealed = await sealSessionId(SESSION);
    const at = sealed.length - 10;
    const changed = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
    expect(await openSessionId(changed)).toBeNull();
  });

  test("is nobody's when it was sealed with another secret", async () => {
    const sealed = await sealSessionId(SESSION);
    vi.stubEnv("AUTH_SECRET", "another secret, which is also long enough");
    expect(await openSessionId(sealed)).toBeNull();
  });

  test("is nobody's when it is too old, or holds no session", async () => {
    expect(
      await openSessionId(await encode({ token: { sid: SESSION }, secret: SECRET, maxAge: -60 })),
    ).toBeNull();
    expect(await openSessionId(await encode({ token: { name: "Ada" }, secret: SECRET }))).toBeNull();
  });
});

/** The same contents by the same key, in the other way a key of 256 bits can be used (RFC 7518, 5.2.3). */
function sealedOtherwise(content: object): string {
  const derived = hkdfSync("sha256", SECRET, "", "NextAuth.js Generated Encryption Key", 32);
  const key = Buffer.from(derived);
  const head = Buffer.from(JSON.stringify({ alg: "dir", enc: "A128CBC-HS256" })).toString("base64url");
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-128-cbc", key.subarray(16), iv);
  const text = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()]);
  const bits = Buffer.alloc(8);
  bits.writeBigUInt64BE(BigInt(head.length * 8));
  const mac = createHmac("sha256", key.subarray(0, 16)).update(head).update(iv).update(text).update(bits);
  const tag = mac.digest().subarray(0, 16);
  return [head, "", ...[iv, text, tag].map((part) => part.toString("base64url"))].join(".");
}

test("only what is sealed in the one way of ours is opened, whatever it says of itself", async () => {
  const exp = Math.floor(Date.now() / 1_000) + 60;
  const token = sealedOtherwise({ sid: SESSION, exp });
  // next-auth by itself would take it.
  expect(await decode({ token, secret: SECRET })).toMatchObject({ sid: SESSION });
  expect(await openSessionId(token)).toBeNull();
});

test("no cookie passes for one of another purpose", async () => {
  const content = { sid: SESSION, memberId: SESSION, state: "x" };
  const opened = await Promise.all(
    [await sealSessionId(SESSION), await sealHalfIn(content), await sealAtProvider(content)].map(
      async (token) =>
        [await openSessionId(token), await openHalfIn(token), await openAtProvider(token)].map(
          (inside) => inside !== null,
        ),
    ),
  );
  expect(opened).toEqual([
    [true, false, false],
    [false, true, false],
    [false, false, true],
  ]);
});

describe("the cookie itself", () => {
  test.each([sessionCookie, knownBrowserCookie, halfInCookie, atProviderCookie])(
    "is bound to this host and to https where the site has it: %o",
    (cookie) => {
      const { name, options } = cookie();
      expect(name).toMatch(/^__Host-proofmark\.\w+$/u);
      expect(options).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
      expect(options).not.toHaveProperty("domain");
    },
  );

  test("works on plain http, for a first look at home", () => {
    vi.stubEnv("PUBLIC_URL", "http://localhost:3000");
    expect(sessionCookie()).toMatchObject({ name: "proofmark.session", options: { secure: false } });
  });
});
