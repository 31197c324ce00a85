import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { deleteClaim, restoreClaim } from "#lib/claims/commands.ts";
import { getClaim } from "#lib/claims/queries.ts";
import { db } from "#lib/db/client.ts";
import { editEvidence } from "#lib/evidence/commands.ts";
import type { AttachEvidenceInput } from "#lib/evidence/schema.ts";
import { correctClaim } from "#lib/publishing/commands.ts";
import { getPublished } from "#lib/publishing/queries.ts";
import { describeSource } from "#lib/sources/commands.ts";
import { evidenceFor, makeClaim, makeEvidence, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { recordSighting, takeBackSighting } from "./commands.ts";

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
});

const noon = new Date("2026-03-02T12:00:00Z");
const words = { url: null, title: "A conversation", visibility: "confidential" } as const;

const makeEditor = () => makeMember({ role: "editor" });

async function confided(input: Partial<AttachEvidenceInput> = {}) {
  const claim = await makeClaim();
  const { id } = await makeEvidence({ actor: claim.author, claimId: claim.id, ...words, ...input });
  return { claim, evidenceId: id, version: 1, now: noon };
}

/** Who has seen it, as somebody who knows of it is told. */
async function seenBy({ claim, evidenceId }: { claim: { id: string; author: Actor }; evidenceId: string }) {
  const shown = await getClaim({ id: claim.id, viewer: claim.author });
  return shown?.evidence.find(({ id }) => id === evidenceId)?.sightings.map(({ memberName }) => memberName);
}

const events = (subjectId: string) =>
  db.auditEvent.findMany({
    where: { subjectId, action: { startsWith: "evidence.seen" } },
    orderBy: { seq: "asc" },
    select: { action: true, actorId: true },
  });

describe("recordSighting", () => {
  test("notes who saw it and when, with one event", async () => {
    const [ana, it] = [await makeEditor(), await confided()];
    await recordSighting({ actor: ana, ...it });
    const shown = await getClaim({ id: it.claim.id, viewer: it.claim.author });
    expect(shown?.evidence[0]?.sightings).toEqual([{ memberId: ana.id, memberName: ana.name, seenAt: noon }]);
    expect(await events(it.evidenceId)).toEqual([{ action: "evidence.seen", actorId: ana.id }]);
  });

  test("said twice at once by one editor it counts once, and of two editors both count", async () => {
    const [ana, ben, it] = [await makeEditor(), await makeEditor(), await confided()];
    await Promise.all([ana, ana, ben].map((actor) => recordSighting({ actor, ...it })));
    expect(new Set(await seenBy(it))).toEqual(new Set([ana.name, ben.name]));
    expect(await events(it.evidenceId)).toHaveLength(2);
  });

  test("is refused of evidence that says something else by now, and of public evidence", async () => {
    const [ana, it, open] = [await makeEditor(), await confided(), await confided({ visibility: "public" })];
    await expect(recordSighting({ actor: ana, ...it, version: 2 })).rejects.toMatchObject({
      reason: "stale_version",
    });
    await expect(recordSighting({ actor: ana, ...open })).rejects.toMatchObject({ reason: "not_found" });
  });

  test("is an editor's to say; whoever may not know of it is told nothing", async () => {
    const [reporter, reviewer, it] = [
      await makeMember(),
      await makeMember({ role: "reviewer" }),
      await confided(),
    ];
    for (const actor of [reporter, reviewer]) {
      await expect(recordSighting({ actor, ...it })).rejects.toMatchObject({ reason: "not_found" });
    }
    await expect(recordSighting({ actor: it.claim.author, ...it })).rejects.toMatchObject({
      reason: "not_allowed",
    });
    const shown = await getClaim({ id: it.claim.id, viewer: reporter });
    expect(shown).toMatchObject({ evidence: [], confidential: { count: 1, seenBy: 0 } });
  });
});

