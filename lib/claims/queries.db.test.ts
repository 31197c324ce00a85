import { beforeEach, describe, expect, test } from "vitest";
import type { Span } from "#lib/anchoring/spans.ts";
import { encodeCursor } from "#lib/cursor.ts";
import { db } from "#lib/db/client.ts";
import {
  type MadeClaim,
  makeArticle,
  makeClaim,
  makeEvidence,
  makeMember,
  makeNewsroom,
} from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { getClaim, listArticleClaims, listClaims, listWork } from "./queries.ts";
import { CLAIM_STATES } from "./values.ts";

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
});

/** Everybody who might look. */
function viewersOf(claim: MadeClaim) {
  const { author, first, second, editor } = claim;
  return { author, first, second, editor };
}

describe("blindness", () => {
  test("until the second opinion is in, only its author sees the first", async () => {
    const claim = await makeClaim({ state: "second_review", firstRating: "misleading" });
    for (const [who, viewer] of Object.entries(viewersOf(claim))) {
      const detail = await getClaim({ id: claim.id, viewer });
      expect(detail?.opinions.map(({ reviewerId }) => reviewerId)).toEqual(
        who === "first" ? [claim.first.id] : [],
      );
      expect(detail?.opinionCount).toBe(1);
      if (who !== "first") {
        const told = JSON.stringify(detail);
        expect(told).not.toContain("isleading");
        expect(told).not.toContain("Concluded by");
        expect(told).not.toContain("Reasoned by");
      }
    }
  });

  test("no list shows a rating before one is in force", async () => {
    const article = await makeArticle();
    for (const state of CLAIM_STATES) await makeClaim({ article, state, firstRating: "misleading" });
    const cards = await listArticleClaims(article.id);
    const { items } = await listClaims({ take: 100 });
    expect(cards).toHaveLength(CLAIM_STATES.length);
    expect(items).toHaveLength(CLAIM_STATES.length);
    for (const { state, tone, ratingLabel } of [...cards, ...items]) {
      const decided = state === "ready" || state === "published" || state === "withdrawn";
      expect([state, tone, ratingLabel]).toEqual(
        decided ? [state, "misleading", "Misleading"] : [state, null, null],
      );
    }
  });

  test("an earlier round's verdict does not show in the next", async () => {
    const claim = await makeClaim({ state: "ready", firstRating: "misleading" });
    await db.claim.update({ where: { id: claim.id }, data: { state: "draft", round: 2, readyAt: null } });
    const detail = await getClaim({ id: claim.id, viewer: claim.second });
    expect(detail?.verdict).toBeNull();
    expect(detail?.opinionCount).toBe(0);
    expect(detail?.opinions.map(({ reviewerId }) => reviewerId)).toEqual([claim.second.id]);
    expect((await listClaims({})).items[0]?.tone).toBeNull();
  });

  test.each(["adjudication", "ready", "published"] as const)(
    "when %s, everybody sees both",
    async (state) => {
      const claim = await makeClaim({ state });
      const detail = await getClaim({ id: claim.id, viewer: claim.author });
      expect(detail?.opinions.map(({ stage }) => stage)).toEqual(["first", "second"]);
    },
  );
});

