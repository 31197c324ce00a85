import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { sentenceKey } from "#lib/suggesting/sentence-key.ts";
import { makeArticle, makeMember, makeNewsroom, revise } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { bringBack, waveAway } from "./commands.ts";
import { listWavedAway } from "./queries.ts";

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
});

const nowhere = "01890000-0000-7000-8000-000000000000";

async function begin() {
  const [actor, article] = [await makeMember(), await makeArticle()];
  const words = article.text.split(/(?<=\.)\s/u)[0] ?? "";
  return { actor, article, words };
}

function eventsOf(articleId: string) {
  return db.auditEvent.findMany({
    where: { articleId, action: { startsWith: "suggestion." } },
    orderBy: { seq: "asc" },
    select: { action: true, data: true },
  });
}

describe("waveAway", () => {
  test("holds for the whole desk, with one event, and can be taken back", async () => {
    const { actor, article, words } = await begin();
    await waveAway({ actor, articleId: article.id, words });
    expect(await listWavedAway(article.id)).toEqual([sentenceKey(words)]);
    await bringBack({ actor: await makeMember(), articleId: article.id, words });
    expect(await listWavedAway(article.id)).toEqual([]);
    expect(await eventsOf(article.id)).toEqual([
      { action: "suggestion.waved_away", data: { words } },
      { action: "suggestion.brought_back", data: { words } },
    ]);
  });

  test("of two who wave at once one writes it", async () => {
    const { article, words } = await begin();
    const members = await Promise.all([makeMember(), makeMember(), makeMember()]);
    await Promise.all(members.map((actor) => waveAway({ actor, articleId: article.id, words })));
    expect(await eventsOf(article.id)).toHaveLength(1);
  });

  test("is refused for words the article does not have, and for no article", async () => {
    const { actor, article } = await begin();
    const wave = (articleId: string, words: string) => waveAway({ actor, articleId, words });
    await expect(wave(article.id, "Nobody ever wrote this.")).rejects.toMatchObject({
      reason: "passage_outside_text",
    });
    await expect(wave(nowhere, "Words")).rejects.toMatchObject({ reason: "not_found" });
    expect(await listWavedAway(article.id)).toEqual([]);
  });

  test("stays through the article's next text", async () => {
    const { actor, article, words } = await begin();
    await waveAway({ actor, articleId: article.id, words });
    await revise(article.id, `${article.text}\n\nOne more paragraph.`);
    expect(await listWavedAway(article.id)).toEqual([sentenceKey(words)]);
    expect(await listWavedAway("no id")).toEqual([]);
  });

  test("taking back what was never waved away says nothing", async () => {
    const { actor, article, words } = await begin();
    await bringBack({ actor, articleId: article.id, words });
    expect(await eventsOf(article.id)).toEqual([]);
  });
});
