import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { makeClaim, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import {
  addProblem,
  addRating,
  createScale,
  discardScale,
  draftScale,
  editRating,
  moveRating,
  putScaleIntoUse,
  removeProblem,
  renameScale,
  retireRating,
} from "./commands.ts";
import { DEFAULT_SCALE, PRESETS } from "./presets.ts";
import {
  canBeGiven,
  getDraft,
  getScaleChoices,
  listRatings,
  listUsedScales,
  type ScaleView,
} from "./queries.ts";

let admin: Actor;

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
  admin = await makeMember({ role: "admin" });
});

const NOW = new Date("2030-05-01T12:00:00Z");

async function requireDraft(): Promise<ScaleView> {
  const draft = await getDraft();
  if (!draft) throw new Error("no draft");
  return draft;
}

/** The draft as an admin who just loaded it changes it. */
async function onDraft(): Promise<{ actor: Actor; scaleId: string; version: number }> {
  const { id, edits } = await requireDraft();
  return { actor: admin, scaleId: id, version: edits };
}

async function ratingOf(label: string): Promise<{ ratingId: string }> {
  const rating = (await requireDraft()).ratings.find((known) => known.label === label);
  if (!rating) throw new Error(`no rating ${label}`);
  return { ratingId: rating.id };
}

const labels = async () => (await requireDraft()).ratings.map(({ label }) => label);
const scaleInUse = async () => (await db.newsroom.findUniqueOrThrow({ where: { id: 1 } })).scaleId;
const HALF = { label: "Half true", definition: "Half of it is.", tone: "mixed", value: 3 } as const;

