import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Schema, Validator } from "@cfworker/json-schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CORPORA, readShared } from "#lib/testing/corpora.ts";
import { publishedBridge as claim } from "#lib/testing/published-claim.ts";
import { annotationCollection, annotationDocument } from "./annotations.ts";
import type { MarkedClaim, MarkedPlace } from "./marked-claims.ts";
import type { PublishedClaim } from "./schema.ts";

const cited = (url: string | null): PublishedClaim["evidence"][number] => ({
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
  context: null,
  fragment: null,
  keptCopy: null,
  noSnapshotReason: null,
});

const place: MarkedPlace = {
  start: 4,
  end: 10,
  exact: "bridge",
  prefix: "The ",
  suffix: " cost",
  readAt: new Date("2026-03-01T12:00:00Z"),
  isShown: true,
};

const marked: MarkedClaim = {
  slug: "the-bridge-cost-ten-million",
  publishedAt: new Date("2026-03-02T12:00:00Z"),
  changedAt: new Date("2026-03-03T12:00:00Z"),
  claim: { ...claim, evidence: [cited("https://books.example/"), cited(null)] },
  places: [place],
};

const site = { newsroom: { name: "The Daily" }, siteUrl: "https://daily.example" };
const collected = (all: MarkedClaim[]) =>
  annotationCollection({ ...site, marked: all, article: { slug: "the-bridge" }, label: "The bridge" });

test("what programs read of a claim", () => {
  expect(annotationDocument(marked, site)).toEqual({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: "https://daily.example/claims/the-bridge-cost-ten-million/annotation.jsonld",
    type: "Annotation",
    motivation: "assessing",
    creator: {
      id: "https://daily.example/",
      type: "Organization",
      name: "The Daily",
      homepage: "https://daily.example/",
    },
    created: "2026-03-02T12:00:00.000Z",
    modified: "2026-03-03T12:00:00.000Z",
    body: [
      {
        type: "TextualBody",
        purpose: "describing",
        value: "The bridge cost ten million.",
        format: "text/plain",
      },
      { type: "TextualBody", purpose: "tagging", value: "False", format: "text/plain" },
      { type: "TextualBody", purpose: "assessing", value: "It cost twelve.", format: "text/plain" },
      {
        type: "SpecificResource",
        purpose: "identifying",
        source: "https://daily.example/claims/the-bridge-cost-ten-million",
      },
      { type: "SpecificResource", purpose: "linking", source: "https://books.example/" },
    ],
    target: [
      {
        type: "SpecificResource",
        source: "https://other.example/bridge",
        styleClass: "false",
        selector: [
          { type: "TextQuoteSelector", exact: "bridge", prefix: "The ", suffix: " cost" },
          { type: "TextPositionSelector", start: 4, end: 10 },
        ],
        state: {
          type: "TimeState",
          sourceDate: "2026-03-01T12:00:00.000Z",
          cached: "https://daily.example/articles/the-bridge",
        },
      },
    ],
    stylesheet: { type: "CssStylesheet", value: expect.stringContaining(".false {") },
  });
});

test("an article's claims are one page of one collection", () => {
  const { first, ...collection } = collected([marked, { ...marked, slug: "another" }]);
  expect(collection).toMatchObject({ type: "AnnotationCollection", label: "The bridge", total: 2 });
  expect(first).toMatchObject({ type: "AnnotationPage", partOf: { id: collection.id }, startIndex: 0 });
  expect(first?.items.map(({ id }) => id)).toEqual([
    annotationDocument(marked, site).id,
    "https://daily.example/claims/another/annotation.jsonld",
  ]);
  expect(collected([])).not.toHaveProperty("first");
});

test("words that are gone are where they were checked, and a claim without any place is about the article", () => {
  const [gone] = annotationDocument({ ...marked, places: [{ ...place, isShown: false }] }, site).target;
  expect(gone).toHaveProperty("state.sourceDate");
  expect(gone).not.toHaveProperty("state.cached");
  const article = { ...claim.article, sourceUrl: null };
  expect(annotationDocument({ ...marked, claim: { ...claim, article }, places: [] }, site).target).toEqual([
    { type: "SpecificResource", source: "https://daily.example/articles/the-bridge", styleClass: "false" },
  ]);
});

// The assertions of the W3C's own tests.

const FOLDER = "corpora/web-annotation/schemas";
const musts = readShared(`${FOLDER}/annotations/annotationMusts.test`);

