import { NextRequest } from "next/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET as callback } from "#app/api/auth/oidc/callback/route.ts";
import { GET as start } from "#app/api/auth/oidc/route.ts";
import {
  atProviderCookie,
  halfInCookie,
  openAtProvider,
  openSessionId,
  sealAtProvider,
  sealSessionId,
  sessionCookie,
} from "#lib/auth/cookie.ts";
import { hashPassword } from "#lib/auth/passwords.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { rememberAtProvider } from "#lib/auth/session.ts";
import { findActor, insertSession } from "#lib/auth/session-rows.ts";
import { db } from "#lib/db/client.ts";
import { loadSignIn } from "#lib/members/loaders.ts";
import { configuredProvider } from "#lib/oidc/configured.ts";
import { beginAtProvider } from "#lib/oidc/provider.ts";
import { makeMember, makeNewsroom, makeSecondStep } from "#lib/testing/factories.ts";
import { jar } from "#lib/testing/request.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { CLIENT, startSignInProvider } from "#lib/testing/sign-in-provider.ts";
import { allowLinking, signInByProvider, unlinkProvider } from "./commands.ts";

// The whole way, against a real provider over HTTP; the browser is a jar of cookies.

const HERE = "http://localhost:3000";
const ADA = { email: "Ada@desk.example", email_verified: true, name: "Ada Lovelace" };

let provider: Awaited<ReturnType<typeof startSignInProvider>>;

beforeAll(async () => {
  // It warns of its development keys.
  for (const way of ["warn", "info", "log"] as const)
    vi.spyOn(console, way).mockImplementation(() => undefined);
  provider = await startSignInProvider(`${HERE}/api/auth/oidc/callback`);
});
afterAll(() => provider.close());

function settings(more: Record<string, string> = {}): void {
  const usual = {
    ...{ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret },
    ...{ OIDC_DOMAINS: "desk.example", OIDC_ROLE: "", OIDC_LINK_BY_EMAIL: "no" },
  };
  for (const [name, value] of Object.entries({ ...usual, ...more })) vi.stubEnv(name, value);
}

beforeEach(async () => {
  for (const way of ["warn", "info", "log"] as const)
    vi.spyOn(console, way).mockImplementation(() => undefined);
  await resetDb();
  await makeNewsroom();
  jar.clear();
  provider.accounts.clear();
  provider.accounts.set("ada", ADA);
  settings();
});

/** Where the desk leads to. */
async function locationOf(answer: Promise<Response>): Promise<string> {
  const { status, headers } = await answer;
  expect([status, headers.get("cache-control")]).toEqual([303, "no-store"]);
  return headers.get("location") ?? "";
}

const begin = (from = "/desk/queue") =>
  locationOf(start(new NextRequest(`${HERE}/api/auth/oidc?${new URLSearchParams({ from })}`)));
const comeBack = (to: URL) => locationOf(callback(new NextRequest(to)));
const go = async (login = "ada") => comeBack(await provider.signIn(await begin(), login));

const problemOf = (location: string) => new URL(location, HERE).searchParams.get("problem");

/** Who is signed in in this browser. */
async function signedIn(): Promise<Actor | null> {
  const sessionId = await openSessionId(jar.get(sessionCookie().name) ?? "");
  return sessionId === null ? null : findActor({ sessionId, now: new Date() });
}

const events = async () =>
  (await db.auditEvent.findMany({ orderBy: { seq: "asc" } })).map(({ actorName, action, data }) => [
    actorName,
    action,
    data,
  ]);

/** Something between leaving for the provider and coming back. */
async function tamper(change: Partial<Record<"state" | "nonce" | "verifier", string>>): Promise<void> {
  const { name } = atProviderCookie();
  const asked = (await openAtProvider(jar.get(name) ?? "")) as Record<string, string>;
  const { state = "", nonce = "", verifier = "", from = "", linkFor = "" } = asked;
  jar.set(name, await sealAtProvider({ state, nonce, verifier, from, linkFor, ...change }));
}

/** Nobody was let in, and nothing was written. */
async function expectNothing(members = 0): Promise<void> {
  expect(await signedIn()).toBeNull();
  expect(jar.has(sessionCookie().name)).toBe(false);
  expect(await db.member.count()).toBe(members);
  expect(await db.providerAccount.count()).toBe(0);
  expect(await events()).toEqual([]);
}

