import { readFile } from "node:fs/promises";
import { assembleBlocks } from "#lib/anchoring/blocks.ts";
import { createArticle, editArticle } from "#lib/articles/commands.ts";
import { getArticle } from "#lib/articles/queries.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { createClaim, dismissClaim, editChecks, submitClaim } from "#lib/claims/commands.ts";
import { addComment } from "#lib/comments/commands.ts";
import { db } from "#lib/db/client.ts";
import { attachEvidence } from "#lib/evidence/commands.ts";
import { importText } from "#lib/importing/import-article.ts";
import { addMember, setUpNewsroom } from "#lib/members/commands.ts";
import { hasMembers } from "#lib/members/queries.ts";
import { DEMO_SIGN_IN } from "#lib/members/schema.ts";
import { publishClaim } from "#lib/publishing/commands.ts";
import { giveOpinion, takeClaim } from "#lib/reviews/commands.ts";
import {
  ARTICLES,
  CLAIMS,
  COMMENTS,
  type DemoMember,
  DISMISSAL,
  MEMBERS,
  NO_COPY,
  PLANS,
} from "./demo/content.ts";

type People = Record<DemoMember, Actor>;
type Articles = Map<string, Awaited<ReturnType<typeof addArticle>>>;

/** Fills an empty database with the demo newsroom, through the commands the product itself uses. */
async function seedDemo(): Promise<void> {
  if (await hasMembers(db))
    throw new Error("This database has members already: the demo only fills an empty one.");
  const people = await addPeople();
  const articles: Articles = new Map();
  for (const article of ARTICLES) articles.set(article.file, await addArticle(people, article));
  for (const plan of PLANS) await addPlan(people, articles, plan);
  for (const claim of CLAIMS) await addClaim(people, articles, claim);
  for (const thread of COMMENTS) await addThread(people, articles, thread);
  // Last, so that a database is called a demo only when it is a whole one.
  await db.newsroom.update({ where: { id: 1 }, data: { isDemo: true } });
}

async function addPeople(): Promise<People> {
  const admin = await setUpNewsroom({
    newsroomName: "Demo newsroom",
    timeZone: "Europe/London",
    locale: "en-GB",
    name: MEMBERS.admin.name,
    email: MEMBERS.admin.email,
    password: DEMO_SIGN_IN.password,
  });
  const join = async (key: DemoMember): Promise<Actor> => {
    const member = MEMBERS[key];
    const { id } = await addMember({ actor: admin, ...member, password: DEMO_SIGN_IN.password });
    return { id, name: member.name, role: member.role };
  };
  return {
    admin,
    reporter: await join("reporter"),
    reviewer: await join("reviewer"),
    second: await join("second"),
    editor: await join("editor"),
  };
}

async function addArticle(people: People, article: (typeof ARTICLES)[number]) {
  const pasted = await readFile(new URL(`./demo/${article.file}`, import.meta.url), "utf8");
  const { parts, metadata } = importText(pasted);
  const { id } = await createArticle({
    actor: people[article.author],
    title: article.title,
    byline: null,
    publisher: article.origin === "own" ? "Demo newsroom" : null,
    sourceUrl: null,
    publishedOn: article.publishedOn,
    origin: article.origin,
    content: { ...assembleBlocks(parts), language: metadata.language },
  });
  const created = await getArticle(id);
  if (!created) throw new Error(`The article ${article.file} is not there after it was saved.`);
  return created;
}

/** What the editor says of when an article's claims are needed. */
async function addPlan(
  people: People,
  articles: Articles,
  { article: file, dueInHours, reach }: (typeof PLANS)[number],
): Promise<void> {
  const article = articles.get(file);
  if (!article) throw new Error(`The demo has no article ${file}.`);
  const { id: articleId, version, title, byline, publisher, sourceUrl, publishedOn, origin } = article;
  await editArticle({
    ...{ actor: people.editor, articleId, version, title, byline, publisher, sourceUrl, publishedOn, origin },
    reach,
    deadlineAt: new Date(Date.now() + dueInHours * 3_600_000),
  });
}

