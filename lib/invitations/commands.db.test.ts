import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, ROLES } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { keyOf } from "#lib/guarding/link-keys.ts";
import { addMember, disableMember, enableMember, signIn } from "#lib/members/commands.ts";
import { makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import {
  acceptInvitation,
  inviteMember,
  purgeInvitations,
  renewInvitation,
  withdrawInvitation,
} from "./commands.ts";
import { listOpenInvitations } from "./queries.ts";
import { OPEN_FOR } from "./rules.ts";

const NOW = new Date("2026-11-20T09:30:00Z");
const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);
const EMAIL = "new@desk.example";
const CHOSEN = { name: "Nia New", password: "four words in a row" };

let admin: Actor;

beforeEach(async () => {
  await resetDb();
  admin = await makeMember({ role: "admin", name: "Ada Admin" });
});

const invite = (email = EMAIL) => inviteMember({ actor: admin, email, role: "reviewer", now: NOW });
async function keyFor(id: string): Promise<string> {
  const { expiresAt } = await db.invitation.findUniqueOrThrow({ where: { id } });
  return keyOf({ kind: "invitation", id, expiresAt });
}
const accept = (linkKey: string, now = later(1)) => acceptInvitation({ linkKey, ...CHOSEN, now });
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { reason?: string }) => error.reason,
  );

test("whoever is invited becomes a member with the role they were invited for, and can sign in", async () => {
  const { id } = await invite();
  const { actor, email } = await accept(await keyFor(id));
  expect([actor.name, actor.role, email]).toEqual(["Nia New", "reviewer", EMAIL]);
  const session = await signIn({
    email: EMAIL,
    password: CHOSEN.password,
    sender: "192.0.2.1",
    browserId: null,
    userAgent: null,
    now: NOW,
  });
  expect(session).toMatchObject({ member: { id: actor.id } });
  expect(await listOpenInvitations()).toEqual([]);
  const events = await db.auditEvent.findMany({ orderBy: { seq: "asc" } });
  const named = { email: EMAIL, role: "reviewer" };
  expect(events.slice(0, 2).map(({ actorName, action, data }) => [actorName, action, data])).toEqual([
    ["Ada Admin", "invitation.made", named],
    [
      "Nia New",
      "invitation.accepted",
      { ...named, name: "Nia New", invitedBy: "Ada Admin", invitedById: expect.any(String) },
    ],
  ]);
});

describe("a link", () => {
  test("lets in one of two who use it at once, and nobody after", async () => {
    const key = await keyFor((await invite()).id);
    const outcomes = await Promise.all([reasonOf(accept(key)), reasonOf(accept(key))]);
    expect(outcomes.toSorted()).toEqual(["done", "link_used"]);
    expect(await reasonOf(accept(key))).toBe("link_used");
    expect(await db.member.count({ where: { email: EMAIL } })).toBe(1);
  });

  test("is open for a week", async () => {
    const key = await keyFor((await invite()).id);
    expect(await reasonOf(accept(key, later(OPEN_FOR)))).toBe("link_expired");
    expect(await reasonOf(accept(key, later(OPEN_FOR - 1)))).toBe("done");
  });

  test("is worthless once it is withdrawn, or another was made", async () => {
    const { id } = await invite();
    const before = await keyFor(id);
    await renewInvitation({ actor: admin, invitationId: id, now: later(1) });
    expect(await reasonOf(accept(before))).toBe("link_unknown");
    const renewed = await keyFor(id);
    await withdrawInvitation({ actor: admin, invitationId: id, now: later(2) });
    expect(await reasonOf(accept(renewed))).toBe("link_withdrawn");
    expect(await reasonOf(renewInvitation({ actor: admin, invitationId: id, now: later(3) }))).toBe(
      "already_changed",
    );
    expect(await reasonOf(withdrawInvitation({ actor: admin, invitationId: id, now: later(3) }))).toBe(
      "already_changed",
    );
  });

  test("of an admin who was switched off lets nobody in, until another admin renews it", async () => {
    const other = await makeMember({ role: "admin" });
    const { id } = await invite();
    const key = await keyFor(id);
    await disableMember({ actor: other, memberId: admin.id, now: NOW });
    expect(await reasonOf(accept(key))).toBe("link_withdrawn");
    await renewInvitation({ actor: other, invitationId: id, now: later(1) });
    expect(await reasonOf(accept(await keyFor(id)))).toBe("done");
    await enableMember({ actor: other, memberId: admin.id, now: NOW });
  });

  test.each(["", "x", "A".repeat(65), "\0"])("that says %j is none", async (key) => {
    await invite();
    expect(await reasonOf(accept(key))).toBe("link_unknown");
  });

  test("cannot be used by whoever withdraws it at the same time", async () => {
    const { id } = await invite();
    const key = await keyFor(id);
    const outcomes = await Promise.all([
      reasonOf(accept(key)),
      reasonOf(withdrawInvitation({ actor: admin, invitationId: id, now: later(1) })),
    ]);
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
  });
});

test("one address has one open invitation, and members have none", async () => {
  const outcomes = await Promise.all([reasonOf(invite()), reasonOf(invite())]);
  expect(outcomes.toSorted()).toEqual(["done", "invited_already"]);
  await addMember({
    actor: null,
    name: "Ben",
    email: "ben@desk.example",
    role: "reporter",
    password: CHOSEN.password,
  });
  expect(await reasonOf(invite("ben@desk.example"))).toBe("email_taken");
  await addMember({ actor: null, name: "Nia", email: EMAIL, role: "reporter", password: CHOSEN.password });
  const [open] = await listOpenInvitations();
  expect(await reasonOf(accept(await keyFor(open?.id ?? "")))).toBe("link_used");
});

test("what lies about for a month after its end is forgotten", async () => {
  await invite();
  const month = 30 * 24 * 3_600_000;
  expect(await purgeInvitations({ now: later(OPEN_FOR + month - 1) })).toBe(0);
  expect(await purgeInvitations({ now: later(OPEN_FOR + month) })).toBe(1);
});

describe.each(ROLES.filter((role) => role !== "admin"))("a %s", (role) => {
  test("neither invites, nor renews, nor withdraws", async () => {
    const actor = await makeMember({ role });
    const { id } = await invite();
    for (const attempt of [
      inviteMember({ actor, email: "x@desk.example", role: "admin", now: NOW }),
      renewInvitation({ actor, invitationId: id, now: NOW }),
      withdrawInvitation({ actor, invitationId: id, now: NOW }),
    ]) {
      expect(await reasonOf(attempt)).toBe("not_allowed");
    }
  });
});
