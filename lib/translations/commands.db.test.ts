import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { setUpNewsroom } from "#lib/members/commands.ts";
import { correctClaim, publishClaim, withdrawClaim } from "#lib/publishing/commands.ts";
import { type MadeClaim, makeClaim, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { draftScale } from "#lib/verdicts/commands.ts";
import { getDraft } from "#lib/verdicts/queries.ts";
import { publishTranslation, removeTranslation, translateTerm } from "./commands.ts";
import { getTermTranslations, listPublicTranslations, listTerms, listTranslations } from "./queries.ts";
import { type PublishTranslationInput, type TranslateTermInput, translateTermInput } from "./schema.ts";

const now = new Date("2026-03-02T12:00:00Z");
const FRENCH = {
  statement: "Les impôts ont baissé.",
  conclusion: "C’est faux.",
  rationale: "Voir la source.",
};

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
  await db.newsroom.update({ where: { id: 1 }, data: { readerLanguages: ["fr", "ar"] } });
});

async function published(): Promise<MadeClaim & { slug: string }> {
  const claim = await makeClaim({ state: "ready" });
  const override = { overrideItem: null, overrideReason: null };
  return { ...claim, ...(await publishClaim({ actor: claim.editor, claimId: claim.id, ...override, now })) };
}

const translate = (
  { id: claimId, editor }: MadeClaim,
  change: Partial<PublishTranslationInput & { actor: MadeClaim["editor"] }> = {},
) =>
  publishTranslation({
    actor: editor,
    claimId,
    language: "fr",
    number: 1,
    version: 0,
    ...FRENCH,
    ...change,
    now,
  });

async function correct({ id: claimId, editor }: MadeClaim): Promise<void> {
  const { ratingId, conclusion, rationale } = await db.verdict.findFirstOrThrow({ where: { claimId } });
  const words = { statement: "Taxes fell a little.", ratingId, conclusion, rationale };
  const reason = "It was put too strongly.";
  await correctClaim({ actor: editor, claimId, version: 1, type: "update", reason, ...words, now });
}

