import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { savePolicy, translatePolicy } from "#lib/policies/commands.ts";
import { correctClaim, publishClaim, withdrawClaim } from "#lib/publishing/commands.ts";
import { makeHub } from "#lib/realtime/hub.ts";
import { PUBLIC_TOPIC } from "#lib/realtime/notices.ts";
import { makeArticle, makeClaim, makeMember, makeNewsroom, revise } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { publishTranslation, removeTranslation, translateTerm } from "#lib/translations/commands.ts";

// What readers get is kept by every process: each change of it says which pages it is about.

beforeEach(resetDb);

const closing: (() => Promise<void>)[] = [];
afterEach(() => Promise.all(closing.splice(0).map((close) => close())).then(() => {}));

/** The tags that are announced while `work` goes on, in any order. */
async function announcedBy(work: () => Promise<unknown>): Promise<string[]> {
  const hub = makeHub(env.DATABASE_URL);
  closing.push(() => hub.stop());
  const heard: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  hub.subscribe([PUBLIC_TOPIC], {
    onNotice: ({ tags = [] }) => heard.push(...(tags.length === 0 ? ["everything"] : tags)),
    onGap: resolve,
    onStop: () => {},
  });
  await promise;
  await work();
  // Notices come in the order of the commits: the last of them is the sign that all are here.
  await db.$executeRaw`SELECT announce_documents(ARRAY['claim:the-end'])`;
  await vi.waitFor(() => expect(heard).toContain("claim:the-end"));
  return [...new Set(heard)].filter((tag) => tag !== "claim:the-end").toSorted();
}

const slugsOf = (id: string) =>
  db.claim.findUniqueOrThrow({
    where: { id },
    select: { slug: true, article: { select: { id: true, slug: true } } },
  });

test("publishing and withdrawing a claim concern its page, its article's and the lists", async () => {
  const { id: claimId, editor } = await makeClaim({ state: "ready" });
  const { slug, article } = await slugsOf(claimId);
  const pages = [`article:${article.id}`, `article:${article.slug}`, `claim:${slug}`, "lists"].toSorted();
  const now = new Date();
  const heardOfIt = await announcedBy(() =>
    publishClaim({ actor: editor, claimId, overrideItem: null, overrideReason: null, now }),
  );
  expect(heardOfIt).toEqual(pages);
  expect(
    await announcedBy(() => withdrawClaim({ actor: editor, claimId, reason: "It was wrong.", now })),
  ).toEqual(pages);
});

test("what is published, corrected and withdrawn concerns the pages of its topics and its claimant, of before and after", async () => {
  const claim = await makeClaim({
    state: "ready",
    topics: ["Taxes"],
    claimantName: "Ana Silva",
    claimantKind: "other",
  });
  const { id: claimId, editor: actor, ratings } = claim;
  const now = new Date();
  const groupsIn = (tags: string[]) => tags.filter((tag) => /^(topic|claimant):/.test(tag));
  const published = await announcedBy(() =>
    publishClaim({ actor, claimId, overrideItem: null, overrideReason: null, now }),
  );
  expect(groupsIn(published)).toEqual(["claimant:ana-silva", "topic:taxes"]);

  await db.claimTopic.deleteMany({ where: { claimId } });
  const corrected = await announcedBy(() =>
    correctClaim({
      actor,
      claimId,
      version: 1,
      type: "update",
      reason: "It is not about taxes.",
      statement: "NATO was founded in 1949",
      ratingId: ratings.true ?? "",
      conclusion: "It was.",
      rationale: "See the treaty.",
      now,
    }),
  );
  expect(groupsIn(corrected)).toEqual(["claimant:ana-silva", "topic:taxes"]);

  const withdrawn = await announcedBy(() => withdrawClaim({ actor, claimId, reason: "It was wrong.", now }));
  expect(groupsIn(withdrawn)).toEqual(["claimant:ana-silva"]);
});