function assertionsOf(suite: string): string[] {
  return JSON.parse(readShared(`${FOLDER}/${suite}`) ?? "{}").assertions;
}

/** Those of `assertions` that `document` does not fulfil. */
function failuresOf(document: object, assertions: readonly string[]): string[] {
  const plain: unknown = JSON.parse(JSON.stringify(document));
  return assertions.filter((path) => !validator(path).validate(plain).valid);
}

const definitions = () =>
  readdirSync(join(CORPORA, "web-annotation/schemas/definitions")).map((name) =>
    schema(`definitions/${name}`),
  );
const schema = (path: string): Schema => {
  const { id, ...read } = JSON.parse(readShared(`${FOLDER}/${path}`) ?? "{}");
  return { ...read, id: `https://schemas.example/${id}` };
};
const validators = new Map<string, Validator>();

function validator(path: string): Validator {
  const known = validators.get(path);
  if (known) return known;
  const made = new Validator(schema(path), "4");
  for (const definition of definitions()) made.addSchema(definition);
  validators.set(path, made);
  return made;
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

describe.skipIf(musts === null)("the W3C's assertions", () => {
  const annotationMusts = musts === null ? [] : assertionsOf("annotations/annotationMusts.test");
  const collectionMusts = musts === null ? [] : assertionsOf("collections/collectionMusts.test");
  const pageMusts = musts === null ? [] : assertionsOf("collections/pages/pageMusts.test");

  test("tell its correct samples from its incorrect ones", () => {
    const samples = (kind: "correct" | "incorrect") =>
      readdirSync(join(CORPORA, "web-annotation/samples", kind))
        .filter((name) => name.startsWith("anno"))
        .map((name) => readShared(`corpora/web-annotation/samples/${kind}/${name}`) ?? "");
    const fine = (text: string) => isJson(text) && failuresOf(JSON.parse(text), annotationMusts).length === 0;
    expect(samples("correct").filter(fine).length).toBeGreaterThan(15);
    expect(samples("incorrect").filter(fine)).toEqual([]);
  });

  test("are fulfilled by one annotation, by a collection and by its page", () => {
    const collection = collected([marked]);
    expect(annotationMusts.length).toBeGreaterThan(50);
    expect(failuresOf(annotationDocument(marked, site), annotationMusts)).toEqual([]);
    expect(failuresOf(collection, collectionMusts)).toEqual([]);
    expect(failuresOf(collected([]), collectionMusts)).toEqual([]);
    expect(failuresOf(collection, pageMusts)).toEqual([]);
    const page = { "@context": collection["@context"], ...collection.first };
    expect(failuresOf(page, pageMusts)).toEqual([]);
    expect(failuresOf({ ...page, items: undefined }, pageMusts)).not.toEqual([]);
  });

  test("are fulfilled whatever was typed", () => {
    const words = fc.string({ unit: "binary" });
    const places = fc.array(
      fc.record({
        start: fc.nat(),
        end: fc.nat(),
        exact: words,
        prefix: words,
        suffix: words,
        readAt: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }),
        isShown: fc.boolean(),
      }),
      { maxLength: 3 },
    );
    const urls = fc.array(fc.option(fc.webUrl()), { maxLength: 3 });
    fc.assert(
      fc.property(
        words,
        words,
        words,
        places,
        urls,
        fc.boolean(),
        (statement, conclusion, slug, at, from, isRated) => {
          const rating = { ...claim.rating, isRated };
          const said = { ...claim, statement, conclusion, rating, evidence: from.map(cited) };
          const document = annotationDocument(
            { ...marked, slug: encodeURIComponent(slug.toWellFormed()), claim: said, places: at },
            site,
          );
          expect(failuresOf(document, annotationMusts)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

const naughty = readShared("corpora/naughty-strings/blns.json");

test.skipIf(naughty === null)("naughty words come out as they went in", () => {
  const { strings }: { strings: { string: string }[] } = JSON.parse(naughty ?? "{}");
  const texts = [...strings.map(({ string }) => string), "</script>", "\u2028\u2029", "𝒳\ud83e"];
  expect(texts.length).toBeGreaterThan(200);
  for (const statement of texts) {
    const read = JSON.parse(
      JSON.stringify(annotationDocument({ ...marked, claim: { ...claim, statement } }, site)),
    );
    expect(read.body[0].value).toBe(statement.toWellFormed());
  }
});