describe("a translation", () => {
  test("is what readers of its language get, with one event, and only theirs", async () => {
    const claim = await published();
    await translate(claim);
    expect(await listPublicTranslations(claim.slug)).toEqual([{ language: "fr", words: FRENCH }]);
    const event = await db.auditEvent.findFirstOrThrow({ where: { action: "claim.translated" } });
    expect(event).toMatchObject({ claimId: claim.id, data: { language: "fr", number: 1 } });
    expect(await listPublicTranslations((await published()).slug)).toEqual([]);
  });

  test("of an earlier version is not shown to readers, and waits at the desk to be brought up to date", async () => {
    const claim = await published();
    await translate(claim);
    await correct(claim);
    expect(await listPublicTranslations(claim.slug)).toEqual([]);
    expect(await listTranslations(claim.id)).toMatchObject([{ ...FRENCH, isCurrent: false, version: 1 }]);
    await expect(translate(claim, { version: 1 })).rejects.toMatchObject({ reason: "stale_version" });
    await translate(claim, { version: 1, number: 2 });
    expect(await listPublicTranslations(claim.slug)).toHaveLength(1);
  });

  test("goes with a withdrawn check", async () => {
    const claim = await published();
    await translate(claim);
    await withdrawClaim({ actor: claim.editor, claimId: claim.id, reason: "A parody.", now });
    expect(await listPublicTranslations(claim.slug)).toEqual([]);
  });

  test("of two people at once, one is told that another was first", async () => {
    const claim = await published();
    const both = await Promise.allSettled([translate(claim), translate(claim)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.auditEvent.count({ where: { action: "claim.translated" } })).toBe(1);
  });

  test("can be taken away again, by the version that was seen", async () => {
    const claim = await published();
    await translate(claim);
    const removal = { actor: claim.editor, claimId: claim.id, language: "fr" as const, now };
    await expect(removeTranslation({ ...removal, version: 2 })).rejects.toMatchObject({
      reason: "stale_version",
    });
    await removeTranslation({ ...removal, version: 1 });
    expect(await listTranslations(claim.id)).toEqual([]);
  });

  test.each(["de", "en"] as const)("into %s, which readers cannot choose, is refused", async (language) => {
    await expect(translate(await published(), { language })).rejects.toMatchObject({
      reason: "language_not_offered",
    });
  });

  test("is an editor's to publish, of a published claim", async () => {
    const claim = await published();
    for (const actor of [claim.author, claim.first]) {
      await expect(translate(claim, { actor })).rejects.toMatchObject({ reason: "not_allowed" });
    }
    await expect(translate(await makeClaim({ state: "ready" }))).rejects.toMatchObject({
      reason: "wrong_state",
    });
  });
});

let admin: Actor;
let falseId: string;
const ORIGINAL = { label: "False", definition: "The evidence contradicts the claim." };

const translateFalse = (change: Partial<TranslateTermInput & { actor: Actor }> = {}) =>
  translateTerm({
    ...{ actor: admin, termId: falseId, language: "fr", version: 0, now },
    ...{ label: "Faux", definition: "C’est faux." },
    ...change,
  });

describe("a rating's translation", () => {
  beforeEach(async () => {
    falseId = (await db.rating.findFirstOrThrow({ where: { key: "false" } })).id;
    admin = await makeMember({ role: "admin" });
  });

  test("is told with one event that says what stood there and what stands there now", async () => {
    await translateFalse();
    const french = await getTermTranslations("fr");
    expect(french(ORIGINAL)).toMatchObject({
      ...{ label: "Faux", definition: "C’est faux.", version: 1, translatorName: admin.name },
    });
    expect(await db.auditEvent.findMany({ where: { action: "scale.translated" } })).toMatchObject([
      {
        subjectId: falseId,
        data: {
          ...{ language: "fr", label: "False", before: null },
          after: { label: "Faux", definition: "C’est faux." },
        },
      },
    ]);
  });

  test("is mended while the scale is in use, which stays as it was", async () => {
    await translateFalse({ label: "Fuax" });
    await translateFalse({ version: 1 });
    expect((await getTermTranslations("fr"))(ORIGINAL)).toMatchObject({ label: "Faux", version: 2 });
    expect(await db.rating.findUnique({ where: { id: falseId } })).toMatchObject(ORIGINAL);
    const events = await db.auditEvent.findMany({ where: { action: "scale.translated" } });
    expect(events.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ before: { label: "Fuax", definition: "C’est faux." } }),
    );
  });

  test("goes when both fields are empty; saving what stands there does nothing", async () => {
    await translateFalse();
    await translateFalse({ version: 1 });
    await translateFalse({ version: 1, label: null, definition: null });
    expect((await getTermTranslations("fr"))(ORIGINAL)).toBeNull();
    await translateFalse({ label: null, definition: null });
    expect(await db.auditEvent.count({ where: { action: "scale.translated" } })).toBe(2);
  });

  test("has a label and a definition, or neither", () => {
    const typed = { termId: falseId, language: "fr", version: "0", label: " ", definition: "Non." };
    expect(translateTermInput.safeParse(typed).error?.issues).toMatchObject([{ path: ["label"] }]);
    expect(translateTermInput.parse({ ...typed, definition: "" })).toMatchObject({
      ...{ label: null, definition: null },
    });
  });

  test("of two people at once, one is told that another was first", async () => {
    for (const change of [{ version: 0 }, { version: 1, label: "Erroné" }]) {
      const both = await Promise.allSettled([
        translateFalse(change),
        translateFalse({ ...change, definition: "Non." }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
    await expect(translateFalse({ version: 1 })).rejects.toMatchObject({ reason: "stale_version" });
  });

  test("is an admin's, in a language readers can choose, of a rating that is fixed", async () => {
    const editor = await makeMember({ role: "editor" });
    await expect(translateFalse({ actor: editor })).rejects.toMatchObject({ reason: "not_allowed" });
    for (const language of ["de", "en"] as const) {
      await expect(translateFalse({ language })).rejects.toMatchObject({ reason: "language_not_offered" });
    }
    await expect(translateFalse({ termId: admin.id })).rejects.toMatchObject({ reason: "not_found" });
    await draftScale({ actor: admin, preset: "plain" });
    const draft = await getDraft();
    const drafted = { termId: draft?.problems[0]?.id ?? "" };
    await expect(translateFalse(drafted)).rejects.toMatchObject({ reason: "not_found" });
    await db.scale.updateMany({ where: { inUseSince: null }, data: { inUseSince: now } });
    await translateFalse({ ...drafted, label: "Contexte manquant" });
  });

  test("belongs to the words it translates: another version that says the same has it, other words do not", async () => {
    await translateFalse();
    const french = await getTermTranslations("fr");
    expect(french({ ...ORIGINAL, definition: "It is not so." })).toBeNull();
    expect((await getTermTranslations("ar"))(ORIGINAL)).toBeNull();
    // Counts know the label alone.
    expect(french({ label: "False" })).toMatchObject({ label: "Faux" });
  });

  test("is asked for once for each meaning", async () => {
    const { scaleId } = await db.newsroom.findUniqueOrThrow({ where: { id: 1 } });
    const terms = await listTerms(scaleId);
    expect(terms).toHaveLength(6);
    expect(terms).toContainEqual({ id: falseId, ...ORIGINAL });
  });
});

describe("the scale that comes with the product", () => {
  async function setUp(locale: "en-GB" | "fr"): Promise<void> {
    await resetDb();
    const admin = { name: "Ana", email: "ana@desk.example", password: "a password of some length" };
    await setUpNewsroom({ newsroomName: "The Paper", timeZone: "UTC", locale, ...admin });
  }

  test.each([
    ["fr", "Faux"],
    ["es", "Falso"],
    ["de", "Falsch"],
    ["ar", "خطأ"],
  ])("says False in %s", async (language, label) => {
    await setUp("en-GB");
    expect((await getTermTranslations(language))(ORIGINAL)).toMatchObject({ label, translatorName: null });
  });

  test("is in the language of the newsroom, and says the same in English", async () => {
    await setUp("fr");
    const ratings = await db.rating.findMany({ orderBy: { position: "asc" } });
    expect(ratings.map(({ label }) => label)).toEqual([
      ...["Vrai", "Plutôt vrai", "Mitigé", "Trompeur", "Faux", "Non prouvé"],
    ]);
    const english = await getTermTranslations("en");
    expect(ratings.map((rating) => english(rating)?.label)).toEqual([
      ...["True", "Mostly true", "Mixed", "Misleading", "False", "Unproven"],
    ]);
  });

  test("gets its translations where it was in use before there were any, unless it says something else", async () => {
    const file = "prisma/migrations/20261129038000_term_translations/migration.sql";
    const migrate = readFileSync(file, "utf8").split(/^(?=INSERT INTO)/m)[1] ?? "";
    await db.$executeRawUnsafe(migrate);
    expect(await db.termTranslation.count()).toBe(24);
    const moved = await db.termTranslation.findMany({ omit: { updatedAt: true } });
    await setUp("en-GB");
    const byWords = (a: { language: string; label: string }, b: { language: string; label: string }) =>
      `${a.language} ${a.label}`.localeCompare(`${b.language} ${b.label}`);
    const shipped = await db.termTranslation.findMany({ omit: { updatedAt: true } });
    expect(moved.toSorted(byWords)).toEqual(shipped.toSorted(byWords));

    await resetDb();
    await db.$executeRawUnsafe(migrate);
    expect(await db.termTranslation.count()).toBe(0);
  });
});
