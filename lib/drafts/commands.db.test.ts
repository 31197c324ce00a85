import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { dropDraft, keepDraft, purgeDrafts } from "./commands.ts";
import { findDraft, listDrafts } from "./queries.ts";
import { keepDraftInput } from "./schema.ts";
import { DRAFT_LIFETIME, DRAFT_LIMITS } from "./values.ts";

beforeEach(resetDb);

const NOW = new Date("2026-11-20T12:00:00Z");
const later = (ms: number) => new Date(NOW.getTime() + ms);
const content = (statement: string) => ({ typed: { statement }, basis: { version: "1", saved: {} } });

type Change = { actor: Actor; words: string; known?: number | null; now?: Date; name?: string };
const keep = ({ actor, words, known = null, now = NOW, name = "claim:1" }: Change) =>
  keepDraft({ actor, now, key: `${actor.id}:${name}`, content: content(words), known });
const kept = (memberId: string) => findDraft({ memberId, key: "claim:1" });

describe("a draft", () => {
  test("is there for its member, and for nobody else", async () => {
    const [ana, ben] = [await makeMember(), await makeMember()];
    await keep({ actor: ana, words: "Ana's" });
    expect(await kept(ana.id)).toEqual({ content: content("Ana's"), savedAt: NOW.getTime() });
    expect(await listDrafts(ana.id)).toEqual([
      { key: `${ana.id}:claim:1`, savedAt: NOW.getTime(), isGone: false },
    ]);
    expect(await kept(ben.id)).toBeNull();
    expect(await listDrafts(ben.id)).toEqual([]);
  });

  test("is left by nobody in another's name, nor thrown away", async () => {
    const [ana, ben] = [await makeMember(), await makeMember()];
    await keep({ actor: ana, words: "Ana's" });
    const key = `${ana.id}:claim:1`;
    const other = { actor: ben, now: NOW, key };
    await expect(keepDraft({ ...other, content: content(""), known: null })).rejects.toThrow("not_allowed");
    await expect(dropDraft({ ...other, known: NOW.getTime() })).rejects.toThrow("not_allowed");
    expect(await kept(ana.id)).not.toBeNull();
  });

  test("is followed by the next one of a page that knows it, and not by that of one that does not", async () => {
    const actor = await makeMember();
    await keep({ actor, words: "phone" });
    const overtaken = { content: content("phone, more"), savedAt: later(5).getTime() };
    expect(await keep({ actor, words: "phone, more", known: NOW.getTime(), now: later(5) })).toEqual({
      savedAt: overtaken.savedAt,
    });
    for (const known of [null, NOW.getTime()])
      expect(await keep({ actor, words: "desk", known, now: later(9) })).toEqual({ other: overtaken });
    expect(await kept(actor.id)).toEqual(overtaken);
  });

  test("that says the same is no other one", async () => {
    const actor = await makeMember();
    await keep({ actor, words: "same" });
    expect(await keep({ actor, words: "same", now: later(5) })).toEqual({ savedAt: later(5).getTime() });
  });

  test("is another one each time, also for a clock that went back", async () => {
    const actor = await makeMember();
    await keep({ actor, words: "first" });
    const again = await keep({ actor, words: "second", known: NOW.getTime(), now: later(-60_000) });
    expect(again).toEqual({ savedAt: NOW.getTime() + 1 });
  });

  test("of several devices at once one gets through, and the others are told of it", async () => {
    const actor = await makeMember();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => keep({ actor, words: `device ${at}` })),
    );
    const through = answers.filter((answer) => "savedAt" in answer);
    expect(through).toHaveLength(1);
    const there = await kept(actor.id);
    for (const answer of answers) if ("other" in answer) expect(answer.other).toEqual(there);
  });

  const drop = (actor: Actor, known: Date, now: Date) =>
    dropDraft({ actor, now, key: `${actor.id}:claim:1`, known: known.getTime() });

  test("is gone when its form was sent, and says so until the next one", async () => {
    const actor = await makeMember();
    await keep({ actor, words: "sent" });
    for (const now of [later(5), later(9)]) await drop(actor, NOW, now);
    expect(await kept(actor.id)).toBeNull();
    const key = `${actor.id}:claim:1`;
    expect(await listDrafts(actor.id)).toEqual([{ key, savedAt: later(5).getTime(), isGone: true }]);
    expect(await keep({ actor, words: "next", now: later(20) })).toEqual({ savedAt: later(20).getTime() });
    expect(await listDrafts(actor.id)).toEqual([{ key, savedAt: later(20).getTime(), isGone: false }]);
  });

  test("stays when another device wrote it since the one that was sent", async () => {
    const actor = await makeMember();
    await keep({ actor, words: "desk" });
    await keep({ actor, words: "desk, and phone", known: NOW.getTime(), now: later(5) });
    await drop(actor, NOW, later(9));
    expect((await kept(actor.id))?.content).toEqual(content("desk, and phone"));
  });

  test("comes back with whatever was typed", async () => {
    const actor = await makeMember();
    const words = "\u0000 \uD800 \u202E مرحبا 🌉 \"'\\ </script> \r\n";
    await keep({ actor, words });
    expect((await kept(actor.id))?.content.typed.statement).toBe(words);
  });

  test("is forgotten after a month, and the oldest when there are too many", async () => {
    const actor = await makeMember();
    await keep({ actor, words: "old", name: "claim:old" });
    await keep({ actor, words: "new", name: "claim:new", now: later(2) });
    expect(await purgeDrafts({ now: later(DRAFT_LIFETIME + 1) })).toBe(1);
    await db.draft.createMany({
      data: Array.from({ length: DRAFT_LIMITS.count }, (_, at) => ({
        memberId: actor.id,
        key: `claim:many-${at}`,
        content: "{}",
        savedAt: later(10 + at),
      })),
    });
    await keep({ actor, words: "one more", now: later(10_000) });
    const keys = (await listDrafts(actor.id)).map(({ key }) => key);
    expect(await db.draft.count()).toBe(DRAFT_LIMITS.count);
    expect(keys).toContain(`${actor.id}:claim:1`);
    expect(keys).not.toContain(`${actor.id}:claim:new`);
    expect(keys).not.toContain(`${actor.id}:claim:many-0`);
  });
});

const KEY = `${randomUUID()}:claim:1`;

test.each<[string, unknown]>([
  ["nothing", null],
  ["no key", { key: "", content: content(""), known: null }],
  ["a key without a member", { key: "claim:1", content: content(""), known: null }],
  ["a key of other characters", { key: `${KEY}:${"\u0000"}`, content: content(""), known: null }],
  ["a key too long", { key: `${KEY}:${"x".repeat(200)}`, content: content(""), known: null }],
  ["what is no text", { key: KEY, content: { ...content(""), typed: { a: 1 } }, known: null }],
  ["fields nobody asked for", { key: KEY, content: content(""), known: null, role: "admin" }],
  ["a time that is none", { key: KEY, content: content(""), known: 9e15 }],
  ["too many words", { key: KEY, content: content("x".repeat(DRAFT_LIMITS.content)), known: null }],
])("what is no draft is refused: %s", (_, input) => {
  expect(keepDraftInput.safeParse(input).success).toBe(false);
});
