import { beforeEach, expect, test } from "vitest";
import { editArticle } from "#lib/articles/commands.ts";
import type { EditArticleInput } from "#lib/articles/schema.ts";
import { editClaim, submitClaim } from "#lib/claims/commands.ts";
import { db } from "#lib/db/client.ts";
import { scoreSentence } from "#lib/suggesting/score.ts";
import {
  type MadeArticle,
  makeArticle,
  makeClaim,
  makeEvidence,
  makeMember,
  makeNewsroom,
} from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { placeInLine } from "./rules.ts";

const noon = new Date("2026-03-02T12:00:00Z");
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
});

const editor = () => makeMember({ role: "editor" });

const edit = ({ id }: MadeArticle, changes: Partial<EditArticleInput>): EditArticleInput => ({
  articleId: id,
  version: 1,
  title: "On the alliance",
  byline: null,
  publisher: null,
  sourceUrl: null,
  publishedOn: null,
  origin: "external",
  ...changes,
});

const reword = {
  claimantName: null,
  claimantKind: "person" as const,
  saidOn: null,
  saidWhere: null,
  topics: [] as string[],
};

/** The place a claim's facts give it now, however they came about, and the place it has. */
async function bothPlaces(claimId: string) {
  const { claim, article, enqueuedAt, ...entry } = await db.queueEntry.findUniqueOrThrow({
    where: { claimId },
    select: {
      dueAt: true,
      headStart: true,
      standsFrom: true,
      enqueuedAt: true,
      claim: { select: { statement: true } },
      article: { select: { language: true, reach: true, deadlineAt: true, embargoUntil: true } },
    },
  });
  const { language, ...planning } = article;
  const points = scoreSentence(claim.statement, language).score;
  return { has: entry, shouldHave: placeInLine({ ...planning, points, enqueuedAt }) };
}

test("a submitted claim stands where its words and its article put it", async () => {
  const article = await makeArticle();
  await editArticle({ actor: await editor(), ...edit(article, { deadlineAt: hours(6), reach: "wide" }) });
  const { id } = await makeClaim({
    state: "queued",
    article,
    statement: "In 2019 it fell by 12 percent.",
    now: noon,
  });
  const { has, shouldHave } = await bothPlaces(id);
  expect(has).toEqual(shouldHave);
  expect(has).toMatchObject({ dueAt: hours(6) });
  expect(has.headStart).toBeGreaterThan(24);
});

test("its place follows what it is made of, and only then", async () => {
  const article = await makeArticle();
  const actor = await editor();
  const claim = await makeClaim({ state: "queued", article, statement: "It is so.", now: noon });
  const other = await makeClaim({ state: "queued", statement: "It is so.", now: noon });

  await editArticle({ actor, ...edit(article, { embargoUntil: hours(5) }) });
  expect((await bothPlaces(claim.id)).has).toEqual({ dueAt: hours(5), headStart: 0, standsFrom: noon });
  await editClaim({
    actor,
    claimId: claim.id,
    version: 2,
    ...reword,
    statement: "In 2019 it fell by 12 percent.",
  });
  const { has, shouldHave } = await bothPlaces(claim.id);
  expect(has).toEqual(shouldHave);
  expect(has.headStart).toBeGreaterThan(0);
  await editArticle({ actor, ...edit(article, { version: 2, embargoUntil: null }) });
  expect((await bothPlaces(claim.id)).has.dueAt).toBeNull();
  expect((await bothPlaces(other.id)).has).toEqual({ dueAt: null, headStart: 0, standsFrom: noon });
});

test("a deadline set while claims are submitted and reworded misses none of them", async () => {
  for (let round = 0; round < 8; round += 1) {
    const article = await makeArticle();
    const [actor, author] = await Promise.all([editor(), makeMember()]);
    const drafts = await Promise.all([1, 2, 3].map(() => makeClaim({ article, author, now: noon })));
    for (const { id } of drafts) await makeEvidence({ actor: author, claimId: id });
    const queued = await makeClaim({ state: "queued", article, author, now: noon });
    await Promise.all([
      ...drafts.map(({ id }) => submitClaim({ actor: author, claimId: id, now: noon })),
      editArticle({ actor, ...edit(article, { deadlineAt: hours(2), reach: "wide" }) }),
      editClaim({
        actor,
        claimId: queued.id,
        version: 2,
        ...reword,
        statement: "In 2019 it fell by 12 percent.",
      }),
    ]);
    for (const { id } of [...drafts, queued]) {
      const { has, shouldHave } = await bothPlaces(id);
      expect(has).toEqual(shouldHave);
      expect(has.dueAt).toEqual(hours(2));
    }
  }
});

test("in which order the desk works is for editors to say", async () => {
  const article = await makeArticle();
  const actor = await makeMember({ role: "reviewer" });
  for (const planning of [{ deadlineAt: noon }, { embargoUntil: noon }, { reach: "wide" }] as const) {
    await expect(editArticle({ actor, ...edit(article, planning) })).rejects.toMatchObject({
      reason: "not_allowed",
    });
  }
  // A form without these fields leaves them alone.
  await editArticle({ actor, ...edit(article, { title: "Another title" }) });
});
