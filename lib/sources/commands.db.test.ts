import { beforeEach, describe, expect, test } from "vitest";
import { getClaim } from "#lib/claims/queries.ts";
import { db } from "#lib/db/client.ts";
import { attachEvidence } from "#lib/evidence/commands.ts";
import type { AttachEvidenceInput } from "#lib/evidence/schema.ts";
import {
  evidenceFor,
  type MadeClaim,
  makeClaim,
  makeMember,
  makeSnapshot,
  sourceOf,
} from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { describeSource, mergeSources } from "./commands.ts";
import { getSource, mergedInto } from "./queries.ts";
import type { DescribeSourceInput } from "./schema.ts";

beforeEach(resetDb);

const url = "https://source.example/treaty";
const everything = { id: "01890000-0000-7000-8000-000000000000", name: "Eve", role: "editor" } as const;
const nowhere = "01890000-0000-7000-8000-000000000000";

async function evidenceOf({ id, author }: MadeClaim) {
  return (await getClaim({ id, viewer: author }))?.evidence ?? [];
}

function attach(claim: MadeClaim, input: Partial<AttachEvidenceInput> = {}) {
  return attachEvidence({ actor: claim.author, ...evidenceFor(claim.id, { url, ...input }) });
}

async function cited(input: Partial<AttachEvidenceInput> = {}) {
  const claim = await makeClaim();
  const { id: evidenceId } = await attach(claim, input);
  return { claim, evidenceId, sourceId: await sourceOf(evidenceId) };
}

describe("describeSource", () => {
  const words = {
    title: "The treaty",
    publisher: "NATO",
    author: null,
    publishedOn: null,
    kind: "primary",
    interests: null,
    reliabilityNote: null,
    alt: null,
    version: 1,
  } as const;
  const describes = (
    sourceId: string,
    input: Partial<DescribeSourceInput> = {},
    actor?: MadeClaim["author"],
  ) => describeSource({ actor: actor ?? everything, sourceId, ...words, ...input });

  test("says what is known, for every claim that cites it, and what changed", async () => {
    const { claim, sourceId } = await cited();
    await describes(sourceId, { title: "The pact", reliabilityNote: "Checked twice." }, claim.author);
    expect(await evidenceOf(claim)).toMatchObject([{ version: 2, source: { title: "The pact", url } }]);
    expect(await getSource({ id: sourceId, viewer: claim.author })).toMatchObject({
      version: 2,
      reliabilityNote: "Checked twice.",
    });
    expect(await db.auditEvent.findFirst({ where: { action: "source.edited" } })).toMatchObject({
      subjectId: sourceId,
      data: {
        changes: {
          title: { from: "The treaty", to: "The pact" },
          reliabilityNote: { from: null, to: "Checked twice." },
        },
      },
    });
  });

  test("a note alone is a new version too; saving what stands there is nothing", async () => {
    const { sourceId } = await cited();
    await describes(sourceId);
    await describes(sourceId, { reliabilityNote: "Checked." });
    await expect(describes(sourceId)).rejects.toMatchObject({ reason: "stale_version" });
    expect(await db.auditEvent.count({ where: { action: "source.edited" } })).toBe(1);
  });

  test("of two who say otherwise at once, one is told", async () => {
    const { sourceId } = await cited();
    const results = await Promise.allSettled(["One", "Two"].map((title) => describes(sourceId, { title })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "stale_version" },
    });
  });

  test("what one may not know of is not there", async () => {
    const { sourceId } = await cited({ visibility: "confidential" });
    const stranger = await makeMember({ role: "reviewer" });
    await expect(describes(sourceId, {}, stranger)).rejects.toMatchObject({ reason: "not_found" });
  });
});