describe("getClaim", () => {
  test("shows the words with the sentences around them", async () => {
    const claim = await makeClaim({ words: "twelve members" });
    const detail = await getClaim({ id: claim.id, viewer: claim.author });
    const [passage] = detail?.passages ?? [];
    expect(passage?.context.text).toBe(
      "NATO was founded in 1949 in Washington. It had twelve members at first.",
    );
    expect(passage?.context.text.slice(passage.context.start, passage.context.end)).toBe("twelve members");
  });

  test("knows where the claim stands in its life", async () => {
    const claim = await makeClaim({ state: "published", firstRating: "false" });
    const detail = await getClaim({ id: claim.id, viewer: claim.author });
    expect(detail).toMatchObject({
      state: "published",
      stage: null,
      verdict: { version: 1, rating: { key: "false", tone: "false" }, authorName: claim.first.name },
      publication: { number: 1, slug: detail?.slug },
      corrections: [],
      lease: null,
      facts: { wasSubmitted: true, evidenceCount: 1, passageCount: 1, authorId: claim.author.id },
    });
    expect(detail?.evidence).toMatchObject([
      { version: 1, stance: "supports", source: { kind: "primary", title: "The treaty" }, archiveUrl: null },
    ]);
  });

  test("names who holds it", async () => {
    const claim = await makeClaim({ state: "in_review" });
    const detail = await getClaim({ id: claim.id, viewer: claim.author });
    expect(detail?.stage).toBe("first");
    expect(detail?.lease).toMatchObject({ holderId: claim.first.id, holderName: claim.first.name });
    expect(detail?.facts.lease).toEqual(detail?.lease);
  });

  test.each(["", "x", "\u0000", "01890000-0000-7000-8000-000000000000"])(
    "there is none with the id %j",
    async (id) => {
      expect(await getClaim({ id, viewer: await makeMember() })).toBeNull();
    },
  );
});

describe("listArticleClaims", () => {
  test("is in reading order, the longer of two that begin together first", async () => {
    const article = await makeArticle();
    const words = ["Sweden joined", "NATO", "NATO was founded in 1949", "twelve members"];
    for (const each of words) await makeClaim({ article, words: each });
    const cards = await listArticleClaims(article.id);
    const wordsOf = ({ start, end }: Span) => article.text.slice(start, end);
    expect(cards.flatMap(({ passages }) => passages.map(wordsOf))).toEqual([
      "NATO was founded in 1949",
      "NATO",
      "twelve members",
      "Sweden joined",
    ]);
    expect(cards.map(({ number }) => number)).toEqual([3, 2, 4, 1]);
  });

  test("counts sources and names the author", async () => {
    const claim = await makeClaim({ claimantName: "Ana", saidOn: "2024-02-29" });
    await makeEvidence({ actor: claim.author, claimId: claim.id });
    expect(await listArticleClaims(claim.articleId)).toMatchObject([
      {
        sourceCount: 1,
        authorName: claim.author.name,
        claimantName: "Ana",
        saidOn: "2024-02-29",
        lease: null,
      },
    ]);
  });

  test("an id that is none has no claims", async () => {
    expect(await listArticleClaims("nope")).toEqual([]);
  });
});

describe("listClaims", () => {
  test("goes through all of them, last changed first, each once, equal times too", async () => {
    const article = await makeArticle();
    for (let count = 0; count < 7; count += 1) await makeClaim({ article });
    await db.claim.updateMany({ where: { number: { lte: 4 } }, data: { updatedAt: new Date("2026-01-01") } });

    const seen: number[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page = await listClaims({ cursor, take: 2 });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ number }) => number));
      cursor = page.next;
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  test("filters by state, author and words", async () => {
    const claim = await makeClaim({ statement: "Up 100% this_year" });
    await makeClaim({ state: "queued", statement: "Up 100 percent" });
    const numbers = async (filter: Parameters<typeof listClaims>[0]) => {
      const { items } = await listClaims(filter);
      return items.map(({ statement }) => statement);
    };
    expect(await numbers({ state: "queued" })).toEqual(["Up 100 percent"]);
    expect(await numbers({ authorId: claim.author.id })).toEqual(["Up 100% this_year"]);
    expect(await numbers({ search: "100%" })).toEqual(["Up 100% this_year"]);
    expect(await numbers({ search: "THIS_YEAR" })).toEqual(["Up 100% this_year"]);
    expect(await numbers({ search: "s_y\u0000" })).toEqual(["Up 100% this_year"]);
    expect(await numbers({ search: "\\" })).toEqual([]);
  });

  test("a broken cursor begins at the beginning", async () => {
    await makeClaim();
    for (const cursor of ["x", encodeCursor(["x", "y"]), encodeCursor([1e15, "x"])]) {
      expect((await listClaims({ cursor })).items).toHaveLength(1);
    }
  });
});