test("another name of a topic or a claimant concerns its page and the lists", async () => {
  await makeClaim({ topics: ["Taxes"], claimantName: "Ana Silva" });
  expect(await announcedBy(() => db.topic.updateMany({ data: { name: "Tax" } }))).toEqual([
    "lists",
    "topic:taxes",
  ]);
  expect(await announcedBy(() => db.claimant.updateMany({ data: { name: "Ana da Silva" } }))).toEqual([
    "claimant:ana-silva",
    "lists",
  ]);
});

test("a translation concerns every page its claim's line is on: made, changed and removed", async () => {
  const claim = await makeClaim({
    state: "ready",
    topics: ["Taxes"],
    claimantName: "Ana Silva",
    claimantKind: "other",
  });
  const { id: claimId, editor: actor } = claim;
  const now = new Date();
  await publishClaim({ actor, claimId, overrideItem: null, overrideReason: null, now });
  await db.newsroom.updateMany({ data: { readerLanguages: ["fr"] } });
  const { slug, article } = await slugsOf(claimId);
  const pages = [
    ...[`article:${article.id}`, `article:${article.slug}`, "claimant:ana-silva", `claim:${slug}`],
    ...["lists", "topic:taxes"],
  ].toSorted();
  const french = { actor, claimId, language: "fr", number: 1, rationale: "Voir la source." } as const;
  const said = { statement: "Les impôts ont baissé.", conclusion: "C’est faux." };
  expect(await announcedBy(() => publishTranslation({ ...french, ...said, version: 0, now }))).toEqual(pages);
  const mended = { ...said, conclusion: "C’est inexact." };
  expect(await announcedBy(() => publishTranslation({ ...french, ...mended, version: 1, now }))).toEqual(
    pages,
  );
  expect(
    await announcedBy(() => removeTranslation({ actor, claimId, language: "fr", version: 2, now })),
  ).toEqual(pages);
});

test("an article that says something else now concerns the pages of what was checked in it", async () => {
  const article = await makeArticle({ text: "Twelve states signed it. Rain fell." });
  const claim = await makeClaim({ article, words: "Twelve states signed it", state: "published" });
  const { slug } = await slugsOf(claim.id);
  expect(await announcedBy(() => revise(article.id, "Nobody signed anything. Rain fell."))).toEqual(
    expect.arrayContaining([`article:${article.id}`, `article:${article.slug}`, `claim:${slug}`]),
  );
});

test("the newsroom's settings concern every page", async () => {
  await makeClaim();
  expect(await announcedBy(() => db.newsroom.updateMany({ data: { name: "Another name" } }))).toEqual([
    "everything",
  ]);
});

test("what a rating is called in another language concerns every page, for badges stand on all", async () => {
  const { ratings } = await makeNewsroom();
  await db.newsroom.updateMany({ data: { readerLanguages: ["fr"] } });
  const actor = await makeMember({ role: "admin" });
  const said = { termId: ratings.false ?? "", language: "fr" as const, label: "Faux", definition: "Non." };
  const save = (change: { version: number; label?: string | null; definition?: string | null }) =>
    announcedBy(() => translateTerm({ actor, ...said, ...change, now: new Date() }));
  expect(await save({ version: 0 })).toEqual(["everything"]);
  expect(await save({ version: 1, label: "Erroné" })).toEqual(["everything"]);
  expect(await save({ version: 2, label: null, definition: null })).toEqual(["everything"]);
});

test("a policy concerns the lists, where the page that explains the newsroom is kept", async () => {
  await makeNewsroom();
  const actor = await makeMember({ role: "editor" });
  const policy = { policy: "funding", basedOn: 0, policyText: "Readers pay." } as const;
  expect(await announcedBy(() => savePolicy({ actor, ...policy, now: new Date() }))).toEqual(["lists"]);
  await db.newsroom.updateMany({ data: { readerLanguages: ["fr"] } });
  const french = { ...policy, number: 1, language: "fr", policyText: "Les lecteurs paient." } as const;
  expect(await announcedBy(() => translatePolicy({ actor, ...french, now: new Date() }))).toEqual(["lists"]);
});

test("work at the desk concerns no reader's page", async () => {
  await makeNewsroom();
  expect(await announcedBy(() => makeClaim({ state: "ready" }))).toEqual([]);
});
