import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { correctClaim, publishClaim, withdrawClaim } from "#lib/publishing/commands.ts";
import { type MadeClaim, makeClaim, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { publishTranslation, removeTranslation } from "./commands.ts";
import { listPublicTranslations, listTranslations } from "./queries.ts";
import type { PublishTranslationInput } from "./schema.ts";

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
