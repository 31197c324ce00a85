import { beforeEach, expect, test } from "vitest";
import { hashPassword } from "#lib/auth/passwords.ts";
import { db } from "#lib/db/client.ts";
import { disableMember, editMember, enableMember } from "#lib/members/commands.ts";
import { getMember } from "#lib/members/queries.ts";
import { makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { createToken, makeOwnToken, recogniseToken, revokeToken } from "./commands.ts";
import { listTokens } from "./queries.ts";
import { createTokenInput } from "./schema.ts";
import { TOKEN_LIMITS } from "./values.ts";

beforeEach(resetDb);

const NOW = new Date("2026-03-02T12:00:00Z");
const DAY = 86_400_000;
const input = (change: object = {}) =>
  createTokenInput.parse({ name: "ci", scopes: ["all"], days: 30, ...change });
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { reason?: string }) => error.reason,
  );

test("a token is told once, kept as a hash, and says whose it is as they are now", async () => {
  const [member, admin] = await Promise.all([
    makeMember({ role: "editor" }),
    makeMember({ role: "admin" }),
    makeMember({ role: "admin" }),
  ]);
  const made = await createToken({ actor: member, memberId: member.id, now: NOW, ...input() });
  expect(made.token).toMatch(/^pm_[\w-]{43}$/);
  expect(made.expiresAt).toEqual(new Date(NOW.getTime() + 30 * DAY));
  const kept =
    JSON.stringify(await db.apiToken.findMany()) +
    JSON.stringify(await db.auditEvent.findMany({ omit: { seq: true } }));
  expect(kept).not.toContain(made.token);
  expect(await recogniseToken({ token: made.token, now: NOW })).toEqual({
    tokenId: made.id,
    actor: { ...member, token: { id: made.id, name: "ci" } },
    scopes: ["all"],
  });

  const { version, name } = (await getMember(member.id)) ?? { version: 0, name: "" };
  await editMember({ actor: admin, memberId: member.id, version, name, role: "reporter" });
  expect(await recogniseToken({ token: made.token, now: NOW })).toMatchObject({
    actor: { role: "reporter" },
  });
});

test("what is unknown, revoked, expired or of a disabled member is refused at the next request", async () => {
  const [member, admin] = await Promise.all([makeMember(), makeMember({ role: "admin" })]);
  const make = () => createToken({ actor: member, memberId: member.id, now: NOW, ...input() });
  const [revoked, expired, disabled] = [await make(), await make(), await make()];
  await revokeToken({ actor: member, tokenId: revoked.id, now: NOW });
  await revokeToken({ actor: member, tokenId: revoked.id, now: NOW });
  const use = (token: string, now = NOW) => reasonOf(recogniseToken({ token, now }));
  expect(await use(revoked.token)).toBe("token_unknown");
  expect(await use(expired.token, new Date(NOW.getTime() + 30 * DAY))).toBe("token_expired");
  expect(await use(`${expired.token}x`)).toBe("token_unknown");
  expect(await use("\0")).toBe("token_unknown");
  // Even where the token itself was forgotten.
  const where = { id: member.id };
  await db.member.update({ where, data: { disabledAt: NOW }, select: { id: true } });
  expect(await use(disabled.token)).toBe("token_unknown");
  await db.member.update({ where, data: { disabledAt: null }, select: { id: true } });
  expect(await use(disabled.token)).toBe("done");
  await disableMember({ actor: admin, memberId: member.id, now: NOW });
  expect(await use(disabled.token)).toBe("token_unknown");
  await enableMember({ actor: admin, memberId: member.id, now: NOW });
  expect(await use(disabled.token)).toBe("token_unknown");
  const told = await db.auditEvent.findMany({
    where: { action: { startsWith: "token." } },
    orderBy: { seq: "asc" },
  });
  expect(told.map(({ action }) => action)).toEqual([
    ...Array(3).fill("token.created"),
    ...Array(3).fill("token.revoked"),
  ]);
});

