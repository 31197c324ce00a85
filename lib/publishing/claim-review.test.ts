import { describe, expect, test } from "vitest";
import { readShared } from "#lib/testing/corpora.ts";
import { publishedBridge } from "#lib/testing/published-claim.ts";
import { claimReview, dataFeed, jsonLdText, shortcomings } from "./claim-review.ts";
import type { StandingRecord } from "./queries.ts";
import type { PublishedClaim } from "./schema.ts";

const claim: PublishedClaim = {
  ...publishedBridge,
  claimant: { name: "Ann Mayor", slug: "ann-mayor", kind: "person" },
  saidOn: "2026-01-30",
  saidWhere: "Council meeting",
};

const record: StandingRecord = {
  slug: "the-bridge-cost-ten-million",
  number: 1,
  publishedAt: new Date("2026-03-02T12:00:00Z"),
  updatedAt: new Date("2026-03-03T12:00:00Z"),
  withdrawn: null,
  claim,
  articleChangedAt: null,
  corrections: [],
};

const of = (change: Partial<PublishedClaim> = {}) =>
  claimReview({
    record: { ...record, claim: { ...claim, ...change } },
    newsroom: { name: "The Daily" },
    siteUrl: "https://daily.example",
  });

describe("who gets none", () => {
  test.each<[string, Partial<PublishedClaim>, string]>([
    ["a claim in our own article", { article: { ...claim.article, origin: "own" } }, "own_article"],
    ["a claim nobody is named for", { claimant: null }, "no_claimant"],
    [
      "our own claim, however our name is written",
      { claimant: { name: "the  DAILY", slug: "the-daily", kind: "organisation" } },
      "own_claimant",
    ],
  ])("%s", (_, change, ineligible) => {
    expect(of(change)).toEqual({ ineligible });
  });

  test("a withdrawn check", () => {
    const withdrawn = { at: new Date(), reason: "The source was forged." };
    const gone = { ...record, withdrawn, claim: null, corrections: [] as [] };
    const input = { newsroom: { name: "The Daily" }, siteUrl: "https://daily.example" };
    expect(claimReview({ record: gone, ...input })).toEqual({ ineligible: "withdrawn" });
  });
});

test("what data sets read", () => {
  expect(of()).toEqual({
    jsonLd: {
      "@context": "https://schema.org",
      "@type": "ClaimReview",
      url: "https://daily.example/claims/the-bridge-cost-ten-million",
      datePublished: "2026-03-02T12:00:00.000Z",
      dateModified: "2026-03-03T12:00:00.000Z",
      author: { "@type": "Organization", name: "The Daily", url: "https://daily.example/" },
      claimReviewed: "The bridge cost ten million.",
      itemReviewed: {
        "@type": "Claim",
        author: { "@type": "Person", name: "Ann Mayor" },
        datePublished: "2026-01-30",
        appearance: {
          "@type": "CreativeWork",
          name: "The bridge",
          url: "https://other.example/bridge",
          datePublished: "2026-02-01",
          publisher: { "@type": "Organization", name: "The Other Paper" },
        },
      },
      reviewRating: {
        "@type": "Rating",
        alternateName: "False",
        ratingExplanation: "It cost twelve.",
        ratingValue: 1,
        worstRating: 1,
        bestRating: 5,
      },
      reviewBody: "It cost twelve.",
    },
  });
});

test.each<[string, PublishedClaim["rating"]]>([
  ["a rating outside the order", { ...claim.rating, value: null }],
  ["a scale without an order", { ...claim.rating, value: 1, range: null }],
  ["a scale that begins below 1", { ...claim.rating, range: { worst: 0, best: 5 } }],
])("%s has a word and no numbers", (_, rating) => {
  expect(of({ rating })).toMatchObject({
    jsonLd: {
      reviewRating: { alternateName: "False", ratingExplanation: "It cost twelve.", "@type": "Rating" },
    },
  });
  expect(JSON.stringify(of({ rating }))).not.toMatch(/ratingValue|worstRating|bestRating/);
});

test("an organisation is one, and what is not known is left out", () => {
  const change = {
    claimant: { name: "City Hall", slug: "city-hall", kind: "organisation" },
    saidOn: null,
    article: { ...claim.article, sourceUrl: null, publisher: null, publishedOn: null },
  } as const;
  const review = of(change);
  expect(review).toMatchObject({
    jsonLd: { itemReviewed: { author: { "@type": "Organization" }, appearance: { name: "The bridge" } } },
  });
  expect(JSON.stringify(review)).not.toContain("null");
});

test("no text can end the script it stands in, and it reads back the same", () => {
  const value = { words: "</script><script>alert(1)</script><!-- \u2028\u2029 & ' \"" };
  const text = jsonLdText(value);
  expect(text).not.toMatch(/[<\u2028\u2029]/);
  expect(JSON.parse(text)).toEqual(value);
});