describe("the list of claims, narrowed down", () => {
  test("to one member's, and to those the reviewers have", async () => {
    const author = await makeMember();
    const mine: string[] = [];
    for (const state of ["draft", "queued", "adjudication", "ready"] as const) {
      mine.push((await makeClaim({ author, state })).id);
    }
    await makeClaim({ state: "queued" });
    const { items } = await listClaims({ authorId: author.id, state: "with_reviewers" });
    expect(items.map(({ id }) => id).sort()).toEqual(mine.slice(1, 3).sort());
  });
});

describe("listWork", () => {
  const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);

  test("tells drafts from what was sent back, and shows what one holds", async () => {
    const author = await makeMember({ role: "reviewer" });
    const draft = await makeClaim({ author });
    const back = await makeClaim({ author });
    await db.claim.update({ where: { id: back.id }, data: { returnReason: "More sources." } });
    const held = await makeClaim({ state: "in_review", first: author });
    await makeClaim({ state: "in_review" });

    const work = await listWork({ memberId: author.id, now: new Date() });
    expect(idsOf(work.drafts)).toEqual([draft.id]);
    expect(idsOf(work.returned)).toEqual([back.id]);
    expect(idsOf(work.leased)).toEqual([held.id]);

    const later = await listWork({ memberId: author.id, now: new Date(Date.now() + 86_400_000) });
    expect(later.leased).toEqual({ items: [], count: 0 });
  });

  test("keeps what was submitted in sight, stage by stage, until it is out", async () => {
    const author = await makeMember();
    const made = new Map<string, string>();
    for (const state of CLAIM_STATES) {
      const { id } = await makeClaim({ author, state });
      made.set(state, id);
    }
    await makeClaim({ state: "ready" });
    const work = await listWork({ memberId: author.id, now: new Date() });
    const at = (...states: string[]) => states.map((state) => made.get(state)).sort();
    expect(idsOf(work.waiting).sort()).toEqual(at("queued", "in_review", "second_review", "adjudication"));
    expect(idsOf(work.drafts)).toEqual(at("draft"));
    expect(idsOf(work.ready)).toEqual(at("ready"));
    expect(idsOf(work.published).sort()).toEqual(at("published", "withdrawn"));
    expect(idsOf(work.dismissed)).toEqual(at("dismissed"));
    expect(work.published.items[0]?.publicSlug).toEqual(expect.any(String));
    expect(work.dismissed.items[0]?.dismissal).toEqual({ ground: "out_of_scope", reason: "Nobody asked." });

    const monthLater = new Date(Date.now() + 31 * 86_400_000);
    const later = await listWork({ memberId: author.id, now: monthLater });
    expect([later.published.count, later.dismissed.count, later.waiting.count]).toEqual([0, 0, 4]);
  });

  test("says since when a claim waits, and nothing of an opinion that is hidden", async () => {
    const author = await makeMember();
    const given = new Date("2026-01-02T10:00:00Z");
    const claim = await makeClaim({ author, state: "second_review", firstRating: "misleading", now: given });
    const work = await listWork({ memberId: author.id, now: new Date() });
    expect(work.waiting.items).toMatchObject([{ stage: "second", since: given, tone: null }]);
    const told = JSON.stringify(work);
    for (const secret of ["isleading", "Concluded", "Reasoned", claim.first.name]) {
      expect(told).not.toContain(secret);
    }
  });

  test("shows the first of many, and counts all", async () => {
    const author = await makeMember();
    const article = await makeArticle();
    for (let made = 0; made < 4; made += 1) await makeClaim({ author, article });
    const { drafts } = await listWork({ memberId: author.id, now: new Date(), shown: 3 });
    expect([drafts.items.length, drafts.count]).toEqual([3, 4]);
  });
});