describe("whoever is new", () => {
  test("becomes a member with the role of the settings, and is the same member next time, under another address too", async () => {
    settings({ OIDC_ROLE: "reviewer" });
    expect(await go()).toBe("/desk/queue");
    const member = await signedIn();
    expect(member).toMatchObject({ name: "Ada Lovelace", role: "reviewer" });
    const joined = { name: "Ada Lovelace", email: "ada@desk.example", role: "reviewer" };
    expect(await events()).toEqual([
      ["Ada Lovelace", "member.joined", { ...joined, provider: provider.issuer }],
      ["Ada Lovelace", "member.signed_in", { by: "provider", secondStep: null }],
    ]);

    jar.clear();
    settings();
    provider.accounts.set("ada", { ...ADA, email: "countess@desk.example" });
    expect(await go()).toBe("/desk/queue");
    expect((await signedIn())?.id).toBe(member?.id);
    expect(await db.member.findMany({ select: { email: true } })).toEqual([{ email: "ada@desk.example" }]);
  });

  test("is refused where the settings have no role for them", async () => {
    expect(problemOf(await go())).toBe("provider_account_unknown");
    await expectNothing();
  });

  test("of two windows at once becomes one member", async () => {
    const vouched = {
      ...{ issuer: provider.issuer, subject: "ada", email: ADA.email },
      ...{ emailVerified: true, name: null },
    };
    const admission = { domains: ["desk.example"], role: "reporter", linkByEmail: false } as const;
    const comes = () => signInByProvider({ vouched, admission, userAgent: null, now: new Date() });
    await Promise.all([comes(), comes(), comes()]);
    expect(await db.member.findMany({ select: { name: true } })).toEqual([{ name: "ada" }]);
    expect(await db.session.count()).toBe(3);
  });
});

describe("a member with the same address", () => {
  test("is not taken over where the settings do not say so", async () => {
    await makeMember({ email: "ada@desk.example", role: "admin" });
    settings({ OIDC_ROLE: "reporter" });
    expect(problemOf(await go())).toBe("provider_account_unlinked");
    await expectNothing(1);
  });

  test("is linked where they do, once: another account with the address later is somebody else", async () => {
    const { id, name } = await makeMember({ email: "ada@desk.example", role: "admin" });
    settings({ OIDC_LINK_BY_EMAIL: "yes" });
    expect(await go()).toBe("/desk/queue");
    expect(await signedIn()).toMatchObject({ id, role: "admin" });
    expect(await events()).toEqual([
      [name, "member.provider_linked", { provider: provider.issuer }],
      [name, "member.signed_in", { by: "provider", secondStep: null }],
    ]);

    jar.clear();
    provider.accounts.set("other", ADA);
    expect(problemOf(await go("other"))).toBe("provider_account_unlinked");
    expect(await signedIn()).toBeNull();
    expect(await db.providerAccount.count()).toBe(1);
  });

  test("who is disabled stays out, linked before or not", async () => {
    const { id } = await makeMember({ email: "ada@desk.example" });
    settings({ OIDC_LINK_BY_EMAIL: "yes", OIDC_ROLE: "reporter" });
    await db.member.update({ where: { id }, data: { disabledAt: new Date() } });
    expect(problemOf(await go())).toBe("member_disabled");
    await expectNothing(1);

    await db.member.update({ where: { id }, data: { disabledAt: null } });
    await go();
    await db.member.update({ where: { id }, data: { disabledAt: new Date() } });
    jar.clear();
    expect(problemOf(await go())).toBe("member_disabled");
    expect(await signedIn()).toBeNull();
  });

  test("is asked for their code where they have a second step", async () => {
    const actor = await makeMember({ email: "ada@desk.example" });
    await makeSecondStep(actor);
    settings({ OIDC_LINK_BY_EMAIL: "yes" });
    expect(await go()).toBe("/login?from=%2Fdesk%2Fqueue");
    expect(await signedIn()).toBeNull();
    expect(jar.has(halfInCookie().name)).toBe(true);
    expect(await db.session.count()).toBe(0);
  });
});