describe("mergeSources", () => {
  const now = new Date();
  const merge = async (sourceId: string, intoId: string) =>
    mergeSources({ actor: await makeMember({ role: "editor" }), sourceId, intoId, now });
  const other = "https://source.example/treaty.pdf";

  test("evidence and copies go over, the old address and page lead to the one that stays", async () => {
    const [kept, gone] = [
      await cited({ publisher: null }),
      await cited({ url: other, author: "The allies" }),
    ];
    const { id: snapshotId } = await makeSnapshot({ sourceId: gone.sourceId });
    await merge(gone.sourceId, kept.sourceId);

    const [item] = await evidenceOf(gone.claim);
    expect(item).toMatchObject({
      source: { id: kept.sourceId, url, publisher: "NATO", author: "The allies" },
    });
    expect(item?.copies?.kept?.id).toBe(snapshotId);
    expect(await mergedInto(gone.sourceId)).toBe(kept.sourceId);
    expect(await getSource({ id: kept.sourceId, viewer: everything })).toMatchObject({
      useCount: 2,
      merged: [{ id: gone.sourceId, url: other }],
    });
    const { evidenceId } = await cited({ url: `${other}?utm_source=x#top` });
    expect(await sourceOf(evidenceId)).toBe(kept.sourceId);
    expect(await db.auditEvent.findFirst({ where: { action: "source.merged" } })).toMatchObject({
      subjectId: kept.sourceId,
      data: { from: { id: gone.sourceId, url: other }, evidence: 1, snapshots: 1 },
    });
  });

  test("of one that was merged before, the first leads to the last", async () => {
    const [a, b, c] = [await cited(), await cited({ url: other }), await cited({ url: `${other}/3` })];
    await merge(a.sourceId, b.sourceId);
    await merge(b.sourceId, c.sourceId);
    expect([await mergedInto(a.sourceId), await mergedInto(b.sourceId)]).toEqual([c.sourceId, c.sourceId]);
  });

  test("an archive's copy of both, and a copy both wait for, stay once", async () => {
    const archived = { archiveUrl: "https://archive.example/1", noSnapshotReason: null };
    const [kept, gone] = [await cited(archived), await cited({ url: other, ...archived })];
    await merge(gone.sourceId, kept.sourceId);
    const states = await db.snapshot.findMany({ select: { state: true, sourceId: true } });
    expect(states.map(({ state }) => state).toSorted()).toEqual(["linked", "waiting"]);
    expect((await evidenceOf(gone.claim))[0]?.archiveUrl).toBe("https://archive.example/1");
  });

  test("a copy of ours stays, also where both have the same copy of an archive", async () => {
    const [kept, gone] = [await cited(), await cited({ url: other })];
    const archiveUrl = "https://archive.example/1";
    const text =
      "The treaty was signed in Washington by twelve states, which agreed upon it in April of that year.";
    const own = await makeSnapshot({ sourceId: gone.sourceId, text });
    await db.snapshot.update({ where: { id: own.id }, data: { archiveUrl } });
    const linked = { sourceId: kept.sourceId, state: "linked", archiveUrl, readAt: now } as const;
    await db.snapshot.create({ data: linked });
    await merge(gone.sourceId, kept.sourceId);
    expect(await db.snapshot.findUnique({ where: { id: own.id } })).toMatchObject({
      sourceId: kept.sourceId,
      state: "kept",
      archiveUrl: null,
    });
    expect(await db.snapshot.count({ where: { archiveUrl } })).toBe(1);
  });

  test("is refused where a claim would cite the same words twice, and nothing has moved", async () => {
    const { claim, sourceId } = await cited({ quote: "Words" });
    const { id } = await attach(claim, { url: other, quote: "Words" });
    const gone = await sourceOf(id);
    await expect(merge(gone, sourceId)).rejects.toMatchObject({ reason: "merge_twice" });
    expect(await sourceOf(id)).toBe(gone);
    expect(await db.auditEvent.count({ where: { action: "source.merged" } })).toBe(0);
  });

  test("either way round at once, one succeeds and the other finds nothing", async () => {
    const [a, b] = [await cited(), await cited({ url: other })];
    const results = await Promise.allSettled([merge(a.sourceId, b.sourceId), merge(b.sourceId, a.sourceId)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "not_found" },
    });
    expect(await db.source.count()).toBe(1);
  });

  test("is an editor's, and never with itself", async () => {
    const [a, b] = [await cited(), await cited({ url: other })];
    const refused = mergeSources({ actor: a.claim.author, sourceId: b.sourceId, intoId: a.sourceId, now });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    await expect(merge(a.sourceId, a.sourceId)).rejects.toMatchObject({ reason: "merge_itself" });
    await expect(merge(a.sourceId, nowhere)).rejects.toMatchObject({ reason: "not_found" });
  });
});