test("takeBackSighting leaves what others said, and tells the history once", async () => {
  const [ana, ben, it] = [await makeEditor(), await makeEditor(), await confided()];
  for (const actor of [ana, ben]) await recordSighting({ actor, ...it });
  await Promise.all([1, 2].map(() => takeBackSighting({ actor: ana, ...it })));
  expect(await seenBy(it)).toEqual([ben.name]);
  expect((await events(it.evidenceId)).map(({ action }) => action)).toEqual([
    "evidence.seen",
    "evidence.seen",
    "evidence.seen_taken_back",
  ]);
});

describe("what was seen lapses", () => {
  async function seen(input: Partial<AttachEvidenceInput> = {}) {
    const [ana, it] = [await makeEditor(), await confided(input)];
    await recordSighting({ actor: ana, ...it });
    const edited = (changes: Partial<AttachEvidenceInput>) => {
      const { claimId: _, ...fields } = evidenceFor(it.claim.id, { ...words, ...input, ...changes });
      return editEvidence({ actor: it.claim.author, ...it, ...fields });
    };
    return { ...it, ana, edited };
  }

  test("when other words are quoted, or another source is named", async () => {
    for (const change of [{ quote: "Something else" }, { title: "Another conversation" }]) {
      const it = await seen();
      await it.edited(change);
      expect(await seenBy(it), JSON.stringify(change)).toEqual([]);
    }
  });

  test("not when only what the desk notes of it changes", async () => {
    const it = await seen();
    await it.edited({ note: "By telephone." });
    expect(await seenBy(it)).toEqual([it.ana.name]);
  });

  test("when its source is called otherwise in the library", async () => {
    const it = await seen();
    const { sourceId } = await db.evidence.findUniqueOrThrow({ where: { id: it.evidenceId } });
    expect(await seenBy(it)).toEqual([it.ana.name]);
    const { version } = await db.source.findUniqueOrThrow({ where: { id: sourceId } });
    const told = { publisher: null, author: null, publishedOn: null, interests: null, reliabilityNote: null };
    await describeSource({
      actor: it.ana,
      sourceId,
      version,
      ...told,
      alt: null,
      title: "What was said",
      kind: "primary",
    });
    expect(await seenBy(it)).toEqual([]);
  });

  test("when its draft is deleted: nobody looked after it meanwhile", async () => {
    const it = await seen();
    const claim = { actor: it.claim.author, claimId: it.claim.id };
    await deleteClaim(claim);
    await restoreClaim(claim);
    expect(await seenBy(it)).toEqual([]);
  });
});

test("readers are told how many editors have seen all of it, and nothing else", async () => {
  const claim = await makeClaim({ state: "published", now: noon });
  const [ana, ben] = [await makeMember({ role: "editor", name: "Ana SECRET" }), await makeEditor()];
  const attach = (title: string) => makeEvidence({ actor: claim.editor, claimId: claim.id, ...words, title });
  const [first, second] = [await attach("SECRET one"), await attach("SECRET two")];
  const see = (actor: Actor, { id }: { id: string }) =>
    recordSighting({ actor, evidenceId: id, version: 1, now: noon });
  await see(ana, first);
  await see(ana, second);
  await see(ben, first);

  const [verdict, { number }] = await Promise.all([
    db.verdict.findFirstOrThrow({ where: { claimId: claim.id } }),
    db.publication.findFirstOrThrow({ where: { claimId: claim.id, isCurrent: true } }),
  ]);
  const { ratingId, conclusion, rationale } = verdict;
  const row = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
  await correctClaim({
    actor: claim.editor,
    claimId: claim.id,
    version: number,
    type: "update",
    reason: "Two sources came in.",
    statement: row.statement,
    ...{ ratingId, conclusion, rationale },
    now: noon,
  });
  const shown = await getPublished(row.slug);
  expect(shown).toMatchObject({ claim: { confidentialSources: 2, confidentialSeenBy: 1 } });
  expect(JSON.stringify(shown)).not.toContain("SECRET");
});
