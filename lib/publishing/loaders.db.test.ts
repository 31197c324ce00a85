import { beforeEach, expect, test } from "vitest";
import { LANGUAGE_HEADER } from "#lib/asked-headers.ts";
import { getPublicRecord } from "#lib/audit/public-record.ts";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { LANGUAGES } from "#lib/i18n/languages.ts";
import { makeArticle, makeClaim, makeNewsroom, revise } from "#lib/testing/factories.ts";
import { askWith } from "#lib/testing/request.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { makeUnratedClaim } from "#lib/testing/unrated-claim.ts";
import { correctClaim, withdrawClaim } from "./commands.ts";
import type { FeedFormat } from "./feeds.ts";
import { LIST_FORMATS } from "./list-files.ts";
import {
  loadAnnotation,
  loadAnnotations,
  loadClaimsFeed,
  loadCorrections,
  loadCorrectionsFeed,
  loadDataFeed,
  loadHome,
  loadListFile,
  loadOEmbed,
  loadPublished,
  loadSite,
  loadSitemapPart,
} from "./loaders.ts";

beforeEach(resetDb);

const FEED_FORMATS = ["atom", "rss", "json"] as const satisfies FeedFormat[];

const long = (days: number) => new Date(Date.now() - days * 86_400_000);

test("what is left of a list once a check is withdrawn is newer than the list with it", async () => {
  const article = await makeArticle();
  const claim = await makeClaim({ state: "published", article, now: long(20) });
  await makeClaim({ state: "published", article, now: long(30) });
  const files = () =>
    Promise.all([
      loadDataFeed(Promise.resolve({})),
      loadSitemapPart("claims-1.xml"),
      loadSitemapPart("articles-1.xml"),
      loadAnnotations(article.slug),
    ]);
  const before = await files();
  await withdrawClaim({ actor: claim.editor, claimId: claim.id, reason: "It was wrong.", now: long(-1) });
  const after = await files();
  for (const [at, file] of after.entries()) {
    expect(file?.text).not.toBe(before[at]?.text);
    expect(file?.changedAt?.getTime()).toBeGreaterThan(before[at]?.changedAt?.getTime() ?? Number.NaN);
  }
});

test("a correction of a check that is withdrawn later stays a correction in the feed", async () => {
  const claim = await makeClaim({ state: "published", now: long(20) });
  const { editor: actor, id: claimId } = claim;
  await correctClaim({
    ...{ actor, claimId, version: 1, type: "typo", reason: "A letter was missing.", now: long(10) },
    ...{
      statement: "It rained.",
      ratingId: claim.ratings.true ?? "",
      conclusion: "It did.",
      rationale: "See.",
    },
  });
  await withdrawClaim({ actor, claimId, reason: "It was wrong.", now: long(5) });
  const { items } = JSON.parse((await loadCorrectionsFeed("json")).text);
  expect(items.map(({ title }: { title: string }) => title)).toEqual([
    "A check was withdrawn",
    "Typo: A check that was withdrawn later",
  ]);
});

test("of a check that is withdrawn after a correction readers get the reasons, and none of its words", async () => {
  const claim = await makeClaim({
    state: "published",
    statement: "STATED once.",
    claimantName: "City Hall",
    claimantKind: "other",
    now: long(20),
  });
  const { editor: actor, id: claimId } = claim;
  await correctClaim({
    ...{ actor, claimId, version: 1, type: "verdict_changed", reason: "We counted anew.", now: long(10) },
    ...{ statement: "STATED twice.", ratingId: claim.ratings.false ?? "" },
    ...{ conclusion: "CONCLUDED so.", rationale: "REASONED so." },
  });
  const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claimId }, select: { slug: true } });
  const nothing = Promise.resolve({});
  const read = async () => {
    const got = await Promise.all([
      loadHome(),
      loadCorrections(nothing),
      loadPublished(slug),
      getPublicRecord(slug),
      ...FEED_FORMATS.flatMap((format) => [loadCorrectionsFeed(format), loadClaimsFeed(format)]),
      ...LIST_FORMATS.map((format) => loadListFile(nothing, format)),
      loadDataFeed(nothing),
      loadAnnotation(slug),
      loadAnnotations(claim.articleId),
      loadOEmbed(Promise.resolve({ url: new URL(`/claims/${slug}`, env.PUBLIC_URL).href })),
    ]);
    // What a page is drawn with is not of the claim.
    return got.map((each) => JSON.stringify(each, (key, value) => (key === "words" ? undefined : value)));
  };
  const words = /STATED|CONCLUDED|REASONED|Concluded by|Reasoned by|"ratingLabel/;
  const told = /We counted anew\./;
  for (const [at, text] of (await read()).entries()) expect(text, String(at)).toMatch(words);
  await withdrawClaim({ actor, claimId, reason: "It was wrong.", now: long(5) });
  const left = await read();
  for (const [at, text] of left.entries()) expect(text, String(at)).not.toMatch(words);
  expect(left.map((text) => told.test(text))).toEqual(
    // The first page, the corrections, the record, and the feed of corrections in its three formats.
    left.map((_, at) => [0, 1, 3, 4, 6, 8].includes(at)),
  );
});

test("where the newsroom gives no ratings, files say none", async () => {
  const claim = await makeUnratedClaim({ now: long(2) });
  const conclusion = `Concluded by ${claim.first.name}.`;
  const { claims } = JSON.parse((await loadListFile(Promise.resolve({}), "json")).text);
  expect(claims).toMatchObject([{ rating: null, conclusion }]);
  const [columns = "", row = ""] = (await loadListFile(Promise.resolve({}), "csv")).text.split("\r\n");
  const cell = (name: string) => row.split(",")[columns.replace("\ufeff", "").split(",").indexOf(name)];
  expect([cell("Rating"), cell("Verdict"), cell("Conclusion")]).toEqual(["", "", conclusion]);
  const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claim.id }, select: { slug: true } });
  const annotation = await loadAnnotation(slug);
  expect(annotation && "text" in annotation ? annotation.text : "").toContain(conclusion);
  expect(annotation && "text" in annotation ? annotation.text : "").not.toMatch(/Checked|"unverified"/);
});

test("annotations are newer once the words stand in another text", async () => {
  const article = await makeArticle({ text: "Twelve states signed it. Rain fell." });
  const { id } = await makeClaim({
    article,
    words: "Twelve states signed it",
    state: "published",
    now: long(9),
  });
  const { slug } = await db.claim.findUniqueOrThrow({ where: { id }, select: { slug: true } });
  const dayOf = async () => {
    const files = [await loadAnnotation(slug), await loadAnnotations(article.slug)];
    return files.map((file) => (file && "changedAt" in file ? file.changedAt.getTime() : Number.NaN));
  };
  const before = await dayOf();
  await revise(article.id, "Yesterday rain fell. Twelve states signed it.");
  for (const [at, day] of (await dayOf()).entries()) expect(day).toBeGreaterThan(before[at] ?? Number.NaN);
});

test("readers get the languages that are offered, and nothing in any other", async () => {
  await makeNewsroom();
  await db.newsroom.update({ where: { id: 1 }, data: { readerLanguages: ["de", "ar"] } });
  for (const language of LANGUAGES) {
    askWith(new Headers([[LANGUAGE_HEADER, language]]));
    if (language === "de" || language === "ar") {
      expect((await loadSite()).newsroom.locale).toBe(language);
    } else {
      await expect(loadSite(), language).rejects.toThrow(/NEXT_HTTP_ERROR_FALLBACK;404/);
    }
  }
  askWith(new Headers());
  expect((await loadSite()).newsroom.locale).toBe("en-GB");
});
