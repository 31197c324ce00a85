import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, ROLES } from "#lib/auth/policy.ts";
import { findActor, SESSION_LIFETIME } from "#lib/auth/session-rows.ts";
import { db } from "#lib/db/client.ts";
import { GUESSES } from "#lib/guarding/guesses.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import {
  addMember,
  disableMember,
  editAccount,
  editMember,
  editNewsroom,
  enableMember,
  endSession,
  openSession,
  purgeExpiredSessions,
  setUpNewsroom,
  signIn,
} from "./commands.ts";
import { getMemberLocale, getNewsroom, listDemoMembers, listMembers } from "./queries.ts";

const NOW = new Date("2026-11-20T09:30:00Z");
const LATER = new Date(NOW.getTime() + 60_000);
const PASSWORD = "four words in a row";
const FIRST = {
  newsroomName: "The Daily Check",
  timeZone: "Europe/Brussels",
  locale: "en-GB" as const,
  name: "Ada Admin",
  email: "ada@desk.example",
  password: PASSWORD,
};

let admin: Actor;

beforeEach(async () => {
  await resetDb();
  admin = await setUpNewsroom(FIRST);
});

/** A second member; `role` is theirs. */
async function join(role: Actor["role"], email = `${role}@desk.example`): Promise<Actor> {
  const name = `Some ${role}`;
  const { id } = await addMember({ actor: admin, name, email, role, password: PASSWORD });
  return { id, name, role };
}

type Where = { sender?: string; browserId?: string | null; now?: Date };
const enter = async (email: string, password = PASSWORD, where: Where = {}) => {
  const signed = await signIn({
    email,
    password,
    sender: "192.0.2.1",
    browserId: null,
    userAgent: "Browser 1.0",
    now: NOW,
    ...where,
  });
  if ("halfIn" in signed) throw new Error("A code is asked for");
  return signed;
};

const versionOf = async (id: string) => (await db.member.findUniqueOrThrow({ where: { id } })).version;
const edit = async (actor: Actor, member: Actor, role: Actor["role"], version?: number) =>
  editMember({
    actor,
    memberId: member.id,
    name: member.name,
    role,
    version: version ?? (await versionOf(member.id)),
  });

const actions = async () =>
  (await db.auditEvent.findMany({ orderBy: { seq: "asc" }, select: { action: true } })).map(
    ({ action }) => action,
  );

