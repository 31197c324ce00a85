import { beforeEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { savePolicy } from "./commands.ts";
import { listPolicies } from "./queries.ts";
import { savePolicyInput } from "./schema.ts";

const noon = new Date("2026-03-02T12:00:00Z");

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
});

const editor = () => makeMember({ role: "editor" });
const textOf = async (key: string) => (await listPolicies()).find((policy) => policy.key === key)?.text;

test("an editor writes a policy, changes it and takes it back, and every version stays", async () => {
  const actor = await editor();
  const save = (basedOn: number, policyText: string | null) =>
    savePolicy({ actor, policy: "funding", basedOn, policyText, now: noon });
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
    savedAt: noon,
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
  await savePolicy({ actor, policy: "people", basedOn: 0, policyText: null, now: noon });
  await savePolicy({ actor, policy: "people", basedOn: 0, policyText: "We.", now: noon });
  await savePolicy({ actor, policy: "people", basedOn: 1, policyText: "We.", now: noon });
  expect(await db.policyVersion.count()).toBe(1);
  expect(await db.auditEvent.count({ where: { action: "policy.saved" } })).toBe(1);
});

test("of two who write on the same version one is told, and nothing is overwritten", async () => {
  const people = [await editor(), await editor()];
  const results = await Promise.allSettled(
    people.map((actor) =>
      savePolicy({ actor, policy: "sources", basedOn: 0, policyText: `By ${actor.name}`, now: noon }),
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
  const asked = { actor, policy: "sources", basedOn: 0, policyText: "Ours.", now: noon } as const;
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