async function addClaim(people: People, articles: Articles, claim: (typeof CLAIMS)[number]): Promise<void> {
  const { reporter, editor } = people;
  const claimId = await draft(people, articles, claim);
  if (claim.upTo === "draft") return;
  if (claim.upTo === "dismissed") {
    await dismissClaim({
      actor: reporter,
      claimId,
      ground: "not_checkable",
      reason: DISMISSAL,
      duplicateOf: null,
      now: new Date(),
    });
    return;
  }
  await submitClaim({ actor: reporter, claimId, now: new Date() });
  for (const opinion of claim.opinions ?? []) {
    await takeClaim({ actor: people[opinion.by], claimId, now: new Date() });
    await giveOpinion({
      actor: people[opinion.by],
      claimId,
      ratingId: await ratingId(opinion.rating),
      conclusion: opinion.conclusion,
      rationale: opinion.rationale,
      now: new Date(),
    });
  }
  if (claim.upTo === "in_review") await takeClaim({ actor: people.reviewer, claimId, now: new Date() });
  if (claim.upTo === "published") {
    await publishClaim({ actor: editor, claimId, overrideItem: null, overrideReason: null, now: new Date() });
  }
}

async function draft(people: People, articles: Articles, claim: (typeof CLAIMS)[number]): Promise<string> {
  const article = articles.get(claim.article);
  const start = article?.revision.text.indexOf(claim.words) ?? -1;
  if (!article || start < 0) throw new Error(`The demo's words are not in ${claim.article}: ${claim.words}`);
  const actor = people.reporter;
  const { id } = await createClaim({
    actor,
    articleId: article.id,
    revisionId: article.revision.id,
    start,
    end: start + claim.words.length,
    statement: claim.statement,
    claimantName: claim.claimant?.name ?? null,
    claimantKind: claim.claimant?.kind ?? "person",
    saidOn: claim.saidOn ?? null,
    saidWhere: null,
    topics: claim.topics.split(", "),
    now: new Date(),
  });
  for (const evidence of claim.evidence) {
    await attachEvidence({
      actor,
      claimId: id,
      ...evidence,
      author: null,
      interests: null,
      visibility: "public",
      archiveUrl: null,
      noSnapshotReason: NO_COPY,
      now: new Date(),
    });
  }
  if (claim.searchNote) {
    const { version } = await db.claim.findUniqueOrThrow({ where: { id }, select: { version: true } });
    await editChecks({
      actor,
      claimId: id,
      version,
      noPrimaryReason: claim.noPrimaryReason ?? null,
      searchNote: claim.searchNote,
      now: new Date(),
    });
  }
  return id;
}

async function addThread(
  people: People,
  articles: Articles,
  { on, says }: (typeof COMMENTS)[number],
): Promise<void> {
  let threadId: string | undefined;
  for (const { by, words: body } of says) {
    const place = threadId === undefined ? await placeOf(articles, on) : { threadId };
    ({ threadId } = await addComment({ actor: people[by], ...place, body, now: new Date() }));
  }
}

async function placeOf(
  articles: Articles,
  on: (typeof COMMENTS)[number]["on"],
): Promise<{ claimId: string } | { articleId: string }> {
  if ("claim" in on) {
    const claim = { where: { statement: on.claim }, select: { id: true } };
    return { claimId: (await db.claim.findFirstOrThrow(claim)).id };
  }
  const article = articles.get(on.article);
  if (!article) throw new Error(`The demo has no article ${on.article}`);
  return { articleId: article.id };
}

async function ratingId(key: string): Promise<string> {
  const newsroom = await db.newsroom.findUniqueOrThrow({ where: { id: 1 }, select: { scaleId: true } });
  const where = { scaleId_key: { scaleId: newsroom.scaleId, key } };
  return (await db.rating.findUniqueOrThrow({ where, select: { id: true } })).id;
}

await seedDemo();
await db.$disconnect();
