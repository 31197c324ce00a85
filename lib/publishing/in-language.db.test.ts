import { beforeEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { type MadeClaim, makeArticle, makeClaim, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { publishTranslation, translateTerm } from "#lib/translations/commands.ts";
import { correctClaim, publishClaim } from "./commands.ts";
import { countRatings, listGroup } from "./groups.ts";
import { linesIn, type Reading, termsIn } from "./in-language.ts";
import { EVERYTHING, listClaims } from "./listing.ts";
import { getPublishedArticle, listCorrections } from "./queries.ts";

const now = new Date("2026-03-02T12:00:00Z");
const FRENCH: Reading = { asked: "fr", own: "en" };
const OWN: Reading = { asked: null, own: "en" };
const WORDS = { statement: "Les impôts ont baissé.", conclusion: "C’est faux." };

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
  await db.newsroom.update({ where: { id: 1 }, data: { readerLanguages: ["fr", "ar"] } });
});

async function published(topics: string[] = []): Promise<MadeClaim> {
  const claim = await makeClaim({ state: "ready", topics });
  const override = { overrideItem: null, overrideReason: null };
  await publishClaim({ actor: claim.editor, claimId: claim.id, ...override, now });
  return claim;
}

const translate = ({ id: claimId, editor: actor }: MadeClaim) =>
  publishTranslation({
    ...{ actor, claimId, language: "fr", number: 1, version: 0, now },
    ...WORDS,
    rationale: "Voir la source.",
  });

/** Of the rating that claims are given here. */
async function translateRating(): Promise<void> {
  const actor = await makeMember({ role: "admin" });
  const { ratingId: termId } = await db.verdict.findFirstOrThrow();
  const said = { language: "fr" as const, label: "Vrai", definition: "C’est exact." };
  await translateTerm({ actor, termId, version: 0, ...said, now });
}

test("a list says what is translated, and marks what is not with the language it is in", async () => {
  const [translated, other] = [await published(), await published()];
  await translate(translated);
  await translateRating();
  const { items } = await listClaims(EVERYTHING);
  const lines = await linesIn(items, FRENCH);
  const slugs = await db.claim.findMany({ select: { id: true, slug: true } });
  const lineOf = ({ id }: MadeClaim) =>
    lines.find(({ slug }) => slug === slugs.find((claim) => claim.id === id)?.slug);
  expect(lineOf(translated)).toMatchObject({ ...WORDS, ratingLabel: "Vrai" });
  expect(lineOf(translated)?.lang).toBeUndefined();
  expect(lineOf(translated)?.ratingLang).toBeUndefined();
  expect(lineOf(other)).toMatchObject({ lang: "en", ratingLabel: "Vrai" });
  expect(lineOf(other)?.statement).not.toBe(WORDS.statement);
  for (const line of await linesIn(items, { asked: "ar", own: "en" })) {
    expect(line).toMatchObject({ lang: "en", ratingLang: "en", ratingLabel: "True" });
  }
  expect(await linesIn(items, OWN)).toEqual(items);
});

test("a statement in another language than the newsroom's is marked with it, and the conclusion with the newsroom's", async () => {
  const article = await makeArticle({ language: "fr" });
  const { id } = await makeClaim({ state: "published", article, topics: ["Taxes"] });
  await db.correction.create({
    data: {
      ...{ claimId: id, type: "typo", reason: "A comma." },
      publicationId: (await db.publication.findFirstOrThrow()).id,
      createdById: (await makeMember({ role: "editor" })).id,
    },
  });
  const lists = [
    (await listClaims(EVERYTHING)).items,
    (await listGroup({ kind: "topic", slug: "taxes" }, { cursor: null })).items,
    (await getPublishedArticle(article.slug, "2026-03-02"))?.claims ?? [],
    (await listCorrections({})).items,
  ];
  for (const items of lists) {
    const [item] = items;
    const lineIn = async (reading: Reading, options = {}) =>
      (await linesIn(item ? [item] : [], reading, options))[0];
    expect(await lineIn(OWN)).toMatchObject({ statedIn: "fr" });
    expect((await lineIn(OWN))?.lang).toBeUndefined();
    expect(await lineIn({ asked: "ar", own: "en" })).toMatchObject({ statedIn: "fr", lang: "en" });
    expect(await lineIn(FRENCH)).toMatchObject({ statedIn: undefined, lang: "en" });
    expect(await lineIn(FRENCH, { keepsWords: true })).toMatchObject({ statedIn: undefined, lang: "en" });
  }
});

test("of what was searched for, the words stay as they were found and only the rating is translated", async () => {
  await translate(await published());
  await translateRating();
  const { items } = await listClaims(EVERYTHING);
  const [line] = await linesIn(items, FRENCH, { keepsWords: true });
  expect(line).toMatchObject({ statement: items[0]?.statement, lang: "en", ratingLabel: "Vrai" });
});

test("a translation of an earlier version is in no list", async () => {
  const claim = await published();
  await translate(claim);
  const { ratingId, conclusion, rationale } = await db.verdict.findFirstOrThrow();
  const words = { statement: "Taxes fell a little.", ratingId, conclusion, rationale };
  const change = { version: 1, type: "update", reason: "It was put too strongly." } as const;
  await correctClaim({ actor: claim.editor, claimId: claim.id, ...change, ...words, now });
  const { items } = await listClaims(EVERYTHING);
  expect(await linesIn(items, FRENCH)).toMatchObject([{ statement: words.statement, lang: "en" }]);
});

test("a withdrawn check has no words in any language", async () => {
  const claim = await published();
  await translate(claim);
  const { publicationId } = await db.translation.findFirstOrThrow();
  const change = { claimId: claim.id, publicationId, type: "withdrawn", reason: "A parody." } as const;
  await db.correction.create({ data: { ...change, createdById: claim.editor.id } });
  await db.publication.updateMany({ data: { withdrawnAt: now } });
  const { items } = await listCorrections({});
  expect(await linesIn(items, FRENCH)).toMatchObject([{ statement: null, lang: undefined }]);
});

test("a topic's claims and the counts of its ratings are in the page's language", async () => {
  await translate(await published(["Taxes"]));
  await translateRating();
  const group = { kind: "topic", slug: "taxes" } as const;
  const { items } = await listGroup(group, { cursor: null });
  expect(await linesIn(items, FRENCH)).toMatchObject([{ ...WORDS, ratingLabel: "Vrai" }]);
  const [counted] = await countRatings(group);
  expect(counted && (await termsIn(FRENCH))(counted)).toMatchObject({ label: "Vrai", count: 1 });
  expect(counted && (await termsIn({ asked: "ar", own: "en" }))(counted)).toMatchObject({
    ...{ label: "True", lang: "en" },
  });
});
