import { beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "#lib/auth/passwords.ts";
import { type Actor, ROLES } from "#lib/auth/policy.ts";
import { findActor } from "#lib/auth/session-rows.ts";
import { db } from "#lib/db/client.ts";
import { keyOf } from "#lib/guarding/link-keys.ts";
import { disableMember, enableMember, openSession, setUpNewsroom, signIn } from "#lib/members/commands.ts";
import { makeMember, makeSecondStep } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import {
  ASKED,
  askForLink,
  makeResetLink,
  purgeEntryLinks,
  resetPassword,
  signInByLink,
} from "./commands.ts";
import { type EntryLinkKind, HANDED_OVER_MINUTES, MINUTES } from "./values.ts";

const NOW = new Date("2026-11-20T09:30:00Z");
const MINUTE = 60_000;
const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);
const OLD = "four words in a row";
const NEW = "five other words in order";
const EMAIL = "ben@desk.example";

let admin: Actor;
let ben: Actor;

beforeEach(async () => {
  await resetDb();
  admin = await setUpNewsroom({
    ...{ newsroomName: "The Daily Check", timeZone: "UTC", locale: "en-GB" as const },
    ...{ name: "Ada Admin", email: "ada@desk.example", password: OLD },
  });
  ben = await makeMember({ name: "Ben Reporter", email: EMAIL, passwordHash: await hashPassword(OLD) });
});

const ask = (email: string, sender = "192.0.2.1", now = NOW, kind: EntryLinkKind = "reset") =>
  askForLink({ email, kind, sender, now });
async function keyOfLast(): Promise<string> {
  return keyOf(
    await db.entryLink.findFirstOrThrow({ orderBy: { createdAt: "desc" }, where: { endedAt: null } }),
  );
}
const reset = (linkKey: string, newPassword = NEW, now = later(1), dropPasskeys = false) =>
  resetPassword({ linkKey, newPassword, dropPasskeys, now });
const enter = (password: string) =>
  signIn({ email: EMAIL, password, sender: "192.0.2.1", browserId: null, userAgent: null, now: NOW });
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { reason?: string }) => error.reason,
  );

describe("a new password", () => {
  test("is not chosen by a link from before the account was switched off", async () => {
    await makeResetLink({ actor: admin, memberId: ben.id, now: NOW });
    const key = await keyOfLast();
    await disableMember({ actor: admin, memberId: ben.id, now: NOW });
    await enableMember({ actor: admin, memberId: ben.id, now: NOW });
    expect(await reasonOf(reset(key))).toBe("link_used");
  });

  test("counts at once, ends every session and every other link, and stands in the history", async () => {
    const session = await openSession({ actor: ben, by: "password", userAgent: null, now: NOW });
    await ask(EMAIL, "192.0.2.1", NOW);
    const other = await keyOfLast();
    await ask(EMAIL, "192.0.2.1", later(1));
    expect(await reset(await keyOfLast())).toEqual({ email: EMAIL });
    expect(await findActor({ sessionId: session.id, now: later(2) })).toBeNull();
    expect([await reasonOf(enter(OLD)), await reasonOf(enter(NEW))]).toEqual([
      "wrong_email_or_password",
      "done",
    ]);
    expect(await reasonOf(reset(other))).toBe("link_used");
    expect(await db.auditEvent.count({ where: { action: "member.password_reset", actorId: ben.id } })).toBe(
      1,
    );
  });

  test.each([
    [false, ["Phone"], []],
    [true, [], ["member.passkey_removed"]],
  ])(
    "takes passkeys away where the member says so (%j), and tells them of it",
    async (drop, left, events) => {
      const credentialId = new Uint8Array([1, 2, 3]);
      await db.passkey.create({
        data: {
          memberId: ben.id,
          name: "Phone",
          credentialId,
          publicKey: credentialId,
          counter: 0n,
          createdAt: NOW,
        },
      });
      await ask(EMAIL);
      await reset(await keyOfLast(), NEW, later(1), drop);
      expect((await db.passkey.findMany()).map(({ name }) => name)).toEqual(left);
      const written = await db.auditEvent.findMany({ where: { action: "member.passkey_removed" } });
      expect(written.map(({ action }) => action)).toEqual(events);
      const told = await db.notification.findMany({ select: { memberId: true, kind: true, actorId: true } });
      expect(told).toEqual([{ memberId: ben.id, kind: "password_reset", actorId: null }]);
    },
  );

  test("does not go round the second step: the new one is asked for a code too", async () => {
    await makeSecondStep(ben);
    await ask(EMAIL);
    await reset(await keyOfLast());
    expect(await enter(NEW)).toMatchObject({ halfIn: { memberId: ben.id } });
    expect(await db.session.count({ where: { memberId: ben.id, revokedAt: null } })).toBe(0);
  });

  test("is chosen by one of two who use the link at once", async () => {
    await ask(EMAIL);
    const key = await keyOfLast();
    const outcomes = await Promise.all([
      reasonOf(reset(key)),
      reasonOf(reset(key, "six words that are not those")),
    ]);
    expect(outcomes.toSorted()).toEqual(["done", "link_used"]);
  });

  test.each([
    ["password123456", "password_common"],
    ["The Daily Check", "password_is_name"],
    ["ben.reporter.2026", "password_is_name"],
    ["ben@desk.example", "password_is_name"],
  ])("cannot be %j, and the link stays", async (password, reason) => {
    await ask(EMAIL);
    const key = await keyOfLast();
    expect(await reasonOf(reset(key, password))).toBe(reason);
    expect(await reasonOf(reset(key))).toBe("done");
  });
});

