import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { makeArticle, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { notePresence } from "./commands.ts";
import { listPeopleHere } from "./queries.ts";
import { presenceInput } from "./schema.ts";
import { PRESENCE } from "./values.ts";

beforeEach(resetDb);

const NOW = new Date("2026-11-20T12:00:00Z");
const later = (ms: number) => new Date(NOW.getTime() + ms);
const READING = { claimId: null, isEditing: false, field: null } as const;

async function here({ actor, articleId, now = NOW, tab = randomUUID() }: Here, place: Partial<Place> = {}) {
  await notePresence({ actor, articleId, now, tab, ...READING, ...place });
  return tab;
}
type Here = { actor: Actor; articleId: string; now?: Date; tab?: string };
type Place = { claimId: string | null; isEditing: boolean; field: "statement" | null };

const peopleAt = (articleId: string, now = NOW) => listPeopleHere({ articleId, now });

describe("who is here", () => {
  test("is everybody with the article open, by name, and where they are", async () => {
    const { id: articleId } = await makeArticle();
    const [ana, ben] = [await makeMember({ name: "Ana" }), await makeMember({ name: "Ben" })];
    const claimId = randomUUID();
    await here({ actor: ben, articleId });
    await here({ actor: ana, articleId }, { claimId, isEditing: true, field: "statement" });
    expect(await peopleAt(articleId)).toEqual([
      { memberId: ana.id, name: "Ana", claimId, isEditing: true, field: "statement" },
      { memberId: ben.id, name: "Ben", ...READING },
    ]);
    expect(await peopleAt((await makeArticle()).id)).toEqual([]);
  });

  test("is nobody who gave no sign of life, left, or was disabled", async () => {
    const { id: articleId } = await makeArticle();
    const [ana, ben, cleo] = [await makeMember(), await makeMember(), await makeMember()];
    await here({ actor: ana, articleId });
    const tab = await here({ actor: ben, articleId });
    await here({ actor: cleo, articleId });
    expect(await peopleAt(articleId)).toHaveLength(3);
    await notePresence({ actor: ben, articleId, now: NOW, tab, isLeaving: true });
    await db.member.update({ where: { id: cleo.id }, data: { disabledAt: NOW } });
    expect(await peopleAt(articleId)).toMatchObject([{ memberId: ana.id }]);
    expect(await peopleAt(articleId, later(PRESENCE.lasts))).toEqual([]);
  });

  test("is a person with two pages once, where they write", async () => {
    const { id: articleId } = await makeArticle();
    const ana = await makeMember();
    const claimId = randomUUID();
    await here({ actor: ana, articleId }, { claimId, isEditing: true });
    await here({ actor: ana, articleId, now: later(1_000) });
    expect(await peopleAt(articleId, later(1_000))).toMatchObject([{ claimId, isEditing: true }]);
  });
});

test("nobody speaks for another, though they know the page's id", async () => {
  const { id: articleId } = await makeArticle();
  const [ana, ben] = [await makeMember(), await makeMember()];
  const tab = await here({ actor: ana, articleId });
  await expect(here({ actor: ben, articleId, tab })).rejects.toMatchObject({ reason: "not_found" });
  await notePresence({ actor: ben, articleId, now: NOW, tab, isLeaving: true });
  expect(await peopleAt(articleId)).toMatchObject([{ memberId: ana.id }]);
});

test("an article that is not there is not found", async () => {
  const nowhere = here({ actor: await makeMember(), articleId: randomUUID() });
  await expect(nowhere).rejects.toMatchObject({ reason: "not_found" });
});

test("rows of people long gone are swept by those who come", async () => {
  const { id: articleId } = await makeArticle();
  const ana = await makeMember();
  await here({ actor: ana, articleId });
  await here({ actor: ana, articleId, now: later(11 * PRESENCE.lasts) });
  expect(await db.presence.count()).toBe(1);
});

test("two signs of life of one page may cross", async () => {
  const { id: articleId } = await makeArticle();
  const ana = await makeMember();
  const tab = randomUUID();
  await Promise.all(Array.from({ length: 8 }, () => here({ actor: ana, articleId, tab })));
  expect(await peopleAt(articleId)).toHaveLength(1);
});

test.each([
  {},
  { tab: randomUUID() },
  { tab: "mine", ...READING },
  { tab: randomUUID(), ...READING, isEditing: true },
  { tab: randomUUID(), ...READING, field: "rationale" },
  { tab: randomUUID(), ...READING, name: "Somebody else" },
  { tab: randomUUID(), isLeaving: false },
])("what no page says is refused: %j", (input) => {
  expect(presenceInput.safeParse(input).success).toBe(false);
});
