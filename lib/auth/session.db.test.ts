import { beforeEach, describe, expect, test } from "vitest";
import { endOtherSessions } from "#lib/account/commands.ts";
import { db } from "#lib/db/client.ts";
import { disableMember, editMember, endSession, openSession } from "#lib/members/commands.ts";
import { NOBODY } from "#lib/testing/action-fields.ts";
import { makeArticle, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { readAsIs, type World } from "#lib/testing/read-all.ts";
import { askAs } from "#lib/testing/request.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import type { Actor } from "./policy.ts";
import { askingBrowser, requireActor } from "./session.ts";
import { findActor } from "./session-rows.ts";

const now = new Date();
let admin: Actor;
let member: Actor;
let world: World;

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
  admin = await makeMember({ role: "admin" });
  member = await makeMember({ role: "editor" });
  const article = await makeArticle();
  world = { claims: [], article, evidenceId: NOBODY, sourceId: NOBODY, first: member, second: admin };
});

/** What follows is asked with a cookie that was copied while it counted. Answers the session's id. */
async function copyCookie(): Promise<string> {
  await askAs(member);
  const { id } = await db.session.findFirstOrThrow({ where: { memberId: member.id } });
  return id;
}

describe("a copied cookie is nobody's, at every address and in every loader, once its member", () => {
  test.each<[how: string, end: (sessionId: string) => Promise<unknown>]>([
    ["signed out", (sessionId) => endSession({ sessionId, now })],
    ["signed it out from another browser", () => endOtherSessions({ actor: member, sessionId: NOBODY, now })],
    ["was switched off", () => disableMember({ actor: admin, memberId: member.id, now })],
  ])("%s", async (_, end) => {
    await askAs(null);
    const toNobody = await readAsIs(world, null);
    const sessionId = await copyCookie();
    const toMember = await readAsIs(world, null);
    await end(sessionId);
    const toCopy = await readAsIs(world, null);

    // What nobody is refused and the member was told.
    const asked = [...toNobody.keys()].filter(
      (key) => /^(NEXT_|\[40[14],)/.test(toNobody.get(key) ?? "") && toMember.get(key) !== toNobody.get(key),
    );
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter((key) => toCopy.get(key) !== toNobody.get(key))).toEqual([]);
  });

  test("in whose browser somebody signs in anew", async () => {
    await copyCookie();
    const { formerSessionId, ...browser } = await askingBrowser();
    if (formerSessionId === null) throw new Error("no session");
    await openSession({ actor: admin, by: "password", formerSessionId, ...browser });
    await expect(requireActor()).rejects.toThrow();
    expect(await findActor({ sessionId: formerSessionId, now })).toBeNull();
    expect(await db.session.count({ where: { revokedAt: null } })).toBe(1);
    const events = await db.auditEvent.findMany({ where: { subjectId: { in: [member.id, admin.id] } } });
    expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["member.signed_out", member.id],
      ["member.signed_in", admin.id],
    ]);
  });

  test("a member who was given less to do may do no more than that at the next request", async () => {
    await copyCookie();
    await expect(requireActor("claim.publish")).resolves.toMatchObject({ role: "editor" });
    const change = { memberId: member.id, name: member.name, role: "reporter" as const, version: 1 };
    await editMember({ actor: admin, ...change });
    await expect(requireActor()).resolves.toMatchObject({ role: "reporter" });
    await expect(requireActor("claim.publish")).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  });
});
