import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { recordReply } from "#lib/replies/commands.ts";
import { returnClaim } from "#lib/reviews/commands.ts";
import { makeArticle, makeClaim, makeEvidence, makeNewsroom, makePeople } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { correctClaim, publishClaim, withdrawClaim } from "./commands.ts";
import { listFilter } from "./list-filter.ts";
import { askedBy, EVERYTHING, listChoices, listClaims } from "./listing.ts";
import { getPublished, getPublishedArticle, listCorrections, listGateFacts } from "./queries.ts";
import { putRight } from "./suggested-search.ts";

const TODAY = "2026-02-01";

const noon = new Date("2026-03-02T12:00:00Z");
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
});

const slugOf = async (id: string) => (await db.claim.findUniqueOrThrow({ where: { id } })).slug;
const asUtc = (local: string) => new Date(`${local}Z`);

/** Everything an anonymous reader can get, as one text. */
async function everythingPublic(searches: string[]): Promise<string> {
  const claims = await db.claim.findMany({ select: { slug: true } });
  const articles = await db.article.findMany({ select: { slug: true } });
  return JSON.stringify([
    await listClaims(EVERYTHING, { take: 100 }),
    await listChoices(EVERYTHING),
    await Promise.all(
      searches.map(async (search) => listClaims(await askedBy(listFilter({ q: search }), asUtc))),
    ),
    await Promise.all(searches.map((search) => putRight(search))),
    await Promise.all(claims.map(({ slug }) => getPublished(slug))),
    await Promise.all(articles.map(({ slug }) => getPublishedArticle(slug, TODAY))),
    await listCorrections({ take: 100 }),
  ]);
}

describe("what is not public", () => {
  test("nothing of a claim that is not published, and of no withdrawn one, can be reached", async () => {
    const team = await makePeople();
    const text = "SECRET-TEXT is what nobody may read. NATO was founded in 1949 in Washington.";
    for (const state of [
      "draft",
      "queued",
      "in_review",
      "second_review",
      "adjudication",
      "ready",
      "withdrawn",
      "dismissed",
    ] as const) {
      const article = await makeArticle({
        actor: team.author,
        title: `SECRET-TITLE ${state}`,
        byline: "SECRET-BYLINE",
        text,
        origin: "own",
      });
      const { id } = await makeClaim({
        ...team,
        state,
        article,
        statement: `SECRET-STATEMENT ${state}`,
        claimantName: "SECRET-CLAIMANT",
        claimantKind: "other",
        saidWhere: "SECRET-PLACE",
        topics: ["SECRET-TOPIC"],
        now: noon,
      });
      if (state === "ready") {
        await makeEvidence({ actor: team.editor, claimId: id, title: "SECRET-SOURCE", note: "SECRET-NOTE" });
        await returnClaim({ actor: team.editor, claimId: id, reason: "SECRET-REASON", now: noon });
      }
    }
    const found = await everythingPublic(["SECRET", "secret-statement", "Concluded", "claimant"]);
    // In capitals: the address of a withdrawn check stays, and has its words in small letters.
    expect(found).not.toMatch(/SECRET|Concluded by|Reasoned by/);
    // The one thing a withdrawn check leaves: the notice.
    expect(found).toContain("The source was withdrawn.");
    expect((await listClaims(EVERYTHING)).items).toEqual([]);
  });

  test("of a published claim nothing goes out but what the frozen copy names", async () => {
    const team = await makePeople();
    const article = await makeArticle({
      actor: team.author,
      text: "One. NATO was founded in 1949 in Washington. Two. Three.\n\nSECRET-PARAGRAPH stands far away.",
    });
    const claim = await makeClaim({
      ...team,
      article,
      state: "ready",
      statement: "Founded in 1949",
      now: noon,
    });
    const secret = {
      actor: team.editor,
      claimId: claim.id,
      visibility: "confidential",
      kind: "secondary",
    } as const;
    await makeEvidence({
      ...secret,
      url: "https://secret-source.example/",
      title: "SECRET-SOURCE",
      publisher: "SECRET-PUBLISHER",
      author: "SECRET-AUTHOR",
      interests: "SECRET-INTERESTS",
      quote: "SECRET-QUOTE",
      note: "SECRET-NOTE",
      archiveUrl: "https://secret-archive.example/",
    });
    await db.claim.update({ where: { id: claim.id }, data: { returnReason: "SECRET-RETURN" } });
    await publishClaim({
      actor: team.editor,
      claimId: claim.id,
      overrideItem: null,
      overrideReason: null,
      now: noon,
    });
    // Desk work on a published claim waits for a correction.
    await recordReply({
      actor: team.editor,
      claimId: claim.id,
      asked: "SECRET-ASKED",
      via: "Phone",
      askedOn: "2026-03-01",
      deadlineAt: null,
      outcome: "awaiting",
      answer: null,
      now: noon,
    });
    await db.claim.update({
      where: { id: claim.id },
      data: { statement: "SECRET-EDIT", searchNote: "SECRET-SEARCH" },
    });

    const found = await everythingPublic(["SECRET", "founded"]);
    expect(found).toContain("Founded in 1949");
    expect(found).not.toMatch(/secret/i);
    // The second opinion agreed; its words are the desk's.
    expect(found).toContain(`Reasoned by ${team.first.name}.`);
    expect(found).not.toContain(`Reasoned by ${team.second.name}.`);
    expect(found).not.toContain("@desk.example");
    for (const id of [team.author.id, team.first.id, team.editor.id, claim.id])
      expect(found).not.toContain(id);
  });

  test("an article without a published claim does not exist", async () => {
    const article = await makeArticle({ origin: "own" });
    await makeClaim({ article, state: "ready", now: noon });
    expect(await getPublishedArticle(article.slug, TODAY)).toBeNull();
    const out = await makeClaim({ article, state: "published", now: noon });
    expect(await getPublishedArticle(article.slug, TODAY)).not.toBeNull();
    await withdrawClaim({ actor: out.editor, claimId: out.id, reason: "Forged.", now: noon });
    expect(await getPublishedArticle(article.slug, TODAY)).toBeNull();
  });

  test.each(["", "no-such-thing", "\0", "\ud800", "' OR 1=1 --", "../../etc"])(
    "the address %j leads nowhere",
    async (slug) => {
      expect(await getPublished(slug)).toBeNull();
      expect(await getPublishedArticle(slug, TODAY)).toBeNull();
    },
  );

  test("nor does an address with a character no slug has, whatever is left without it", async () => {
    const { id } = await makeClaim({ state: "published", now: noon });
    expect(await getPublished(`${await slugOf(id)}\0`)).toBeNull();
  });
});

