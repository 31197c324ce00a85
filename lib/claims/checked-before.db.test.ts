import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import {
  claimOn,
  makeArticle,
  makeClaim,
  makeEvidence,
  makeMember,
  makeNewsroom,
} from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { createClaim, deleteClaim, dismissClaim, editClaim, restoreClaim } from "./commands.ts";
import { listCheckedBefore } from "./queries.ts";

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
});

async function record(...statements: string[]): Promise<string[]> {
  const [actor, article] = [await makeMember(), await makeArticle()];
  const ids = [];
  for (const statement of statements) {
    const { id } = await createClaim({ actor, ...claimOn(article, undefined, { statement }) });
    ids.push(id);
  }
  return ids;
}

const OTHERS = [
  "The moon landing of 1969 was filmed in a studio.",
  "Drinking hot water cures the flu within two days.",
  "The mayor sold the city's water works to a friend.",
];

const found = async (statement: string, exceptId: string | null = null) =>
  (await listCheckedBefore({ statement, exceptId })).map(({ statement: said }) => said);

describe("listCheckedBefore", () => {
  test.each([
    ["another number", "Unemployment rose by 4 percent in 2023.", "Unemployment rose by 5 percent in 2023."],
    ["capitals and spaces", "Unemployment rose by 4 percent.", "UNEMPLOYMENT  rose by 4 percent!"],
    ["accents", "El desempleo subió más de un 4 % en España.", "el desempleo subio mas de un 4% en Espana"],
    ["capitals outside ASCII", "Čeští učitelé žádají změny školství.", "ČEŠTÍ UČITELÉ ŽÁDAJÍ ZMĚNY ŠKOLSTVÍ"],
    [
      "composition of letters",
      "La pénurie a touché 30 écoles.",
      "La pénurie a touché 30 écoles.".normalize("NFD"),
    ],
    [
      "the order of words",
      "In 2023 unemployment rose by 4 percent.",
      "Unemployment rose in 2023 by 4 percent.",
    ],
    [
      "endings",
      "The ministry claims it vaccinated all teachers.",
      "Ministry claimed vaccinating all the teachers",
    ],
    ["half of it", "Drinking warm lemon water every morning cures cancer.", "Drinking warm lemon water"],
    [
      "Arabic without vowel signs",
      "ارتَفَعَت البَطالة بنسبة ٤ في المئة عام ٢٠٢٣",
      "ارتفعت البطالة بنسبة 4 في المئة عام 2023",
    ],
    ["Japanese with another number", "失業率は昨年4パーセント上昇した。", "失業率は昨年5パーセント上昇した"],
    ["Chinese without spaces", "去年全国失业率上升了百分之四。", "去年全国的失业率上升了百分之四"],
    ["Korean with other particles", "작년 실업률이 4퍼센트 상승했다.", "작년에 실업률은 4퍼센트 상승했다"],
    ["Thai", "อัตราการว่างงานเพิ่มขึ้นร้อยละสี่", "อัตราว่างงานเพิ่มขึ้นร้อยละสี่"],
    ["Hindi with its own digits", "बेरोज़गारी ४ प्रतिशत बढ़ी", "बेरोजगारी 4 प्रतिशत बढ़ी"],
    [
      "signs of the query language",
      "He's said: 'yes' & \"no\" | (never) \\ 50:50 !",
      "he's said 'yes' & no | never \\ 50:50",
    ],
  ])("finds %s", async (_, earlier, typed) => {
    await record(...OTHERS, earlier);
    expect(await found(typed)).toEqual([earlier]);
  });

  test("does not find what only shares a word, nor anything for nothing", async () => {
    await record(...OTHERS, "Unemployment rose by 4 percent in 2023.");
    expect(await found("The studio in the city has hot water.")).toEqual([]);
    for (const nothing of ["", "  ", "!?", "\0", "\ud800", "a"]) expect(await found(nothing)).toEqual([]);
  });

  test("never finds the claim itself, and at most three, the most alike first", async () => {
    const statements = [1, 2, 3, 4, 5].map(
      (year) => `Unemployment rose by 4 percent in 200${year} in all regions.`,
    );
    const ids = await record(...statements);
    const alike = await found(statements[2] ?? "", ids[2] ?? null);
    expect(alike).toHaveLength(3);
    expect(alike).not.toContain(statements[2]);
    expect((await found(statements[2] ?? ""))[0]).toBe(statements[2]);
  });

  test("looks for rare words where the table's statistics know the common ones", async () => {
    await record(...Array.from({ length: 30 }, (_, number) => `The city said the thing number ${number}.`));
    await record("The city said the bridge was closed.");
    await db.$executeRaw`ANALYZE claim_terms`;
    expect(await found("The city says the bridge was closed")).toEqual([
      "The city said the bridge was closed.",
    ]);
  });

  test("follows a claim that is reworded, deleted and brought back", async () => {
    const actor = await makeMember();
    const article = await makeArticle();
    const [before, after] = ["Unemployment rose by 4 percent.", "Inflation fell below two percent."];
    const input = claimOn(article, undefined, { statement: before });
    const { id } = await createClaim({ actor, ...input });
    const { articleId: _, revisionId: __, start: ___, end: ____, ...details } = input;
    await editClaim({ actor, claimId: id, version: 1, ...details, statement: after });
    expect([await found(before), await found(after)]).toEqual([[], [after]]);
    await deleteClaim({ actor, claimId: id });
    expect(await db.claimTerms.count()).toBe(0);
    await restoreClaim({ actor, claimId: id });
    expect(await found(after)).toEqual([after]);
  });

  test("leaves out what was dismissed as a duplicate, and shows what was dismissed for other reasons", async () => {
    const statement = "Unemployment rose by 4 percent in 2023.";
    const [original = "", copy = ""] = await record(statement, statement);
    const actor = await makeMember({ role: "editor" });
    const dismissed = { actor, reason: "Seen before." };
    await dismissClaim({ ...dismissed, claimId: copy, ground: "duplicate", duplicateOf: original });
    await dismissClaim({ ...dismissed, claimId: original, ground: "out_of_scope", duplicateOf: null });
    expect(await listCheckedBefore({ statement })).toMatchObject([{ id: original, state: "dismissed" }]);
  });

  test.each(["in_review", "second_review", "adjudication"] as const)(
    "shows no rating of a claim that is in %s",
    async (state) => {
      const claim = await makeClaim({ state, firstRating: "misleading" });
      const { statement } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
      const [earlier] = await listCheckedBefore({ statement });
      expect(earlier).toMatchObject({ id: claim.id, state, tone: null, ratingLabel: null, decidedAt: null });
      expect(JSON.stringify(earlier)).not.toMatch(/isleading|Concluded|Reasoned/u);
    },
  );

  test("shows the verdict in force, and counts no confidential source", async () => {
    const claim = await makeClaim({ state: "published" });
    const { statement } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
    const [before] = await listCheckedBefore({ statement });
    expect(before?.tone).not.toBeNull();
    expect(before?.decidedAt).not.toBeNull();
    await makeEvidence({
      actor: claim.editor,
      claimId: claim.id,
      title: "A secret letter",
      url: "https://secret.example/",
      visibility: "confidential",
    });
    const [after] = await listCheckedBefore({ statement });
    expect(after?.sourceCount).toBe(before?.sourceCount);
    expect(JSON.stringify(after)).not.toContain("secret");
  });
});