describe("nobody is let in, and nothing is written,", () => {
  beforeEach(() => settings({ OIDC_ROLE: "reporter", OIDC_LINK_BY_EMAIL: "yes" }));

  test.each([
    ["unverified", { ...ADA, email_verified: false }, "provider_email_unverified"],
    ["of another domain", { ...ADA, email: "ada@elsewhere.example" }, "provider_email_foreign"],
    ["of a domain that ends alike", { ...ADA, email: "ada@notdesk.example" }, "provider_email_foreign"],
    ["below the domain", { ...ADA, email: "ada@sub.desk.example" }, "provider_email_foreign"],
    ["no address at all", { ...ADA, email: "desk.example" }, "provider_email_unverified"],
  ])("by an address that is %s", async (_, account, problem) => {
    provider.accounts.set("ada", account);
    expect(problemOf(await go())).toBe(problem);
    await expectNothing();
  });

  test.each([
    ["state", "provider_too_late"],
    ["nonce", "provider_wrong"],
    ["verifier", "provider_wrong"],
  ] as const)("by a sign-in whose %s is another's", async (part, problem) => {
    const back = await provider.signIn(await begin(), "ada");
    await tamper({ [part]: "x".repeat(43) });
    expect(problemOf(await comeBack(back))).toBe(problem);
    await expectNothing();
  });

  test("in a browser that was not sent there, and by an answer that was used", async () => {
    const back = await provider.signIn(await begin(), "ada");
    const sent = new Map(jar);
    jar.clear();
    expect(problemOf(await comeBack(back))).toBe("provider_too_late");
    await expectNothing();

    const restore = () => {
      jar.clear();
      for (const [name, value] of sent) jar.set(name, value);
    };
    restore();
    expect(await comeBack(back)).toBe("/desk/queue");
    restore();
    expect(problemOf(await comeBack(back))).toBe("provider_wrong");
    expect(await signedIn()).toBeNull();
  });

  test("by an answer in another provider's name", async () => {
    const back = await provider.signIn(await begin(), "ada");
    back.searchParams.set("iss", "https://other.example");
    expect(problemOf(await comeBack(back))).toBe("provider_wrong");
    await expectNothing();
  });

  test("when it is cancelled there", async () => {
    expect(problemOf(await comeBack(await provider.cancel(await begin())))).toBe("provider_cancelled");
    await expectNothing();
  });

  test("with a wrong secret", async () => {
    settings({ OIDC_ROLE: "reporter", OIDC_CLIENT_SECRET: "another" });
    expect(problemOf(await go())).toBe("provider_wrong");
    await expectNothing();
  });

  test("when the provider is down, or something else answers", async () => {
    settings({ OIDC_ISSUER: "http://127.0.0.1:9" });
    expect(problemOf(await begin())).toBe("provider_unreachable");
    settings({ OIDC_ISSUER: `${provider.issuer}/elsewhere` });
    expect(problemOf(await begin())).toBe("provider_wrong");
    await expectNothing();
  });

  test("where no provider is set up", async () => {
    settings({ OIDC_ISSUER: "", OIDC_CLIENT_ID: "", OIDC_CLIENT_SECRET: "", OIDC_DOMAINS: "" });
    expect(await begin()).toBe("/login?from=%2Fdesk%2Fqueue");
    expect(await comeBack(new URL(`${HERE}/api/auth/oidc/callback?code=x&state=y`))).toBe("/login");
    await expectNothing();
  });
});