describe("an article's page", () => {
  const text = [
    "Far away from any claim. It stays with its publisher.",
    "Before that. Just before. NATO was founded in 1949 in Washington. Just after. After that.",
    "The first of three. Sweden joined in March 2024. The last of three.",
    "The very end of it.",
  ].join("\n\n");

  async function publishedOn(origin: "own" | "external") {
    const team = await makePeople();
    const article = await makeArticle({
      actor: team.author,
      text,
      origin,
      byline: "By Somebody",
      title: "On it",
    });
    const on = { ...team, article, state: "published", now: noon } as const;
    const late = await makeClaim({
      ...on,
      words: "Sweden joined in March 2024",
      statement: "Sweden joined.",
    });
    const early = await makeClaim({
      ...on,
      words: "NATO was founded in 1949",
      statement: "Founded.",
      firstRating: "false",
    });
    await makeClaim({ ...on, state: "ready", words: "The very end of it", statement: "Not out." });
    return { article, early, late, editor: team.editor };
  }

  test("of an external one only the sentences around the claims", async () => {
    const { article } = await publishedOn("external");
    const page = await getPublishedArticle(article.slug, TODAY);
    expect(page?.full).toBeNull();
    expect(page?.excerpts?.map((excerpt) => excerpt.text)).toEqual([
      "Just before. NATO was founded in 1949 in Washington. Just after.",
      "The first of three. Sweden joined in March 2024. The last of three.",
    ]);
    expect(JSON.stringify(page)).not.toMatch(/Far away|Before that|After that|very end/);
    for (const { offset, text: part } of page?.excerpts ?? []) {
      expect(text.slice(offset, offset + part.length)).toBe(part);
    }
  });

  test("claims stand in reading order with their places in the text", async () => {
    const { article, early } = await publishedOn("external");
    const page = await getPublishedArticle(article.slug, TODAY);
    expect(page?.article).toMatchObject({
      title: "On it",
      byline: "By Somebody",
      display: "excerpts",
      origin: "external",
    });
    expect(page?.claims).toMatchObject([
      { number: 1, slug: await slugOf(early.id), statement: "Founded.", tone: "false", ratingLabel: "False" },
      { number: 2, statement: "Sweden joined.", tone: "true" },
    ]);
    for (const { passages } of page?.claims ?? []) {
      expect(passages).toHaveLength(1);
      for (const { start, end, quote } of passages) expect(text.slice(start, end)).toBe(quote);
    }
  });

  test("of an own one, or when an editor set it to full, all of it", async () => {
    const own = await publishedOn("own");
    expect(await getPublishedArticle(own.article.slug, TODAY)).toMatchObject({
      full: { text },
      excerpts: null,
    });
    const { article } = await publishedOn("external");
    await db.article.update({ where: { id: article.id }, data: { display: "full" } });
    expect(await getPublishedArticle(article.slug, TODAY)).toMatchObject({ full: { text }, excerpts: null });
  });

  test("of an own one that is to come out later, only the sentences around its claims", async () => {
    const { article } = await publishedOn("own");
    await db.article.update({
      where: { id: article.id },
      data: { publishedOn: new Date(`${TODAY}T00:00:00Z`) },
    });
    expect(await getPublishedArticle(article.slug, TODAY)).toMatchObject({ full: { text } });
    expect(await getPublishedArticle(article.slug, "2026-01-31")).toMatchObject({ full: null });
  });

  test("a newer text without published claims is not shown", async () => {
    const { article, editor } = await publishedOn("own");
    const newer = {
      articleId: article.id,
      number: 2,
      text: "Rewritten.",
      blocks: [],
      sha256: "0".repeat(64),
    };
    await db.revision.create({ data: { ...newer, createdById: editor.id } });
    expect(await getPublishedArticle(article.slug, TODAY)).toMatchObject({ full: { text } });
  });
});