describe("setting up", () => {
  test("makes the newsroom, its scale and the first admin, and tells the history", async () => {
    expect(admin).toMatchObject({ name: "Ada Admin", role: "admin" });
    expect(await getNewsroom()).toMatchObject({
      name: "The Daily Check",
      timeZone: "Europe/Brussels",
      isDemo: false,
    });
    expect(await db.rating.count()).toBe(6);
    expect(await actions()).toEqual(["newsroom.set_up"]);
  });

  test("is over once there is a member", async () => {
    await expect(setUpNewsroom({ ...FIRST, email: "eve@desk.example" })).rejects.toMatchObject({
      reason: "setup_done",
    });
    expect(await db.member.count()).toBe(1);
  });

  test("of three first visitors at once, one becomes the admin and the others are told", async () => {
    await resetDb();
    const results = await allAtOnce([
      () => setUpNewsroom(FIRST),
      () => setUpNewsroom({ ...FIRST, email: "eve@desk.example", newsroomName: "The Other" }),
      () => setUpNewsroom({ ...FIRST, email: "mal@desk.example", newsroomName: "The Third" }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason.reason] : []));
    expect(refused).toEqual(["setup_done", "setup_done"]);
    expect([await db.member.count(), await db.scale.count(), await db.newsroom.count()]).toEqual([1, 1, 1]);
  });

  /** Lets all of them get as far as they can while nobody may write the newsroom, then lets go. */
  async function allAtOnce(visitors: (() => Promise<Actor>)[]): Promise<PromiseSettledResult<Actor>[]> {
    let results: Promise<PromiseSettledResult<Actor>[]> = Promise.resolve([]);
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE newsroom IN EXCLUSIVE MODE`;
      results = Promise.allSettled(visitors.map((visit) => visit()));
      while ((await waiting()) < visitors.length);
    });
    return results;
  }

  async function waiting(): Promise<number> {
    const [row] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return row?.count ?? 0;
  }
});

describe("signing in", () => {
  test("opens a session that belongs to the member and lasts thirty days", async () => {
    const session = await enter("ada@desk.example");
    expect(session.expiresAt).toEqual(new Date("2026-12-20T09:30:00Z"));
    expect(await findActor({ sessionId: session.id, now: LATER })).toEqual(admin);
    expect(await findActor({ sessionId: session.id, now: session.expiresAt })).toBeNull();
    expect(await db.session.findUniqueOrThrow({ where: { id: session.id } })).toMatchObject({
      userAgent: "Browser 1.0",
      createdAt: NOW,
    });
    expect(await actions()).toEqual(["newsroom.set_up", "member.signed_in"]);
  });

  test.each([
    ["a wrong password", "ada@desk.example", "four words in a raw"],
    ["an unknown address", "nobody@desk.example", PASSWORD],
  ])("refuses %s in the same words and opens nothing", async (_, email, password) => {
    await expect(enter(email, password)).rejects.toMatchObject({ reason: "wrong_email_or_password" });
    expect(await db.session.count()).toBe(0);
  });

  test("takes the same password for ever: none is asked to be changed", async () => {
    const now = new Date(NOW.getTime() + 10 * 365 * 86_400_000);
    expect(await enter("ada@desk.example", PASSWORD, { now })).toMatchObject({ member: { id: admin.id } });
  });

  test("tells a disabled member so only after the right password", async () => {
    const reporter = await join("reporter");
    await disableMember({ actor: admin, memberId: reporter.id, now: NOW });
    await expect(enter("reporter@desk.example")).rejects.toMatchObject({ reason: "member_disabled" });
    await expect(enter("reporter@desk.example", "something else")).rejects.toMatchObject({
      reason: "wrong_email_or_password",
    });
    expect(await db.session.count()).toBe(0);
  });
});

describe("guessing passwords", () => {
  const { account, sender, browser } = GUESSES;
  const over = new Date(NOW.getTime() + account.milliseconds);
  const from = (number: number) => `192.0.2.${number}`;
  const guess = (email: string, where: Where = {}) => outcome(enter(email, "a wrong guess", where));
  const outcome = (attempt: Promise<unknown>) =>
    attempt.then(
      () => "in",
      ({ reason }: { reason: string }) => reason,
    );
  const count = (outcomes: readonly string[], of: string) => outcomes.filter((one) => one === of).length;

  test.each(["ada@desk.example", "nobody@desk.example"])(
    "of many at once from many addresses no more are looked at than the limit of %s says",
    async (email) => {
      const guesses = await Promise.all(
        Array.from({ length: 40 }, (_, at) => guess(email, { sender: from(at) })),
      );
      expect(count(guesses, "wrong_email_or_password")).toBe(account.most);
      expect(count(guesses, "too_many_guesses")).toBe(40 - account.most);
      expect(await outcome(enter("ada@desk.example", PASSWORD, { sender: from(99) }))).toBe(
        email === "ada@desk.example" ? "too_many_guesses" : "in",
      );
    },
  );

  test("one sender has a limit over all accounts, and IPv6 addresses of one connection are one sender", async () => {
    const guesses: string[] = [];
    for (let at = 0; at < 40; at += 1) {
      guesses.push(await guess(`member-${at}@desk.example`, { sender: `2001:db8::${at}` }));
    }
    expect(count(guesses, "wrong_email_or_password")).toBe(sender.most);
    expect(await guess("more@desk.example", { sender: "2001:db8:0:1::1" })).toBe("wrong_email_or_password");
  });

  test("a browser that has signed in before is not kept out by strangers, and has a limit of its own", async () => {
    for (let at = 0; at < 12; at += 1) await guess("ada@desk.example");
    const mine = { browserId: "one" };
    expect(await outcome(enter("ada@desk.example", PASSWORD, mine))).toBe("in");
    const guesses: string[] = [];
    for (let at = 0; at < 12; at += 1) guesses.push(await guess("ada@desk.example", mine));
    expect(count(guesses, "wrong_email_or_password")).toBe(browser.most);
    expect(await outcome(enter("ada@desk.example", PASSWORD, { browserId: "two" }))).toBe("in");
  });

  test("keeps nobody out once the window is over", async () => {
    for (let at = 0; at < 12; at += 1) await guess("ada@desk.example");
    const before = new Date(over.getTime() - 1);
    expect(await outcome(enter("ada@desk.example", PASSWORD, { now: before }))).toBe("too_many_guesses");
    expect(await outcome(enter("ada@desk.example", PASSWORD, { now: over }))).toBe("in");
  });

  test("right ones use nothing up, and give nobody more wrong ones", async () => {
    const outcomes: string[] = [];
    for (let at = 0; at < sender.most + 5; at += 1) outcomes.push(await outcome(enter("ada@desk.example")));
    expect(count(outcomes, "in")).toBe(sender.most + 5);
    const guesses: string[] = [];
    for (let at = 0; at < account.most + 2; at += 1) {
      guesses.push(await guess("ada@desk.example"));
      if (at === 4) await enter("ada@desk.example");
    }
    expect(count(guesses, "wrong_email_or_password")).toBe(account.most);
  });
});

describe("a session", () => {
  test("counts until its last moment and not after it", async () => {
    const { id, expiresAt } = await enter("ada@desk.example");
    expect(await findActor({ sessionId: id, now: new Date(expiresAt.getTime() - 1) })).not.toBeNull();
    expect(await findActor({ sessionId: id, now: expiresAt })).toBeNull();
  });

  test("is nobody's when there is no such session", async () => {
    expect(await findActor({ sessionId: "0199f000-0000-7000-8000-000000000000", now: NOW })).toBeNull();
  });

  test("ends with signing out, once, and no other session with it", async () => {
    const [here, elsewhere] = [await enter("ada@desk.example"), await enter("ada@desk.example")];
    await endSession({ sessionId: here.id, now: LATER });
    await endSession({ sessionId: here.id, now: LATER });
    expect(await findActor({ sessionId: here.id, now: LATER })).toBeNull();
    expect(await findActor({ sessionId: elsewhere.id, now: LATER })).toEqual(admin);
    expect((await actions()).filter((action) => action === "member.signed_out")).toHaveLength(1);
  });

  test("ends in the middle of the work when the member is disabled, and stays ended when they come back", async () => {
    const reporter = await join("reporter");
    const { id } = await enter("reporter@desk.example");
    expect(await findActor({ sessionId: id, now: LATER })).toEqual(reporter);
    await disableMember({ actor: admin, memberId: reporter.id, now: LATER });
    expect(await findActor({ sessionId: id, now: LATER })).toBeNull();
    await enableMember({ actor: admin, memberId: reporter.id, now: LATER });
    expect(await findActor({ sessionId: id, now: LATER })).toBeNull();
    expect(await enter("reporter@desk.example")).toMatchObject({ id: expect.any(String) });
  });

  test("left behind by a sign-in that crossed with the disabling counts neither before nor after the return", async () => {
    const reporter = await join("reporter");
    await disableMember({ actor: admin, memberId: reporter.id, now: NOW });
    const { id } = await openSession({ actor: reporter, by: "password", userAgent: null, now: NOW });
    expect(await findActor({ sessionId: id, now: LATER })).toBeNull();
    await enableMember({ actor: admin, memberId: reporter.id, now: LATER });
    expect(await findActor({ sessionId: id, now: LATER })).toBeNull();
  });

  test("gives today's name and role, not those of the sign-in", async () => {
    const reporter = await join("reporter");
    const { id } = await enter("reporter@desk.example");
    await edit(admin, { ...reporter, name: "Renamed" }, "editor");
    expect(await findActor({ sessionId: id, now: LATER })).toEqual({
      ...reporter,
      name: "Renamed",
      role: "editor",
    });
  });

  test("notes when it was last seen, every few minutes only", async () => {
    const { id } = await enter("ada@desk.example");
    const seenAt = async () => (await db.session.findUniqueOrThrow({ where: { id } })).lastSeenAt;
    await findActor({ sessionId: id, now: LATER });
    expect(await seenAt()).toEqual(NOW);
    const muchLater = new Date(NOW.getTime() + 6 * 60_000);
    await findActor({ sessionId: id, now: muchLater });
    expect(await seenAt()).toEqual(muchLater);
  });

  test("is deleted when it is too old, and only then", async () => {
    const { id } = await enter("ada@desk.example");
    const end = new Date(NOW.getTime() + SESSION_LIFETIME);
    const young = await openSession({ actor: admin, by: "password", userAgent: null, now: LATER });
    expect(await purgeExpiredSessions({ now: new Date(end.getTime() - 1) })).toBe(0);
    expect(await purgeExpiredSessions({ now: end })).toBe(1);
    expect(await db.session.findMany({ select: { id: true } })).toEqual([{ id: young.id }]);
    expect(id).not.toBe(young.id);
  });
});

describe("members", () => {
  test("are listed by name, page by page, with when they were last seen", async () => {
    await join("reporter");
    await enter("reporter@desk.example");
    const first = await listMembers({ take: 1 });
    expect(first.items.map(({ name, lastSeenAt }) => [name, lastSeenAt])).toEqual([["Ada Admin", null]]);
    const second = await listMembers({ take: 1, cursor: first.next ?? "" });
    expect(second.items.map(({ name, lastSeenAt }) => [name, lastSeenAt])).toEqual([["Some reporter", NOW]]);
    expect(second.next).toBeNull();
  });

  test("of the demo are those of its own addresses who can sign in", async () => {
    const demo = await join("reporter", "reporter@demo.example");
    const gone = await join("editor", "editor@demo.example");
    await disableMember({ actor: admin, memberId: gone.id, now: NOW });
    expect((await listDemoMembers()).map(({ name }) => name)).toEqual([demo.name]);
  });

  test("have one account per address", async () => {
    await join("reporter");
    const twice = join("editor", "reporter@desk.example");
    await expect(twice).rejects.toMatchObject({ reason: "email_taken", field: "email" });
  });

  test("change by the version that was seen", async () => {
    const reporter = await join("reporter");
    await edit(admin, reporter, "reviewer", 1);
    await expect(edit(admin, reporter, "editor", 1)).rejects.toMatchObject({ reason: "stale_version" });
    expect((await db.member.findUniqueOrThrow({ where: { id: reporter.id } })).role).toBe("reviewer");
  });

  test("cannot be switched off twice, nor on", async () => {
    const reporter = await join("reporter");
    const command = { actor: admin, memberId: reporter.id, now: NOW };
    await expect(enableMember(command)).rejects.toMatchObject({ reason: "already_changed" });
    await disableMember(command);
    await expect(disableMember(command)).rejects.toMatchObject({ reason: "already_changed" });
  });

  test("who do not exist are not found", async () => {
    const nobody = { id: "0199f000-0000-7000-8000-000000000000", name: "Nobody", role: "editor" } as const;
    await expect(edit(admin, nobody, "editor", 1)).rejects.toMatchObject({ reason: "not_found" });
    const command = { actor: admin, memberId: nobody.id, now: NOW };
    await expect(disableMember(command)).rejects.toMatchObject({ reason: "not_found" });
    await expect(enableMember(command)).rejects.toMatchObject({ reason: "not_found" });
  });

  test("leave a trace of every change", async () => {
    const reporter = await join("reporter");
    await edit(admin, reporter, "editor");
    await disableMember({ actor: admin, memberId: reporter.id, now: NOW });
    await enableMember({ actor: admin, memberId: reporter.id, now: NOW });
    const events = await db.auditEvent.findMany({
      where: { subjectId: reporter.id },
      orderBy: { seq: "asc" },
    });
    expect(events.map(({ action, actorName, data }) => [action, actorName, data])).toEqual([
      [
        "member.added",
        "Ada Admin",
        { name: "Some reporter", email: "reporter@desk.example", role: "reporter" },
      ],
      [
        "member.edited",
        "Ada Admin",
        { name: "Some reporter", changes: { role: { from: "reporter", to: "editor" } } },
      ],
      ["member.disabled", "Ada Admin", { name: "Some reporter" }],
      ["member.enabled", "Ada Admin", { name: "Some reporter" }],
    ]);
  });
});

test("saving a member as they are does nothing", async () => {
  const reporter = await join("reporter");
  await edit(admin, reporter, "reporter");
  expect(await versionOf(reporter.id)).toBe(1);
  expect(await actions()).not.toContain("member.edited");
  await expect(edit(admin, reporter, "reporter", 2)).rejects.toMatchObject({ reason: "stale_version" });
});

describe("the last admin", () => {
  test("keeps the role and the account", async () => {
    const second = await join("admin");
    await expect(disableMember({ actor: admin, memberId: admin.id, now: NOW })).rejects.toMatchObject({
      reason: "own_account",
    });
    await disableMember({ actor: admin, memberId: second.id, now: NOW });
    await expect(edit(admin, admin, "editor")).rejects.toMatchObject({ reason: "last_admin" });
    await expect(disableMember({ actor: second, memberId: admin.id, now: NOW })).rejects.toMatchObject({
      reason: "last_admin",
    });
    await edit(admin, { ...admin, name: "Ada Anew" }, "admin");
  });

  test("an admin who is not the last may step back", async () => {
    await join("admin");
    await edit(admin, admin, "editor");
    expect((await db.member.findUniqueOrThrow({ where: { id: admin.id } })).role).toBe("editor");
  });

  test.each([
    ["demote", (actor: Actor, other: Actor) => edit(actor, other, "editor", 1)],
    ["disable", (actor: Actor, other: Actor) => disableMember({ actor, memberId: other.id, now: NOW })],
  ])("of two admins who %s each other at once, one stays admin", async (_, remove) => {
    const second = await join("admin");
    const results = await Promise.allSettled([remove(admin, second), remove(second, admin)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")?.reason).toMatchObject({
      reason: "last_admin",
    });
    expect(await db.member.count({ where: { role: "admin", disabledAt: null } })).toBe(1);
  });
});

describe("the newsroom's settings", () => {
  const SETTINGS = {
    name: "Renamed",
    timeZone: "UTC",
    locale: "fr" as const,
    readerLanguages: ["ar" as const],
    opinionsRequired: 3,
    minSources: 2,
    leaseMinutes: 30,
    assignmentHours: 48,
    contactDays: 30,
  };

  test("saved as they are stay as they are", async () => {
    const before = await getNewsroom();
    if (!before) throw new Error("there is no newsroom");
    const { scaleId: _, isDemo: __, version, ...settings } = before;
    const same = { ...settings, locale: FIRST.locale, readerLanguages: [] };
    await editNewsroom({ actor: admin, version, ...same });
    expect(await getNewsroom()).toEqual(before);
    expect(await actions()).not.toContain("newsroom.edited");
    await expect(editNewsroom({ actor: admin, version: version + 1, ...same })).rejects.toMatchObject({
      reason: "stale_version",
    });
  });

  test("change by the version that was seen, and the history says what", async () => {
    await editNewsroom({ actor: admin, version: 1, ...SETTINGS });
    expect(await getNewsroom()).toMatchObject({ ...SETTINGS, version: 2 });
    const event = await db.auditEvent.findFirstOrThrow({ where: { action: "newsroom.edited" } });
    expect(event.data).toMatchObject({ changes: { opinionsRequired: { from: 2, to: 3 } } });
    await expect(editNewsroom({ actor: admin, version: 1, ...SETTINGS })).rejects.toMatchObject({
      reason: "stale_version",
    });
  });
});

test("a member's own language is theirs alone, and can be left to the newsroom again", async () => {
  const ben = await join("reviewer");
  expect(await getMemberLocale(ben.id)).toBeNull();
  await editAccount({ actor: ben, locale: "ar" });
  await editAccount({ actor: ben, locale: "fr" });
  expect(await getMemberLocale(ben.id)).toBe("fr");
  expect(await getMemberLocale(admin.id)).toBeNull();
  await editAccount({ actor: ben, locale: null });
  expect(await getMemberLocale(ben.id)).toBeNull();
});

describe.each(ROLES.filter((role) => role !== "admin"))("a %s", (role) => {
  const newsroom = {
    version: 1,
    name: "X",
    timeZone: "UTC",
    locale: "en-GB" as const,
    readerLanguages: [],
    opinionsRequired: 1,
    minSources: 0,
    leaseMinutes: 5,
    assignmentHours: 1,
    contactDays: 30,
  };

  test.each<[string, (actor: Actor) => Promise<unknown>]>([
    [
      "add a member",
      (actor) => addMember({ actor, name: "X", email: "x@desk.example", role: "admin", password: PASSWORD }),
    ],
    ["become an admin", (actor) => edit(actor, actor, "admin")],
    ["disable an admin", (actor) => disableMember({ actor, memberId: admin.id, now: NOW })],
    ["enable a member", (actor) => enableMember({ actor, memberId: admin.id, now: NOW })],
    ["change the settings", (actor) => editNewsroom({ actor, ...newsroom })],
  ])("cannot %s", async (_, attempt) => {
    const actor = await join(role);
    await expect(attempt(actor)).rejects.toMatchObject({ reason: "not_allowed" });
  });
});
