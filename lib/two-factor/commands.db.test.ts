import { beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "#lib/auth/passwords.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { codeAt } from "#lib/auth/totp.ts";
import { db } from "#lib/db/client.ts";
import { disableMember, finishSignIn, openSession, signIn } from "#lib/members/commands.ts";
import { makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import {
  beginTwoFactor,
  confirmTwoFactor,
  proveCode,
  removeTwoFactor,
  renewBackupCodes,
  turnOffTwoFactor,
} from "./commands.ts";
import { getTwoFactor, hasTwoFactor } from "./queries.ts";

const NOW = new Date("2026-11-20T09:30:00Z");
const PASSWORD = "four words in a row";
const EMAIL = "ada@desk.example";
/** So many steps of 30 seconds later. */
const later = (steps: number) => new Date(NOW.getTime() + steps * 30_000);

let actor: Actor;
let admin: Actor;
let secret: string;

beforeEach(async () => {
  await resetDb();
  actor = await makeMember({ email: EMAIL, passwordHash: await hashPassword(PASSWORD) });
  admin = await makeMember({ role: "admin" });
});

async function begin(): Promise<void> {
  await beginTwoFactor({ actor, password: PASSWORD, now: NOW });
  const found = await getTwoFactor(actor.id);
  if (found.state !== "begun") throw new Error("It is not begun");
  secret = found.secret;
}

/** Turns it on with the code of NOW, and answers the backup codes. */
async function turnOn(): Promise<string[]> {
  await begin();
  return confirmTwoFactor({ actor, code: codeAt({ secret, now: NOW }), now: NOW });
}

const prove = (code: string, now = NOW) => proveCode({ memberId: actor.id, code, now });
const wrong = { reason: "wrong_code" };
const reasons = (results: PromiseSettledResult<unknown>[]) =>
  results.map((result) => (result.status === "rejected" ? result.reason.reason : "done")).toSorted();

describe("turning it on", () => {
  test("takes a code of the new secret, which the database does not show", async () => {
    await begin();
    expect(await hasTwoFactor(actor.id)).toBe(false);
    await expect(confirmTwoFactor({ actor, code: "000000", now: NOW })).rejects.toMatchObject(wrong);
    const codes = await confirmTwoFactor({ actor, code: codeAt({ secret, now: NOW }), now: NOW });
    expect(new Set(codes).size).toBe(10);
    // Twelve of 32 letters: 60 bits.
    for (const code of codes) expect(code.replaceAll(/[^a-z2-7]/gu, "")).toHaveLength(12);
    expect(await getTwoFactor(actor.id)).toEqual({ state: "on", since: NOW, codesLeft: 10 });
    const kept = JSON.stringify([await db.authenticator.findMany(), await db.backupCode.findMany()]);
    for (const shown of [secret, ...codes]) expect(kept).not.toContain(shown);
  });

  test("is not begun without the member's password, and nothing is made", async () => {
    const wrongOne = beginTwoFactor({ actor, password: "not the password", now: NOW });
    await expect(wrongOne).rejects.toMatchObject({ reason: "wrong_password", field: "password" });
    expect(await getTwoFactor(actor.id)).toEqual({ state: "off" });
  });

  test("begun again has another secret; once it is on it is not begun over it", async () => {
    await begin();
    const before = secret;
    await begin();
    expect(secret).not.toBe(before);
    const stale = confirmTwoFactor({ actor, code: codeAt({ secret: before, now: NOW }), now: NOW });
    await expect(stale).rejects.toMatchObject(wrong);
    await confirmTwoFactor({ actor, code: codeAt({ secret, now: NOW }), now: NOW });
    await expect(beginTwoFactor({ actor, password: PASSWORD, now: NOW })).rejects.toMatchObject({
      reason: "already_changed",
    });
    expect(await hasTwoFactor(actor.id)).toBe(true);
  });
});

describe("a code", () => {
  test("counts once, and none from before it does", async () => {
    await turnOn();
    const next = codeAt({ secret, now: later(1) });
    await expect(prove(codeAt({ secret, now: NOW }))).rejects.toMatchObject(wrong);
    await prove(next, later(1));
    await expect(prove(next, later(1))).rejects.toMatchObject(wrong);
    await expect(prove(codeAt({ secret, now: NOW }), later(1))).rejects.toMatchObject(wrong);
    await prove(codeAt({ secret, now: later(3) }), later(2));
  });

  test("sent twice at once counts once, of the app and of paper", async () => {
    const [paper = ""] = await turnOn();
    for (const code of [codeAt({ secret, now: later(1) }), paper]) {
      const results = await Promise.allSettled([1, 2, 3].map(() => prove(code, later(1))));
      expect(reasons(results)).toEqual(["done", "wrong_code", "wrong_code"]);
    }
    expect(await getTwoFactor(actor.id)).toMatchObject({ codesLeft: 9 });
  });

  test("of paper is the member's own, and counts until there are new ones", async () => {
    const [one = "", two = ""] = await turnOn();
    await expect(proveCode({ memberId: admin.id, code: one, now: NOW })).rejects.toMatchObject(wrong);
    const renewed = await renewBackupCodes({ actor, code: one, now: NOW });
    await expect(prove(two)).rejects.toMatchObject(wrong);
    await prove(renewed[0]?.toUpperCase().replaceAll("-", " ") ?? "");
    expect(await getTwoFactor(actor.id)).toMatchObject({ codesLeft: 9 });
  });

  test("is guessed five times, also at once, and the right one is not looked at then until later", async () => {
    await turnOn();
    const guesses = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => prove(String(100_000 + at), later(1))),
    );
    const looked = reasons(guesses).filter((reason) => reason === "wrong_code");
    expect(looked).toHaveLength(5);
    await expect(prove(codeAt({ secret, now: later(1) }), later(1))).rejects.toMatchObject({
      reason: "too_many_codes",
    });
    await prove(codeAt({ secret, now: later(31) }), later(31));
  });
});