describe("the corrections", () => {
  test("every change, newest first, without the words of what was withdrawn", async () => {
    const team = { ...(await makePeople()), article: await makeArticle() };
    const kept = await makeClaim({ ...team, state: "published", statement: "Kept", now: noon });
    const gone = await makeClaim({ ...team, state: "published", statement: "Gone", now: noon });
    for (const [index, { id }] of [kept, gone].entries()) {
      const words = { ratingId: kept.ratings.true ?? "", conclusion: "Better.", rationale: "Because." };
      const statement = index === 0 ? "Kept" : "Gone";
      const correction = {
        version: 1,
        type: "update",
        reason: `Reason ${index}`,
        statement,
        ...words,
      } as const;
      await correctClaim({ actor: team.editor, claimId: id, ...correction, now: minutes(index + 1) });
    }
    await withdrawClaim({ actor: team.editor, claimId: gone.id, reason: "Forged.", now: minutes(3) });

    const whole = await listCorrections({});
    expect(whole.items).toMatchObject([
      { type: "withdrawn", reason: "Forged.", at: minutes(3), statement: null, slug: await slugOf(gone.id) },
      { type: "update", reason: "Reason 1", statement: null },
      { type: "update", reason: "Reason 0", statement: "Kept", slug: await slugOf(kept.id) },
    ]);
    const first = await listCorrections({ take: 2 });
    const second = await listCorrections({ take: 2, cursor: first.next });
    expect([...first.items, ...second.items]).toEqual(whole.items);
    expect(second.next).toBeNull();
    expect((await listClaims(EVERYTHING)).items).toMatchObject([{ statement: "Kept", corrected: true }]);
  });
});

test("the checklist asks for a verdict of this round: one from before says nothing to its reviewers", async () => {
  const claim = await makeClaim({ state: "ready" });
  const settings = { minSources: 1, opinionsRequired: 2, now: noon };
  const verdict = async () => (await listGateFacts([claim.id], settings)).get(claim.id)?.verdict;
  expect(await verdict()).not.toBeNull();
  await returnClaim({ actor: claim.editor, claimId: claim.id, reason: "Name the year.", now: noon });
  expect(await verdict()).toBeNull();
});