describe("a draft", () => {
  test("begins as the scale in use and changes nothing until it is put into use", async () => {
    const before = await scaleInUse();
    await draftScale({ actor: admin, preset: null });
    expect(await requireDraft()).toMatchObject({ key: "six-step", version: 2, name: "Six steps" });
    expect(await labels()).toEqual(DEFAULT_SCALE.ratings.map(({ label }) => label));

    await addRating({ ...(await onDraft()), ...HALF });
    await moveRating({ ...(await onDraft()), ...(await ratingOf("Half true")), move: "up" });
    await retireRating({ ...(await onDraft()), ...(await ratingOf("Mixed")), retired: true });
    await editRating({
      ...(await onDraft()),
      ...(await ratingOf("False")),
      ...HALF,
      label: "Wrong",
      tone: "false",
      value: 1,
    });
    await renameScale({ ...(await onDraft()), name: "Ours" });
    expect(await scaleInUse()).toBe(before);
    expect((await listRatings(before)).map(({ label }) => label)).toEqual(
      DEFAULT_SCALE.ratings.map(({ label }) => label),
    );

    const draft = await requireDraft();
    await putScaleIntoUse({ ...(await onDraft()), now: NOW });
    expect(await scaleInUse()).toBe(draft.id);
    expect((await getScaleChoices(draft.id)).ratings.map(({ key, label }) => [key, label])).toEqual([
      ["true", "True"],
      ["mostly-true", "Mostly true"],
      ["misleading", "Misleading"],
      ["false", "Wrong"],
      ["half-true", "Half true"],
      ["unproven", "Unproven"],
    ]);
    expect(await getDraft()).toBeNull();
  });

  test.each(PRESETS.map(({ key }) => [key]))("can begin with %s and be put into use", async (preset) => {
    await draftScale({ actor: admin, preset });
    await putScaleIntoUse({ ...(await onDraft()), now: NOW });
    const known = PRESETS.find(({ key }) => key === preset);
    const { ratings, problems, isRated } = await getScaleChoices(await scaleInUse());
    expect(ratings.map(({ label }) => label)).toEqual(known?.ratings.map(({ label }) => label));
    expect(problems.map(({ label }) => label)).toEqual(known?.problems.map(({ label }) => label));
    expect(isRated).toBe(known?.isRated);
  });

  test("is one: whoever begins another is given the one that is there, also of several at once", async () => {
    const begun = await Promise.all(
      Array.from({ length: 8 }, () => draftScale({ actor: admin, preset: "fever" })),
    );
    expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
    expect(await db.scale.count({ where: { inUseSince: null } })).toBe(1);
    expect(await db.auditEvent.count({ where: { action: "scale.drafted" } })).toBe(1);
  });

  test("refuses whoever saw another state of it, and keeps what the first wrote", async () => {
    await draftScale({ actor: admin, preset: null });
    const seen = await onDraft();
    const saves = await Promise.allSettled([
      renameScale({ ...seen, name: "One" }),
      renameScale({ ...seen, name: "Two" }),
    ]);
    expect(saves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = saves.find((save) => save.status === "rejected");
    expect(refused).toMatchObject({ reason: { reason: "stale_version" } });
    expect(await db.auditEvent.count({ where: { action: "scale.edited" } })).toBe(1);
  });

  test("keeps labels apart, however they are typed, and their keys", async () => {
    await draftScale({ actor: admin, preset: null });
    const twice = addRating({ ...(await onDraft()), ...HALF, label: " mostly  TRUE " });
    await expect(twice).rejects.toMatchObject({ reason: "label_taken", field: "label" });
    await editRating({ ...(await onDraft()), ...(await ratingOf("Mixed")), ...HALF, label: "So so" });
    await addRating({ ...(await onDraft()), ...HALF, label: "Mixed" });
    await addRating({ ...(await onDraft()), ...HALF, label: "½" });
    const keys = (await requireDraft()).ratings.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("needs two ratings to choose from, and drops what was never given", async () => {
    await draftScale({ actor: admin, preset: "fever" });
    await addRating({ ...(await onDraft()), ...HALF });
    for (const label of ["Supported", "Refuted", "Half true"]) {
      await retireRating({ ...(await onDraft()), ...(await ratingOf(label)), retired: true });
    }
    const early = putScaleIntoUse({ ...(await onDraft()), now: NOW });
    await expect(early).rejects.toMatchObject({ reason: "scale_too_small" });
    await retireRating({ ...(await onDraft()), ...(await ratingOf("Supported")), retired: false });
    await putScaleIntoUse({ ...(await onDraft()), now: NOW });
    const [fever] = await listUsedScales();
    expect(fever?.ratings.map(({ label }) => label)).toEqual(["Supported", "Not enough information"]);
  });

  test("has kinds of problem of its own", async () => {
    await draftScale({ actor: admin, preset: null });
    await addProblem({ ...(await onDraft()), label: "Old", definition: "It was so once." });
    await addProblem({ ...(await onDraft()), label: "Made up", definition: "There is nothing to it." });
    const [old] = (await requireDraft()).problems;
    await removeProblem({ ...(await onDraft()), problemId: old?.id ?? "" });
    await putScaleIntoUse({ ...(await onDraft()), now: NOW });
    const { problems, ratings } = await getScaleChoices(await scaleInUse());
    expect(problems.map(({ key }) => key)).toEqual(["made-up"]);
    const chosen = { scaleId: await scaleInUse(), ratingId: ratings[0]?.id ?? "" };
    expect(await canBeGiven(db, { ...chosen, problemId: problems[0]?.id ?? "" })).toBe(true);
    expect(await canBeGiven(db, { ...chosen, problemId: old?.id ?? "" })).toBe(false);
  });

  test("can be thrown away, and is gone for whoever still has it open", async () => {
    await draftScale({ actor: admin, preset: "afp" });
    const seen = await onDraft();
    await discardScale(seen);
    expect(await getDraft()).toBeNull();
    await expect(renameScale({ ...seen, name: "Late" })).rejects.toMatchObject({ reason: "draft_gone" });
    expect(await db.rating.count()).toBe(DEFAULT_SCALE.ratings.length);
  });

  test("is the admins' alone", async () => {
    for (const role of ["reporter", "reviewer", "editor"] as const) {
      const actor = await makeMember({ role });
      await expect(draftScale({ actor, preset: null })).rejects.toMatchObject({ reason: "not_allowed" });
    }
    await draftScale({ actor: admin, preset: null });
    const actor = await makeMember({ role: "editor" });
    const seen = { ...(await onDraft()), actor };
    for (const change of [
      renameScale({ ...seen, name: "Mine" }),
      discardScale(seen),
      putScaleIntoUse({ ...seen, now: NOW }),
    ]) {
      await expect(change).rejects.toMatchObject({ reason: "not_allowed" });
    }
  });
});

test("the database refuses to change a scale in use, its ratings and its kinds of problem", async () => {
  await draftScale({ actor: admin, preset: "plain" });
  await putScaleIntoUse({ ...(await onDraft()), now: NOW });
  const scaleId = await scaleInUse();
  const fixed = /never changes/;
  await expect(db.scale.update({ where: { id: scaleId }, data: { name: "Other" } })).rejects.toThrow(fixed);
  await expect(db.rating.updateMany({ where: { scaleId }, data: { label: "Other" } })).rejects.toThrow(fixed);
  await expect(db.rating.deleteMany({ where: { scaleId } })).rejects.toThrow(fixed);
  await expect(db.problem.updateMany({ where: { scaleId }, data: { label: "Other" } })).rejects.toThrow(
    fixed,
  );
});

test("only the newsroom's own ratings can be given, and only until they are retired", async () => {
  const scaleId = await scaleInUse();
  const otherId = await db.$transaction((tx) => createScale(tx, { ...DEFAULT_SCALE, key: "other" }));
  const ratingId = (await listRatings(scaleId))[0]?.id ?? "";
  expect(await canBeGiven(db, { ratingId, problemId: null, scaleId })).toBe(true);
  expect(await canBeGiven(db, { ratingId, problemId: null, scaleId: otherId })).toBe(false);
  await draftScale({ actor: admin, preset: null });
  await retireRating({ ...(await onDraft()), ...(await ratingOf("True")), retired: true });
  const draftId = (await requireDraft()).id;
  const { ratingId: retiredId } = await ratingOf("True");
  expect(await canBeGiven(db, { ratingId: retiredId, problemId: null, scaleId: draftId })).toBe(false);
});

test("verdicts keep the version they were given on", async () => {
  const claim = await makeClaim({ state: "published" });
  await draftScale({ actor: admin, preset: null });
  for (const { label } of DEFAULT_SCALE.ratings) {
    const { ratingId } = await ratingOf(label);
    await editRating({ ...(await onDraft()), ratingId, ...HALF, label: `New ${label}` });
  }
  await putScaleIntoUse({ ...(await onDraft()), now: NOW });
  const verdict = await db.verdict.findFirstOrThrow({
    where: { claimId: claim.id },
    select: { rating: { select: { label: true } } },
  });
  expect(DEFAULT_SCALE.ratings.map(({ label }) => label)).toContain(verdict.rating.label);
  const [, before] = await listUsedScales();
  expect(before).toMatchObject({ version: 1, verdicts: 1 });
});