describe("signing in", () => {
  const enter = (now = NOW) =>
    signIn({ email: EMAIL, password: PASSWORD, sender: "192.0.2.1", browserId: null, userAgent: null, now });
  async function halfIn() {
    const signed = await enter();
    if (!("halfIn" in signed)) throw new Error("No code is asked for");
    return signed.halfIn;
  }
  const finish = (half: Awaited<ReturnType<typeof halfIn>>, code: string, now = later(1)) =>
    finishSignIn({ halfIn: half, code, userAgent: null, now });

  test("with a password alone opens no session, and does with the code", async () => {
    await turnOn();
    const half = await halfIn();
    expect(await db.session.count()).toBe(0);
    await expect(finish(half, "000000")).rejects.toMatchObject(wrong);
    expect(await db.session.count()).toBe(0);
    const code = codeAt({ secret, now: later(1) });
    expect(await finish(half, code)).toMatchObject({ member: { id: actor.id } });
    expect(await db.session.count()).toBe(1);
  });

  test("stands in the history with what it was by, both steps", async () => {
    const codes = await turnOn();
    const half = await halfIn();
    await finish(half, codeAt({ secret, now: later(1) }));
    await finish({ ...half, by: "email_link" }, codes[0] ?? "");
    const events = await db.auditEvent.findMany({
      where: { action: "member.signed_in" },
      orderBy: { seq: "asc" },
      select: { data: true },
    });
    expect(events.map(({ data }) => data)).toEqual([
      { by: "password", secondStep: "app" },
      { by: "email_link", secondStep: "backup" },
    ]);
  });

  test("by any other way does not go round it", async () => {
    await turnOn();
    const opened = openSession({ actor, by: "password", userAgent: null, now: NOW });
    await expect(opened).rejects.toMatchObject({ reason: "second_step_needed" });
    expect(await db.session.count()).toBe(0);
  });

  test("asks for no code before one was confirmed", async () => {
    await begin();
    expect(await enter()).toMatchObject({ member: { id: actor.id } });
  });

  test("is over when the password was changed or the account switched off between the steps", async () => {
    await turnOn();
    const half = await halfIn();
    const code = codeAt({ secret, now: later(1) });
    const over = { reason: "second_step_over" };
    await expect(finish({ ...half, passwordMark: "another" }, code)).rejects.toMatchObject(over);
    await disableMember({ actor: admin, memberId: actor.id, now: NOW });
    await expect(finish(half, code)).rejects.toMatchObject(over);
    expect(await db.session.count()).toBe(0);
  });
});

describe("turning it off", () => {
  test.each([
    ["the password", () => PASSWORD],
    ["a code of the app", () => codeAt({ secret, now: NOW })],
  ])("takes %s", async (_, proof) => {
    await turnOn();
    await expect(turnOffTwoFactor({ actor, proof: "nothing", now: NOW })).rejects.toMatchObject(wrong);
    await db.authenticator.update({ where: { memberId: actor.id }, data: { lastStep: 0 } });
    await turnOffTwoFactor({ actor, proof: proof(), now: NOW });
    expect([await hasTwoFactor(actor.id), await db.backupCode.count()]).toEqual([false, 0]);
    const told = await db.notification.findMany({ orderBy: { id: "asc" }, select: { kind: true } });
    expect(told).toEqual([{ kind: "two_factor_on" }, { kind: "two_factor_off" }]);
  });

  test("for a member who lost it is an admin's, who is not silent about it", async () => {
    await turnOn();
    const remove = (by: Actor) => removeTwoFactor({ actor: by, memberId: actor.id, now: NOW });
    await expect(remove(actor)).rejects.toMatchObject({ reason: "not_allowed" });
    await remove(admin);
    await expect(remove(admin)).rejects.toMatchObject({ reason: "already_changed" });
    expect(await hasTwoFactor(actor.id)).toBe(false);
    const told = await db.notification.findMany({ select: { memberId: true, kind: true, actorId: true } });
    expect(told).toEqual([
      { memberId: actor.id, kind: "two_factor_on", actorId: null },
      { memberId: actor.id, kind: "two_factor_removed", actorId: admin.id },
    ]);
    const events = await db.auditEvent.findMany({
      where: { action: { startsWith: "member.two_factor" } },
      orderBy: { seq: "asc" },
      select: { action: true, actorName: true },
    });
    expect(events.at(-1)).toEqual({ action: "member.two_factor_removed", actorName: admin.name });
    expect(events.map(({ action }) => action)).toEqual([
      "member.two_factor_begun",
      "member.two_factor_on",
      "member.two_factor_removed",
    ]);
  });
});
