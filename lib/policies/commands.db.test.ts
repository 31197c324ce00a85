import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { savePolicy, translatePolicy } from "./commands.ts";
import { listPolicies, listPoliciesIn } from "./queries.ts";
import type { TranslatePolicyInput } from "./schema.ts";
import { savePolicyInput } from "./schema.ts";

const now = new Date("2026-03-02T12:00:00Z");

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
});

const editor = () => makeMember({ role: "editor" });
const textOf = async (key: string) => (await listPolicies()).find((policy) => policy.key === key)?.text;

test("an editor writes a policy, changes it and takes it back, and every version stays", async () => {
  const actor = await editor();
  const save = (basedOn: number, policyText: string | null) =>
    savePolicy({ actor, policy: "funding", basedOn, policyText, now });
  expect(await listPolicies()).toMatchObject([
    { key: "sources", version: 0, text: "" },
    { key: "corrections" },
    { key: "funding" },
    { key: "people" },
    { key: "claims" },
  ]);
  await save(0, "Readers pay.");
  await save(1, "Readers and a foundation pay.");
  expect((await listPolicies())[2]).toEqual({
    key: "funding",
    version: 2,
    text: "Readers and a foundation pay.",
    savedAt: now,
  });
  await save(2, null);
  expect(await textOf("funding")).toBe("");
  expect((await db.policyVersion.findMany({ orderBy: { version: "asc" } })).map(({ text }) => text)).toEqual([
    "Readers pay.",
    "Readers and a foundation pay.",
    "",
  ]);
  const events = await db.auditEvent.findMany({ where: { action: "policy.saved" }, orderBy: { seq: "asc" } });
  expect(events.map(({ data }) => data)).toEqual(
    [1, 2, 3].map((version) => ({ policy: "funding", version })),
  );
});

test("saving what stands there writes nothing", async () => {
  const actor = await editor();
  await savePolicy({ actor, policy: "people", basedOn: 0, policyText: null, now });
  await savePolicy({ actor, policy: "people", basedOn: 0, policyText: "We.", now });
  await savePolicy({ actor, policy: "people", basedOn: 1, policyText: "We.", now });
  expect(await db.policyVersion.count()).toBe(1);
  expect(await db.auditEvent.count({ where: { action: "policy.saved" } })).toBe(1);
});

test("of two who write on the same version one is told, and nothing is overwritten", async () => {
  const people = [await editor(), await editor()];
  const results = await Promise.allSettled(
    people.map((actor) =>
      savePolicy({ actor, policy: "sources", basedOn: 0, policyText: `By ${actor.name}`, now }),
    ),
  );
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { reason: "stale_version" },
  });
  expect(await db.policyVersion.count()).toBe(1);
  expect(await db.auditEvent.count({ where: { action: "policy.saved" } })).toBe(1);
});

test.each(["reporter", "reviewer"] as const)("a %s may not", async (role) => {
  const actor = await makeMember({ role });
  const asked = { actor, policy: "sources", basedOn: 0, policyText: "Ours.", now } as const;
  await expect(savePolicy(asked)).rejects.toMatchObject({ reason: "not_allowed" });
  expect(await db.policyVersion.count()).toBe(0);
});

test.each([
  { policy: "secrets", basedOn: "0", policyText: "x" },
  { policy: "sources", basedOn: "-1", policyText: "x" },
  { policy: "sources", basedOn: "0", policyText: "x".repeat(10_001) },
  { policy: "sources", basedOn: "0", policyText: "x", more: "y" },
])("%j is no policy", (form) => {
  expect(savePolicyInput.safeParse(form).success).toBe(false);
});

describe("a policy in another language", () => {
  let editor: Actor;
  beforeEach(async () => {
    editor = await makeMember({ role: "editor" });
    await db.newsroom.update({ where: { id: 1 }, data: { readerLanguages: ["fr", "ar"] } });
    await savePolicy({ actor: editor, policy: "funding", basedOn: 0, policyText: "Readers pay.", now });
  });

  const translate = (change: Partial<TranslatePolicyInput & { actor: Actor }> = {}) =>
    translatePolicy({
      ...{ actor: editor, policy: "funding", language: "fr", number: 1, basedOn: 0, now },
      ...{ policyText: "Les lecteurs paient.", ...change },
    });
  const fundingIn = async (asked: "fr" | "ar" | null) =>
    (await listPoliciesIn(asked, "en")).find(({ key }) => key === "funding");

  test("is what readers of it get, and others the original with its language", async () => {
    await translate();
    expect(await fundingIn("fr")).toMatchObject({ text: "Les lecteurs paient." });
    expect((await fundingIn("fr"))?.lang).toBeUndefined();
    expect(await fundingIn("ar")).toMatchObject({ text: "Readers pay.", lang: "en" });
    expect((await fundingIn(null))?.lang).toBeUndefined();
    const event = await db.auditEvent.findFirstOrThrow({ where: { action: "policy.translated" } });
    expect(event.data).toEqual({ policy: "funding", language: "fr", version: 1, number: 1 });
  });

  test("keeps its versions, and is not shown once the policy is another one", async () => {
    await translate();
    await translate({ basedOn: 1, policyText: "Nos lecteurs paient." });
    await savePolicy({ actor: editor, policy: "funding", basedOn: 1, policyText: "A fund pays.", now });
    expect(await fundingIn("fr")).toMatchObject({ text: "A fund pays.", lang: "en" });
    await expect(translate({ basedOn: 2 })).rejects.toMatchObject({ reason: "stale_version" });
    // The same words may be right for the next version too.
    await translate({ basedOn: 2, number: 2, policyText: "Nos lecteurs paient." });
    expect(await fundingIn("fr")).toMatchObject({ text: "Nos lecteurs paient." });
    const kept = await db.policyTranslation.findMany({ orderBy: { version: "asc" } });
    expect(kept.map(({ text, originalVersion }) => [originalVersion, text])).toEqual([
      [1, "Les lecteurs paient."],
      [1, "Nos lecteurs paient."],
      [2, "Nos lecteurs paient."],
    ]);
  });

  test("goes when it is empty, and with the policy", async () => {
    await translate();
    await translate({ basedOn: 1, policyText: null });
    expect(await fundingIn("fr")).toMatchObject({ text: "Readers pay.", lang: "en" });
    await translate({ basedOn: 2 });
    await savePolicy({ actor: editor, policy: "funding", basedOn: 1, policyText: null, now });
    expect(await fundingIn("fr")).toMatchObject({ text: "" });
    await expect(translate({ basedOn: 3, number: 2 })).rejects.toMatchObject({ reason: "stale_version" });
  });

  test("saved as it stands does nothing; of two people at once, one is told that another was first", async () => {
    const both = await Promise.allSettled([translate(), translate({ policyText: "Vous payez." })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { text } = await db.policyTranslation.findFirstOrThrow();
    await translate({ basedOn: 1, policyText: text });
    expect(await db.auditEvent.count({ where: { action: "policy.translated" } })).toBe(1);
  });

  test("is an editor's, in a language readers can choose", async () => {
    const reviewer = await makeMember({ role: "reviewer" });
    await expect(translate({ actor: reviewer })).rejects.toMatchObject({ reason: "not_allowed" });
    for (const language of ["de", "en"] as const) {
      await expect(translate({ language })).rejects.toMatchObject({ reason: "language_not_offered" });
    }
  });
});
