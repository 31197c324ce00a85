import { describe, expect, test, vi } from "vitest";
import { readShared } from "#lib/testing/corpora.ts";
import { readChecks } from "./read-file.ts";

const review = (more: object = {}) => ({
  "@type": "ClaimReview",
  claimReviewed: "The world is flat",
  url: "https://checks.example/flat",
  author: { "@type": "Organization", name: "Checks" },
  reviewRating: { "@type": "Rating", alternateName: "False" },
  datePublished: "2024-06-22T10:00:00Z",
  itemReviewed: { author: [{ name: "Square Society" }], datePublished: "2024-06-20" },
  ...more,
});
const check = {
  statement: "The world is flat",
  url: "https://checks.example/flat",
  ratingLabel: "False",
  publisher: "Checks",
  claimantName: "Square Society",
  saidOn: "2024-06-20",
  checkedOn: "2024-06-22",
  conclusion: null,
  appearance: null,
};
const read = (value: unknown) => readChecks(JSON.stringify(value));

describe("a file of ClaimReview", () => {
  test.each([
    ["one", review()],
    ["a list", [review()]],
    ["a graph", { "@context": "https://schema.org", "@graph": [{ "@type": "WebPage" }, review()] }],
    ["a feed", { "@type": "DataFeed", dataFeedElement: [{ "@type": "DataFeedItem", item: [review()] }] }],
    ["an address as type", review({ "@type": ["http://schema.org/ClaimReview", "Review"] })],
    [
      "words with a language",
      review({ claimReviewed: { "@value": "The world is flat", "@language": "en" } }),
    ],
  ])("as %s", (_, value) => {
    expect(read(value)).toEqual([{ row: 1, check }]);
  });

  test("as a page, whatever else is in it", () => {
    const page = `<!doctype html><script type="application/ld+json">{ no json</script>
      <script data-x type='application/ld+json' nonce="x">${JSON.stringify(review())}</script>`;
    expect(readChecks(page)).toEqual([{ row: 1, check }]);
  });

  test.each([
    [",", "claimReviewed,url,reviewRating.alternateName,author.name,claimant,datePublished,claimDate"],
    [";", "Claim;Link;Rating;Publisher;Claim author;Review date;Said on"],
    ["\t", "\uFEFFstatement\turl\tverdict\tauthor\tspeaker\tdate\tsaid_on"],
  ])("as a table with %j", (separator, head) => {
    const cells = [
      '"The world\nis flat"',
      "https://checks.example/flat",
      "False",
      "Checks",
      "Square Society",
      "2024-06-22",
      "2024-06-20",
    ];
    expect(readChecks(`${head}\r\n${cells.join(separator)}\r\n\r\n`)).toEqual([{ row: 1, check }]);
    const quoted = readChecks(`claim,url,rating\n"Say ""no"", they say",https://a.example,x`);
    expect(quoted).toMatchObject([{ check: { statement: 'Say "no", they say', publisher: "a.example" } }]);
  });

  test.each([
    ["no_claim", { claimReviewed: " " }],
    ["no_claim", { claimReviewed: undefined }],
    ["no_address", { url: "javascript:alert(1)" }],
    ["no_address", { url: null }],
    ["no_rating", { reviewRating: { ratingValue: 5 } }],
    ["no_rating", { reviewRating: undefined }],
  ])("says %s of a row that lacks it", (refused, more) => {
    expect(read([review(), review(more)])).toMatchObject([{ row: 1 }, { row: 2, refused }]);
  });

  test("says of a row that it repeats another, and takes what is no day for none", () => {
    expect(read([review(), review()])).toMatchObject([{ check }, { refused: "repeated" }]);
    const vague = review({ datePublished: "2024-02-31", itemReviewed: { datePublished: "last May" } });
    expect(read(vague)).toMatchObject([{ check: { checkedOn: null, saidOn: null, claimantName: null } }]);
  });

  test.each(["", "{}", "[]", "<p>Nothing</p>", '{"@type":"Review"}'])(
    "is refused with nothing in it: %j",
    (text) => {
      expect(() => readChecks(text)).toThrow("claim_reviews_none");
    },
  );

  test.each(["{", "name,age\nAna,7", "name,claims"])("is refused as unreadable: %j", (text) => {
    expect(() => readChecks(text)).toThrow("claim_reviews_unreadable");
  });

  test.skipIf(readShared("claimreview/real-samples.json") === null)("is read as others publish it", () => {
    const rows = readChecks(readShared("claimreview/real-samples.json") ?? "");
    expect(rows).toMatchObject([
      {
        check: { publisher: "Factual", ratingLabel: "Falso", checkedOn: "2020-10-07", saidOn: "2020-10-04" },
      },
      { check: { publisher: "politifact.com", claimantName: "Donald Trump" } },
      { refused: "no_claim" },
    ]);
  });
});

describe("a hostile file is walked through once", () => {
  // Looked through from each tag anew, one of these takes hours.
  test.each([
    ["tags without an end", "<script type ".repeat(100_000)],
    ["tags without an end, and nothing in them", "<script ".repeat(200_000)],
    ["JSON-LD without an end", "<script type=application/ld+json>".repeat(50_000)],
    ["endings of nothing", "</script>".repeat(200_000)],
  ])("with %s", (_, page) => {
    expect(() => readChecks(`<p>${page}`)).toThrow("claim_reviews_none");
  });

  test("with a field of 16 million letters, closed or not", () => {
    const long = "x".repeat(16_000_000);
    const row = (field: string) => readChecks(`claim,url,rating\n${field}`);
    expect(row(`"${long}",https://a.example,x`)).toMatchObject([{ check: { publisher: "a.example" } }]);
    expect(row(`"${long},https://a.example,x`)).toMatchObject([{ check: { ratingLabel: "x" } }]);
  });

  test.each(["nobody", "claim"])(
    "with many columns of the name %s: of a line no more is kept than we know",
    (name) => {
      const set = vi.spyOn(Map.prototype, "set");
      const rows = readChecks(
        `claim,url,rating${`,${name}`.repeat(20_000)}\n${"x,https://a.example,y\n".repeat(200)}`,
      );
      expect(rows).toHaveLength(200);
      expect(set.mock.calls.length).toBeLessThan(30_000);
    },
  );
});

test.each([
  ["a mark inside a field", 'claim,url,rating\nSay "no" now,https://a.example,x', 'Say "no" now'],
  ["a mark that is never closed", 'claim,url,rating\n"Say no,https://a.example,x', '"Say no'],
  ["words behind a closing mark", 'claim,url,rating\n"Say" no,https://a.example,x', '"Say" no'],
  ["ends of lines in a field", 'claim,url,rating\r\n"Say\r\nno",https://a.example,x', "Say no"],
])("a table with %s", (_, table, statement) => {
  expect(readChecks(table)).toMatchObject([{ check: { statement } }]);
});
