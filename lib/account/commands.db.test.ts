import { beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "#lib/auth/passwords.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { findActor } from "#lib/auth/session-rows.ts";
import { db } from "#lib/db/client.ts";
import { makeResetLink } from "#lib/entry-links/commands.ts";
import { openSession, signIn } from "#lib/members/commands.ts";
import { NOBODY } from "#lib/testing/action-fields.ts";
import { makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { changePassword, editProfile, endOtherSessions, endOwnSession } from "./commands.ts";
import { getProfile, listIntroduced, listSessions } from "./queries.ts";

const NOW = new Date("2026-11-20T09:30:00Z");
const PASSWORD = "four words in a row";
const NEXT = "other words in a row";

let actor: Actor;
let other: Actor;

beforeEach(async () => {
  await resetDb();
  const passwordHash = await hashPassword(PASSWORD);
  actor = await makeMember({ email: "ada@desk.example", passwordHash });
  other = await makeMember();
});

const enter = async (who: Actor = actor, now = NOW) =>
  (await openSession({ actor: who, by: "password", userAgent: null, now })).id;
const counts = async (sessionId: string) => (await findActor({ sessionId, now: NOW })) !== null;
const told = () =>
  db.auditEvent.findMany({
    where: { action: { in: ["member.sessions_ended", "member.password_changed"] } },
    select: { action: true, subjectId: true, data: true },
  });

describe("sessions", () => {
  test("that count are listed, the last used first, and nobody else's", async () => {
    const first = await enter();
    const second = await enter(actor, new Date(NOW.getTime() + 1000));
    const ended = await enter();
    await enter(other);
    await enter(actor, new Date("2026-10-01T00:00:00Z"));
    await endOwnSession({ actor, sessionId: ended, now: NOW });
    const rows = await listSessions({ memberId: actor.id, now: new Date(NOW.getTime() + 1000) });
    expect(rows.map(({ id }) => id)).toEqual([second, first]);
  });

  test("are ended one by one, once, and by nobody else", async () => {
    const [here, there] = [await enter(), await enter()];
    await endOwnSession({ actor, sessionId: there, now: NOW });
    expect([await counts(here), await counts(there)]).toEqual([true, false]);
    const again = endOwnSession({ actor, sessionId: there, now: NOW });
    await expect(again).rejects.toMatchObject({ reason: "not_found" });
    const foreign = endOwnSession({ actor: other, sessionId: here, now: NOW });
    await expect(foreign).rejects.toMatchObject({ reason: "not_found" });
    expect(await counts(here)).toBe(true);
    expect(await told()).toEqual([
      { action: "member.sessions_ended", subjectId: actor.id, data: { count: 1 } },
    ]);
  });

  test("are ended all but the one that asks, and none of another member's", async () => {
    const [here, foreign] = [await enter(), await enter(other)];
    const there = [await enter(), await enter()];
    expect(await endOtherSessions({ actor, sessionId: here, now: NOW })).toEqual({ count: 2 });
    expect(await Promise.all([here, foreign, ...there].map(counts))).toEqual([true, true, false, false]);
    expect(await endOtherSessions({ actor, sessionId: here, now: NOW })).toEqual({ count: 0 });
    expect(await told()).toHaveLength(1);
  });
});

describe("the password", () => {
  const change = (password: string, newPassword: string, sessionId = NOBODY) =>
    changePassword({ actor, sessionId, password, newPassword, now: NOW });
  const signInWith = (password: string) =>
    signIn({
      email: "ada@desk.example",
      password,
      sender: "192.0.2.1",
      browserId: null,
      userAgent: null,
      now: NOW,
    });

  test("changes by the present one, and signs out everywhere else", async () => {
    const [here, there] = [await enter(), await enter()];
    await change(PASSWORD, NEXT, here);
    expect([await counts(here), await counts(there)]).toEqual([true, false]);
    await expect(signInWith(PASSWORD)).rejects.toMatchObject({ reason: "wrong_email_or_password" });
    await expect(signInWith(NEXT)).resolves.toMatchObject({ member: { id: actor.id } });
    expect(await told()).toEqual([{ action: "member.password_changed", subjectId: actor.id, data: {} }]);
  });

  test("changed, ends the links that would let somebody choose another", async () => {
    const admin = await makeMember({ role: "admin" });
    await makeResetLink({ actor: admin, memberId: actor.id, now: NOW });
    await makeResetLink({ actor: admin, memberId: other.id, now: NOW });
    await change(PASSWORD, NEXT);
    const open = await db.entryLink.findMany({ where: { endedAt: null }, select: { memberId: true } });
    expect(open).toEqual([{ memberId: other.id }]);
  });

  test("stays as it is, and sessions too, where the present one is wrong", async () => {
    const there = await enter();
    await expect(change("some other words", NEXT)).rejects.toMatchObject({
      reason: "wrong_password",
      field: "password",
    });
    expect(await counts(there)).toBe(true);
    await expect(signInWith(PASSWORD)).resolves.toBeDefined();
    expect(await told()).toEqual([]);
  });

  test("is not guessed in a browser that was left open", async () => {
    for (let at = 0; at < 10; at += 1) await change(`guess ${at}`, NEXT).catch(() => null);
    await expect(change(PASSWORD, NEXT)).rejects.toMatchObject({ reason: "too_many_guesses" });
    const later = new Date(NOW.getTime() + 15 * 60_000);
    const again = { actor, sessionId: NOBODY, password: PASSWORD, newPassword: NEXT, now: later };
    await expect(changePassword(again)).resolves.toBeUndefined();
  });

  test("of two changes at once only one is made", async () => {
    const results = await Promise.allSettled([
      change(PASSWORD, NEXT),
      change(PASSWORD, "third words in a row"),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await told()).toHaveLength(1);
  });
});

describe("what others see of a member", () => {
  const edit = (name: string, bio: string | null, version = 1) => editProfile({ actor, name, bio, version });

  test("is theirs to change, and its words are not kept in the history", async () => {
    await edit("Ada Lovelace", "Covers figures.");
    expect(await getProfile(actor.id)).toMatchObject({
      name: "Ada Lovelace",
      bio: "Covers figures.",
      version: 2,
    });
    await edit("Ada Lovelace", "Covers figures.", 2);
    const events = await db.auditEvent.findMany({ where: { action: "member.profile_edited" } });
    expect(events.map(({ data }) => data)).toEqual([
      { changes: { name: { from: actor.name, to: "Ada Lovelace" } }, bioChanged: true },
    ]);
  });

  test("of two saves of the same version only one is kept", async () => {
    const saves = await Promise.allSettled([edit("One", null), edit("Two", null)]);
    const refused = saves.flatMap((it) => (it.status === "rejected" ? [it.reason.reason] : []));
    expect(refused).toEqual(["stale_version"]);
  });

  test("is told to readers while they have something to say and can sign in", async () => {
    await edit("Ada", "Covers figures.");
    await editProfile({ actor: other, name: "Ben", bio: null, version: 1 });
    expect(await listIntroduced()).toEqual([{ name: "Ada", bio: "Covers figures." }]);
    await db.member.update({ where: { id: actor.id }, data: { disabledAt: NOW } });
    expect(await listIntroduced()).toEqual([]);
  });
});