describe("a link that was asked for", () => {
  test("is there for members alone, and a job for everybody", async () => {
    const away = await makeMember({ email: "away@desk.example" });
    await disableMember({ actor: admin, memberId: away.id, now: NOW });
    for (const email of [EMAIL, "nobody@desk.example", "away@desk.example"]) await ask(email);
    expect((await db.entryLink.findMany()).map(({ memberId }) => memberId)).toEqual([ben.id]);
    const [row] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int FROM pgboss.job WHERE name = 'entry-links.send'
        AND created_on > now() - interval '1 minute'`;
    expect(row?.count).toBeGreaterThanOrEqual(3);
  });

  test.each([EMAIL, "nobody@desk.example"])("for %s is asked for so often and no more", async (email) => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, at) => reasonOf(ask(email, `192.0.2.${at}`))),
    );
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(ASKED.email.most);
    expect(outcomes.filter((outcome) => outcome === "sent_too_often")).toHaveLength(8 - ASKED.email.most);
  });

  test("works an hour, one an admin hands over a day", async () => {
    await ask(EMAIL);
    const asked = await keyOfLast();
    expect(await reasonOf(reset(asked, NEW, later(MINUTES.reset * MINUTE)))).toBe("link_expired");
    await makeResetLink({ actor: admin, memberId: ben.id, now: later(1) });
    const handed = await keyOfLast();
    const end = HANDED_OVER_MINUTES * MINUTE;
    expect(await reasonOf(reset(handed, NEW, later(end + 1)))).toBe("link_expired");
    expect(await reasonOf(reset(handed, NEW, later(end)))).toBe("done");
    expect(await purgeEntryLinks({ now: later(2 * end + 1) })).toBe(2);
  });

  test("of whoever is switched off, or by an admin who is, lets nobody in", async () => {
    const second = await makeMember({ role: "admin" });
    await makeResetLink({ actor: second, memberId: ben.id, now: NOW });
    const key = await keyOfLast();
    await disableMember({ actor: admin, memberId: second.id, now: NOW });
    expect(await reasonOf(reset(key))).toBe("link_withdrawn");
    await makeResetLink({ actor: admin, memberId: ben.id, now: later(1) });
    const next = await keyOfLast();
    await disableMember({ actor: admin, memberId: ben.id, now: NOW });
    expect(await reasonOf(reset(next))).toBe("member_disabled");
  });

  test.each(["", "x", "A".repeat(65), "\0"])("is not %j", async (key) => {
    expect(await reasonOf(reset(key))).toBe("link_unknown");
  });
});

describe("a link to sign in by", () => {
  const asked = async () => {
    await ask(EMAIL, "192.0.2.1", NOW, "sign_in");
    return keyOfLast();
  };
  const enterBy = (linkKey: string, now = later(1)) => signInByLink({ linkKey, userAgent: "Firefox", now });
  const signedIn = () => db.auditEvent.count({ where: { action: "member.signed_in", actorId: ben.id } });

  test("opens a session, once, and stands in the history like any other", async () => {
    const key = await asked();
    const entered = await enterBy(key);
    if (!("id" in entered)) throw new Error("a code was asked for");
    expect([entered.email, entered.member]).toEqual([EMAIL, { id: ben.id, name: ben.name, role: ben.role }]);
    expect(await findActor({ sessionId: entered.id, now: later(2) })).toMatchObject({ id: ben.id });
    expect(await signedIn()).toBe(1);
    const event = await db.auditEvent.findFirst({ where: { action: "member.signed_in" } });
    expect(event?.data).toEqual({ by: "email_link", secondStep: null });
    expect(await reasonOf(enterBy(key))).toBe("link_used");
  });

  test("lets in one of many who use it at once", async () => {
    const key = await asked();
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => reasonOf(enterBy(key))));
    expect(outcomes.toSorted()).toEqual(["done", ...Array<string>(5).fill("link_used")]);
    expect([await db.session.count({ where: { memberId: ben.id } }), await signedIn()]).toEqual([1, 1]);
  });

  test("still asks for the second step, and opens no session before", async () => {
    await db.authenticator.create({
      data: { memberId: ben.id, sealedSecret: "x", createdAt: NOW, confirmedAt: NOW },
    });
    const key = await asked();
    const halfIn = { memberId: ben.id, email: EMAIL, by: "email_link" };
    expect(await enterBy(key)).toMatchObject({ halfIn, email: EMAIL });
    expect(await db.session.count({ where: { memberId: ben.id } })).toBe(0);
    expect(await reasonOf(enterBy(key))).toBe("link_used");
  });

  test("works a quarter of an hour", async () => {
    const key = await asked();
    expect(await reasonOf(enterBy(key, later(15 * MINUTE)))).toBe("link_expired");
    expect(await reasonOf(enterBy(key, later(15 * MINUTE - 1)))).toBe("done");
  });

  test("chooses no password, and one for a new password signs nobody in", async () => {
    const key = await asked();
    expect(await reasonOf(reset(key))).toBe("link_unknown");
    await makeResetLink({ actor: admin, memberId: ben.id, now: later(1) });
    expect(await reasonOf(enterBy(await keyOfLast()))).toBe("link_unknown");
  });

  test("lets nobody in whose account was switched off, and ends with a new password", async () => {
    const before = await asked();
    await makeResetLink({ actor: admin, memberId: ben.id, now: later(1) });
    expect(await reasonOf(reset(await keyOfLast()))).toBe("done");
    expect(await reasonOf(enterBy(before))).toBe("link_used");
    const key = await asked();
    await disableMember({ actor: admin, memberId: ben.id, now: NOW });
    expect(await reasonOf(enterBy(key))).toBe("member_disabled");
  });

  test("is there for whoever may come in, and nobody is told who that is", async () => {
    const away = await makeMember({ email: "away@desk.example" });
    await disableMember({ actor: admin, memberId: away.id, now: NOW });
    for (const email of [EMAIL, "nobody@desk.example", "away@desk.example"]) {
      expect(await ask(email, "192.0.2.1", NOW, "sign_in")).toBeUndefined();
    }
    expect((await db.entryLink.findMany()).map(({ memberId }) => memberId)).toEqual([ben.id]);
  });

  test("counts as a letter like one for a new password", async () => {
    for (let at = 0; at < ASKED.email.most; at += 1) await ask(EMAIL, `192.0.2.${at}`);
    expect(await reasonOf(ask(EMAIL, "192.0.2.9", NOW, "sign_in"))).toBe("sent_too_often");
  });

  test("stays when the sign-in could not be written down", async () => {
    const key = await asked();
    await db.$executeRaw`ALTER TABLE audit_events ADD CONSTRAINT no_sign_in CHECK (action <> 'member.signed_in') NOT VALID`;
    try {
      await expect(enterBy(key)).rejects.toThrow();
    } finally {
      await db.$executeRaw`ALTER TABLE audit_events DROP CONSTRAINT no_sign_in`;
    }
    expect(await db.session.count({ where: { memberId: ben.id } })).toBe(0);
    expect(await reasonOf(enterBy(key))).toBe("done");
  });
});

test("of two links an admin makes at once one works", async () => {
  const make = () => makeResetLink({ actor: admin, memberId: ben.id, now: NOW });
  await Promise.all([make(), make()]);
  expect(await db.entryLink.count({ where: { endedAt: null } })).toBe(1);
});

test.each(ROLES.filter((role) => role !== "admin"))("a %s makes no link for anybody", async (role) => {
  const actor = await makeMember({ role });
  expect(await reasonOf(makeResetLink({ actor, memberId: ben.id, now: NOW }))).toBe("not_allowed");
});
