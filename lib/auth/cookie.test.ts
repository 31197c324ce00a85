import { encode } from "next-auth/jwt";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openSessionId, sealSessionId, sessionCookie } from "./cookie.ts";

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

describe("the cookie itself", () => {
  test("is bound to this host and to https where the site has it", () => {
    expect(sessionCookie()).toEqual({
      name: "__Host-proofmark.session",
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
    });
  });

  test("works on plain http, for a first look at home", () => {
    vi.stubEnv("PUBLIC_URL", "http://localhost:3000");
    expect(sessionCookie()).toMatchObject({ name: "proofmark.session", options: { secure: false } });
  });
});