const source = {
  number: 1,
  stance: "refutes",
  title: "The books",
  url: "https://city.example/books",
  publisher: "City Hall",
  author: null,
  publishedOn: null,
  kind: "primary",
  interests: null,
  quote: null,
  context: null,
  fragment: null,
  note: null,
  readAt: "2026-03-01T12:00:00Z",
  archiveUrl: null,
  keptCopy: null,
  noSnapshotReason: null,
} as const satisfies PublishedClaim["evidence"][number];
const corrected: StandingRecord = {
  ...record,
  claim: { ...claim, evidence: [source, { ...source, title: "A letter", url: null }] },
  corrections: [
    {
      id: "k",
      type: "update",
      reason: "We asked again.",
      at: new Date("2026-03-03T12:00:00Z"),
      version: 2,
      before: null,
    },
  ],
};
const to = { newsroom: { name: "The Daily" }, siteUrl: "https://daily.example" };

test("sources that have an address, and corrections, are told of", () => {
  expect(claimReview({ record: corrected, ...to })).toMatchObject({
    jsonLd: {
      isBasedOn: [
        {
          "@type": "CreativeWork",
          url: "https://city.example/books",
          name: "The books",
          publisher: { "@type": "Organization", name: "City Hall" },
        },
      ],
      correction: [
        { "@type": "CorrectionComment", text: "We asked again.", datePublished: "2026-03-03T12:00:00.000Z" },
      ],
    },
  });
});

test("a data feed holds the reviews of those that have one, and when the latest changed", () => {
  const own = { ...record, claim: { ...claim, claimant: null } };
  const feed = dataFeed({ records: [corrected, own], ...to });
  expect(feed).toMatchObject({ "@type": "DataFeed", dateModified: "2026-03-03T12:00:00.000Z" });
  expect(feed.dataFeedElement).toMatchObject([
    { "@type": "DataFeedItem", item: { "@type": "ClaimReview", claimReviewed: claim.statement } },
  ]);
  expect(dataFeed({ records: [], ...to })).toMatchObject({ dataFeedElement: [] });
});

const google = readShared("corpora/claimreview/google-required-fields.json");
const schemaOrg = readShared("corpora/claimreview/schema-org-definitions.json");
type Node = Record<string, unknown>;

describe("by the book", () => {
  const review = claimReview({ record: corrected, ...to });
  const jsonLd: Node = "jsonLd" in review ? { ...review.jsonLd } : {};

  test.skipIf(google === null)("it has what Google requires and recommends", () => {
    const book: Record<string, { required?: string[]; recommended?: string[] }> = JSON.parse(google ?? "{}");
    const { required = [], recommended = [] } = book.ClaimReview ?? {};
    expect(Object.keys(jsonLd)).toEqual(expect.arrayContaining([...required, ...recommended]));
    expect(jsonLd.reviewRating).toMatchObject({ alternateName: "False", worstRating: 1 });
    expect(jsonLd.itemReviewed).toHaveProperty("appearance");
    expect(String(jsonLd.claimReviewed)).not.toContain("False");
  });

  test.skipIf(schemaOrg === null)("every property is one of its type at schema.org", () => {
    const { properties }: { properties: Record<string, { domain: string[] }> } = JSON.parse(
      schemaOrg ?? "{}",
    );
    const found = nodesIn(jsonLd).flatMap((node) =>
      Object.keys(node).flatMap((name) =>
        name.startsWith("@") ? [] : [[String(node["@type"]), name] as const],
      ),
    );
    expect(found.length).toBeGreaterThan(20);
    const strange = found.filter(([type, name]) =>
      properties[name]?.domain.every((domain) => !lineOf(type).includes(domain)),
    );
    expect(strange).toEqual([]);
  });
});

/** The nodes of a graph that is a tree. */
function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== "object" || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesIn)];
}

/** A type and those above it, as far as we use them (schema.org, `rdfs:subClassOf`). */
function lineOf(type: string): string[] {
  const above: Record<string, string[]> = {
    ClaimReview: ["Review", "CreativeWork"],
    Claim: ["CreativeWork"],
    CorrectionComment: ["Comment", "CreativeWork"],
    Rating: ["Intangible"],
  };
  return [type, ...(above[type] ?? []), "Thing"];
}

describe("what markup is read without", () => {
  const cited = { ...claim, evidence: [citedAt("https://books.example/")] };
  test.each<[string, PublishedClaim, string[]]>([
    ["nothing is missing", cited, []],
    ["no source has an address", { ...claim, evidence: [citedAt(null)] }, ["no_sources"]],
    ["nobody knows when", { ...cited, saidOn: null }, ["no_day"]],
    [
      "the article has no address",
      { ...cited, article: { ...claim.article, sourceUrl: null } },
      ["no_address"],
    ],
    [
      "ratings have no order",
      { ...cited, rating: { ...claim.rating, value: null, range: null } },
      ["no_number"],
    ],
    [
      "numbers begin at nought",
      { ...cited, rating: { ...claim.rating, range: { worst: 0, best: 5 } } },
      ["no_number"],
    ],
  ])("%s", (_, published, missing) => {
    expect(shortcomings(published)).toEqual(missing);
  });
});

function citedAt(url: string | null): PublishedClaim["evidence"][number] {
  return {
    number: 1,
    stance: "refutes",
    title: "The books",
    url,
    publisher: null,
    author: null,
    publishedOn: null,
    kind: "primary",
    interests: null,
    quote: null,
    note: null,
    readAt: "2026-02-03T00:00:00.000Z",
    archiveUrl: null,
    keptCopy: null,
    noSnapshotReason: null,
  } as PublishedClaim["evidence"][number];
}