test("one makes and ends tokens of one's own; an admin ends anybody's", async () => {
  const [ana, ben, admin] = await Promise.all([makeMember(), makeMember(), makeMember({ role: "admin" })]);
  expect(await reasonOf(createToken({ actor: admin, memberId: ana.id, now: NOW, ...input() }))).toBe(
    "not_found",
  );
  const { id } = await createToken({ actor: ana, memberId: ana.id, now: NOW, ...input() });
  expect(await reasonOf(revokeToken({ actor: ben, tokenId: id, now: NOW }))).toBe("not_found");
  await revokeToken({ actor: admin, tokenId: id, now: NOW });
  expect((await listTokens({ memberId: ana.id, now: NOW })).map(({ state }) => state)).toEqual(["revoked"]);
  expect(await listTokens({ memberId: ben.id, now: NOW })).toEqual([]);
  expect(await listTokens({ now: new Date(NOW.getTime() + 31 * DAY) })).toEqual([]);
});

test("a token reaches no further than its member", async () => {
  const reporter = await makeMember();
  const wanted = input({ scopes: ["read", "publish"] });
  expect(await reasonOf(createToken({ actor: reporter, memberId: reporter.id, now: NOW, ...wanted }))).toBe(
    "scope_beyond_role",
  );
});

test("when a token was used last is known to the minute", async () => {
  const member = await makeMember();
  const { token } = await createToken({ actor: member, memberId: member.id, now: NOW, ...input() });
  const lastUsed = async () => (await listTokens({ now: NOW }))[0]?.lastUsedAt;
  expect(await lastUsed()).toBeNull();
  await recogniseToken({ token, now: NOW });
  await recogniseToken({ token, now: new Date(NOW.getTime() + 59_000) });
  expect(await lastUsed()).toEqual(NOW);
  const later = new Date(NOW.getTime() + 61_000);
  await recogniseToken({ token, now: later });
  expect(await lastUsed()).toEqual(later);
});

test("of many made at once no more come about than a member may have", async () => {
  const member = await makeMember();
  const create = () => reasonOf(createToken({ actor: member, memberId: member.id, now: NOW, ...input() }));
  for (let made = 0; made < TOKEN_LIMITS.count - 2; made += 1) await create();
  const last = await Promise.all(Array.from({ length: 6 }, create));
  expect(last.toSorted()).toEqual(["done", "done", ...Array(4).fill("too_many_tokens")]);
});

test("one's own is made by the password alone, and the member is told of it by a notice and a letter", async () => {
  const password = "four words in a row";
  const member = await makeMember({ passwordHash: await hashPassword(password) });
  const userAgent = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";
  const make = (typed: string) =>
    makeOwnToken({ actor: member, password: typed, userAgent, now: NOW, ...input() });
  await expect(make("other words in a row")).rejects.toMatchObject({
    reason: "wrong_password",
    field: "password",
  });
  const told = () =>
    db.$queryRaw`
      SELECT n.kind::text, n.member_id AS "memberId", j.data -> 'device' ->> 'browser' AS browser
      FROM notifications n JOIN pgboss.job j ON j.data ->> 'notificationId' = n.id::text`;
  expect([await db.apiToken.count(), await told()]).toEqual([0, []]);

  const { id } = await make(password);
  expect(await told()).toEqual([{ kind: "token_made", memberId: member.id, browser: "Firefox" }]);
  const [event] = await db.auditEvent.findMany({ where: { subjectId: id }, omit: { seq: true } });
  expect(event).toMatchObject({ action: "token.created", actorId: member.id });
});

test("a member is told of a token that was made for them at the machine", async () => {
  const member = await makeMember();
  await createToken({ actor: null, memberId: member.id, now: NOW, ...input() });
  expect(await db.notification.findMany({ select: { kind: true, memberId: true, actorId: true } })).toEqual([
    { kind: "token_made", memberId: member.id, actorId: null },
  ]);
});