describe("a member of any address", () => {
  const PASSWORD = "four words in a row";

  /** Signed in here, with a password. */
  async function member(email = "ben@elsewhere.example") {
    const actor = await makeMember({ email, passwordHash: await hashPassword(PASSWORD) });
    await signInHere(actor);
    return actor;
  }

  async function signInHere({ id: memberId }: Actor): Promise<void> {
    const opened = await db.$transaction((tx) =>
      insertSession(tx, { memberId, userAgent: null, now: new Date() }),
    );
    jar.set(sessionCookie().name, await sealSessionId(opened.id));
  }

  /** As the form on their own page does it. */
  async function beginLinking(actor: Actor, password = PASSWORD): Promise<string> {
    await allowLinking({ actor, password, now: new Date() });
    const configured = configuredProvider();
    if (!configured) throw new Error("No provider is set up");
    const { url, asked } = await beginAtProvider(configured);
    await rememberAtProvider({ ...asked, from: "", linkFor: actor.id });
    return url;
  }

  const link = async (actor: Actor, login = "ada") =>
    comeBack(await provider.signIn(await beginLinking(actor), login));
  const unlink = (actor: Actor) => unlinkProvider({ actor, issuer: provider.issuer, now: new Date() });
  /** What letters are on their way to them. */
  const warnedOf = async ({ id }: Actor) => {
    const rows = await db.$queryRaw<{ kind: string }[]>`
      SELECT n.kind::text FROM pgboss.job j JOIN notifications n ON n.id = (j.data ->> 'notificationId')::uuid
      WHERE j.name = 'notifications.warn' AND n.member_id = ${id}::uuid ORDER BY n.created_at, n.id`;
    return rows.map(({ kind }) => kind);
  };
  const accounts = async () =>
    (await db.providerAccount.findMany({ orderBy: { subject: "asc" } })).map((row) => row.memberId);

  test("links an account by their password, and unlinks it", async () => {
    const actor = await member();
    await expect(beginLinking(actor, "not the password")).rejects.toMatchObject({ reason: "wrong_password" });
    expect(await link(actor)).toBe("/desk/settings/account#provider");
    expect(await link(actor)).toBe("/desk/settings/account#provider");
    jar.clear();
    expect(await go()).toBe("/desk/queue");
    expect(await signedIn()).toMatchObject({ id: actor.id });
    await unlink(actor);
    await expect(unlink(actor)).rejects.toMatchObject({ reason: "not_found" });
    expect(await warnedOf(actor)).toEqual(["provider_linked", "provider_unlinked"]);
    const data = { provider: provider.issuer };
    expect(await events()).toEqual([
      [actor.name, "member.provider_linked", data],
      [actor.name, "member.signed_in", { by: "provider", secondStep: null }],
      [actor.name, "member.provider_unlinked", data],
    ]);
    jar.clear();
    expect(problemOf(await go())).toBe("provider_account_unknown");
  });

  test("is not linked with another member's account, with a second one, or with one of another domain", async () => {
    const first = await member();
    await link(first);
    provider.accounts.set("other", { ...ADA, email: "other@desk.example" });
    provider.accounts.set("foreign", { ...ADA, email: "ada@notdesk.example" });
    expect(problemOf(await link(first, "other"))).toBe("provider_account_unlinked");
    const second = await member("cleo@desk.example");
    expect(problemOf(await link(second))).toBe("provider_account_taken");
    expect(problemOf(await link(second, "foreign"))).toBe("provider_email_foreign");
    expect(await accounts()).toEqual([first.id]);
  });

  test("is linked by nobody else, and not after signing out", async () => {
    const actor = await member();
    const back = await provider.signIn(await beginLinking(actor), "ada");
    await signInHere(await makeMember());
    expect(problemOf(await comeBack(back))).toBe("provider_too_late");
    const late = await provider.signIn(await beginLinking(actor), "ada");
    jar.delete(sessionCookie().name);
    expect(problemOf(await comeBack(late))).toBe("provider_too_late");
    expect(await accounts()).toEqual([]);
  });

  test("keeps their only way in", async () => {
    settings({ OIDC_ROLE: "reporter" });
    await go();
    const actor = await signedIn();
    if (!actor) throw new Error("Nobody is signed in");
    await expect(unlink(actor)).rejects.toMatchObject({ reason: "provider_only_way_in" });
    expect(await accounts()).toEqual([actor.id]);
    await db.member.update({ where: { id: actor.id }, data: { passwordHash: await hashPassword(PASSWORD) } });
    await unlink(actor);
    expect(await accounts()).toEqual([]);
  });
});

test.each(["cross-site", "same-site"])(
  "a link of a page that is %s signs nobody in by itself",
  async (from) => {
    const headers = { "sec-fetch-site": from };
    const asked = new NextRequest(`${HERE}/api/auth/oidc?from=%2Fdesk%2Fqueue`, { headers });
    expect(await locationOf(start(asked))).toBe("/login?from=%2Fdesk%2Fqueue");
    expect(jar.has(atProviderCookie().name)).toBe(false);
    headers["sec-fetch-site"] = "same-origin";
    const own = new NextRequest(asked.url, { headers });
    expect(await locationOf(start(own))).toMatch(new RegExp(`^${provider.issuer}`, "u"));
  },
);

test("what goes to the provider says nothing of where they were, and leads to paths of this site alone", async () => {
  const asked = new URL(await begin("/desk/queue")).searchParams;
  expect([...asked.keys()].toSorted()).toEqual([
    ...["client_id", "code_challenge", "code_challenge_method", "nonce", "redirect_uri", "response_type"],
    ...["scope", "state"],
  ]);
  settings({ OIDC_ROLE: "reporter" });
  const back = await provider.signIn(await begin("//elsewhere.example/"), "ada");
  expect(await comeBack(back)).toBe("/desk");
});

test("the sign-in page leads there, and says why it failed, in sentences of its own alone", async () => {
  await makeMember();
  settings({ OIDC_NAME: "Example login" });
  const page = (params: Record<string, string>) => loadSignIn(Promise.resolve(params));
  expect(await page({ from: "/desk/queue", problem: "provider_cancelled" })).toMatchObject({
    provider: { name: "Example login", href: "/api/auth/oidc?from=%2Fdesk%2Fqueue" },
    problem: "The sign-in with Example login was cancelled.",
  });
  expect(await page({ problem: "Call this number" })).toMatchObject({ problem: null });
  settings({ OIDC_ISSUER: "", OIDC_CLIENT_ID: "", OIDC_CLIENT_SECRET: "", OIDC_DOMAINS: "" });
  expect(await page({ problem: "provider_cancelled" })).toMatchObject({ provider: null, problem: null });
});
