import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { changeShortcut, resetShortcuts, switchShortcuts } from "./commands.ts";
import { getShortcutSettings } from "./queries.ts";
import type { CommandId } from "./values.ts";

let actor: Actor;
beforeEach(async () => {
  await resetDb();
  actor = await makeMember();
});

const give = (command: CommandId, key: string | null, swap = false) =>
  changeShortcut({ actor, command, key, swap });
const kept = () => getShortcutSettings(actor.id);

test("are the defaults until a member decides anything", async () => {
  expect(await kept()).toEqual({ isOff: false, keys: {} });
  expect(await db.memberSettings.count()).toBe(0);
});

test("a key is given, swapped, taken away and given back, for this member alone", async () => {
  await give("claim.next", "x");
  await give("claim.edit", "k", true);
  await give("claim.create", null);
  expect(await kept()).toEqual({
    isOff: false,
    keys: { "claim.next": "x", "claim.edit": "k", "claim.previous": "e", "claim.create": null },
  });
  expect(await getShortcutSettings((await makeMember()).id)).toEqual({ isOff: false, keys: {} });
  await resetShortcuts({ actor, command: "claim.create" });
  expect((await kept()).keys["claim.create"]).toBeUndefined();
  await resetShortcuts({ actor, command: undefined });
  expect(await kept()).toEqual({ isOff: false, keys: {} });
});

test("a key that is taken is refused, and nothing is changed", async () => {
  await expect(give("claim.next", "k")).rejects.toMatchObject({
    reason: "shortcut_taken",
    values: { key: "K", command: "claim.previous" },
  });
  expect(await kept()).toEqual({ isOff: false, keys: {} });
});

test("switching off keeps the keys", async () => {
  await give("claim.next", "x");
  expect(await switchShortcuts({ actor, isOff: true })).toEqual({ isOff: true, keys: { "claim.next": "x" } });
  await switchShortcuts({ actor, isOff: false });
  expect(await kept()).toEqual({ isOff: false, keys: { "claim.next": "x" } });
});

test("of saves at once from several windows, none is lost", async () => {
  await Promise.all([
    give("claim.next", "x"),
    give("claim.previous", "y"),
    switchShortcuts({ actor, isOff: true }),
    give("queue.take", "z"),
  ]);
  expect(await kept()).toEqual({
    isOff: true,
    keys: { "claim.next": "x", "claim.previous": "y", "queue.take": "z" },
  });
});

test("of two who want the same key at once, one gets it and the other is told", async () => {
  const results = await Promise.allSettled([give("claim.next", "x"), give("claim.previous", "x")]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(Object.values((await kept()).keys)).toEqual(["x"]);
});

test("the keys one likes are no part of the history", async () => {
  await give("claim.next", "x");
  expect(await db.auditEvent.count()).toBe(0);
});
