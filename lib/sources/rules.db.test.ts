import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { getClaim } from "#lib/claims/queries.ts";
import { db } from "#lib/db/client.ts";
import { editEvidence } from "#lib/evidence/commands.ts";
import { publishClaim } from "#lib/publishing/commands.ts";
import {
  evidenceFor,
  type MadeClaim,
  makeClaim,
  makeDocument,
  makeEvidence,
  makeMember,
  makeSnapshot,
  sourceOf,
} from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { replaceAddress } from "./commands.ts";
import { listSources, suggestSources } from "./queries.ts";

beforeEach(resetDb);

const url = "https://files.ministry.example/report.pdf";
const bytes = new TextEncoder().encode("The ministry spent ten million on it.");
const NOW = new Date();

/** What Ann knows, and nobody else is to. */
const CONFIDED = {
  title: "Pointed out by Jane Doe",
  author: "Jane Doe",
  interests: "Jane Doe works there and fears for her job",
  visibility: "confidential",
} as const;
const OPEN = { title: "Annual report", publisher: null, visibility: "public" } as const;

type Cite = (of: { actor: Actor; claimId: string }, said: object) => Promise<{ id: string; known?: unknown }>;
const WAYS: Record<string, Cite> = {
  "an address": (of, said) => makeEvidence({ ...of, url, ...said }),
  "a file": (of, said) => makeDocument({ ...of, bytes, fileName: "annual.txt", ...said }),
};

async function twoDrafts(): Promise<{ anns: MadeClaim; bens: MadeClaim }> {
  return { anns: await makeClaim(), bens: await makeClaim() };
}

const by = ({ id: claimId, author: actor }: MadeClaim) => ({ actor, claimId });

async function edit({ id: claimId, author }: MadeClaim, evidenceId: string, said: object): Promise<void> {
  const { version } = await db.evidence.findUniqueOrThrow({ where: { id: evidenceId } });
  const { claimId: _, ...input } = evidenceFor(claimId, said);
  await editEvidence({ actor: author, evidenceId, version, ...input });
}

/** All that somebody at the desk is shown of a claim's evidence and of the sources that they may see. */
async function shown({ id }: MadeClaim, viewer: Actor): Promise<string> {
  const found = [
    (await getClaim({ id, viewer }))?.evidence,
    (await listSources({ viewer })).items,
    await suggestSources({ viewer, typed: "Jane" }),
    await suggestSources({ viewer, typed: url }),
  ];
  return JSON.stringify(found);
}

describe.each(Object.entries(WAYS))("what was said in confidence of %s", (_, cite) => {
  test.each(["confidence", "public"] as const)(
    "said first in %s, then in the other, is for those who may know of it",
    async (first) => {
      const { anns, bens } = await twoDrafts();
      const inConfidence = () => cite(by(anns), { fileName: "jane-doe.txt", ...CONFIDED });
      const openly = () => cite(by(bens), OPEN);
      const order = first === "public" ? [openly, inConfidence] : [inConfidence, openly];
      const made = [];
      for (const attach of order) made.push(await attach());
      // Neither is told that somebody else has it.
      for (const { known } of made) expect(known ?? null).toBeNull();
      const [one, two] = await Promise.all(made.map(({ id }) => sourceOf(id)));
      expect(one).not.toBe(two);
      for (const viewer of [bens.author, await makeMember({ role: "reviewer" })]) {
        expect(await shown(bens, viewer)).not.toMatch(/jane/i);
        expect(await shown(bens, viewer)).toContain(OPEN.title);
        expect((await getClaim({ id: anns.id, viewer }))?.evidence).toEqual([]);
      }
      expect(await shown(anns, anns.author)).toContain(CONFIDED.interests);
      expect((await listSources({ viewer: anns.editor })).items).toHaveLength(2);
    },
  );

  test("on one claim, or in confidence too, is not for another who brings it", async () => {
    const { anns, bens } = await twoDrafts();
    const ben = bens.author;
    await cite(by(anns), CONFIDED);
    const there = await cite(
      { actor: anns.editor, claimId: anns.id },
      { ...OPEN, visibility: "confidential" },
    );
    const elsewhere = await cite(by(bens), { ...OPEN, visibility: "confidential" });
    const ids = await Promise.all([there, elsewhere].map(({ id }) => sourceOf(id)));
    expect(new Set(ids).size).toBe(2);
    expect(await shown(bens, ben)).not.toMatch(/jane/i);
  });

  test("twice by the same member on the same claim is one source", async () => {
    const anns = await makeClaim();
    const one = await cite(by(anns), CONFIDED);
    const two = await cite(by(anns), { ...CONFIDED, stance: "context" });
    expect(await sourceOf(two.id)).toBe(await sourceOf(one.id));
    await expect(cite(by(anns), CONFIDED)).rejects.toMatchObject({ reason: "evidence_twice" });
  });

  test("is not published with what somebody else cites, editors included", async () => {
    const claim = await makeClaim({ state: "ready" });
    await cite(by(await makeClaim()), CONFIDED);
    await cite({ actor: claim.editor, claimId: claim.id }, OPEN);
    const { id: claimId, editor } = claim;
    await publishClaim({ actor: editor, claimId, overrideItem: null, overrideReason: null, now: NOW });
    const frozen = JSON.stringify(await db.publication.findFirstOrThrow({ where: { claimId } }));
    expect(frozen).toContain(OPEN.title);
    expect(frozen).not.toMatch(/jane/i);
  });

  test("at the same moment as in public, both have their own", async () => {
    const { anns, bens } = await twoDrafts();
    const [secret, open] = await Promise.all([cite(by(anns), CONFIDED), cite(by(bens), OPEN)]);
    expect(await sourceOf(secret.id)).not.toBe(await sourceOf(open.id));
    expect(await shown(bens, bens.author)).not.toMatch(/jane/i);
  });
});

describe("evidence that becomes confidential", () => {
  const open = { url, quote: null, ...OPEN };

  test("takes its source along where nothing else cites it, and its address is free", async () => {
    const { anns, bens } = await twoDrafts();
    const { id } = await makeEvidence({ ...by(anns), ...open });
    const sourceId = await sourceOf(id);
    await edit(anns, id, { url, ...CONFIDED });
    expect(await sourceOf(id)).toBe(sourceId);
    await makeEvidence({ ...by(bens), ...open });
    expect(await shown(bens, bens.author)).not.toMatch(/jane/i);
  });

  test("gets a source of its own beside others' evidence, with the copies", async () => {
    const { anns, bens } = await twoDrafts();
    const { id } = await makeEvidence({ ...by(anns), ...open });
    const others = await makeEvidence({ ...by(bens), ...open });
    const sourceId = await sourceOf(id);
    await makeSnapshot({ sourceId, now: NOW });
    await edit(anns, id, { url, ...CONFIDED });
    expect(await sourceOf(others.id)).toBe(sourceId);
    expect(await sourceOf(id)).not.toBe(sourceId);
    expect((await getClaim({ id: anns.id, viewer: anns.author }))?.evidence).toMatchObject([
      { source: { title: CONFIDED.title }, copies: { kept: { hasText: true } } },
    ]);
    expect(await shown(bens, bens.author)).not.toMatch(/jane/i);
  });

  test("while another attaches its address: theirs is public, and says nothing of it", async () => {
    const { anns, bens } = await twoDrafts();
    const { id } = await makeEvidence({ ...by(anns), ...open });
    const [, theirs] = await Promise.all([
      edit(anns, id, { url, ...CONFIDED }),
      makeEvidence({ ...by(bens), ...open }),
    ]);
    expect(await sourceOf(theirs.id)).not.toBe(await sourceOf(id));
    expect(await shown(bens, bens.author)).not.toMatch(/jane/i);
  });
});

describe("evidence that becomes public", () => {
  test.each(Object.entries(WAYS))(
    "with %s, takes what its form says and the copies, nothing else",
    async (_, cite) => {
      const { anns, bens } = await twoDrafts();
      const { id } = await cite(by(anns), { fileName: "jane-doe.txt", alt: "Jane Doe", ...CONFIDED });
      const from = await sourceOf(id);
      await db.source.update({ where: { id: from }, data: { reliabilityNote: "Jane Doe is to be trusted" } });
      const { url: address } = await db.source.findUniqueOrThrow({ where: { id: from } });
      if (address !== null) await makeSnapshot({ sourceId: from, now: NOW });
      await edit(anns, id, { ...OPEN, url: address });
      const to = await sourceOf(id);
      expect(to).not.toBe(from);
      const stored = await db.source.findUniqueOrThrow({
        where: { id: to },
        include: { documents: true, snapshots: { select: { state: true } } },
      });
      expect(JSON.stringify(stored)).not.toMatch(/jane/i);
      expect(stored).toMatchObject({
        visibility: "public",
        title: OPEN.title,
        snapshots: [{ state: "kept" }],
      });
      // From now on it is known to everybody.
      const { id: theirs } = await cite(by(bens), OPEN);
      expect(await sourceOf(theirs)).toBe(to);
    },
  );
});

test("a former address of what is confidential leads nobody there", async () => {
  const { anns, bens } = await twoDrafts();
  const { id: evidenceId } = await makeEvidence({ ...by(anns), url, ...CONFIDED });
  const movedTo = "https://files.ministry.example/archive/report.pdf";
  const task = { evidenceId, finding: "moved", movedTo, raisedAt: NOW } as const;
  const { id: taskId } = await db.sourceTask.create({ data: task, select: { id: true } });
  // Another has a public source there: nothing says so.
  await makeEvidence({ ...by(bens), ...OPEN, url: movedTo });
  await replaceAddress({ actor: anns.author, taskId, now: NOW });
  await makeEvidence({ ...by(bens), ...OPEN, url });
  expect(await shown(bens, bens.author)).not.toMatch(/jane/i);
  expect(await db.formerAddress.count()).toBe(0);
});

test("the database refuses public evidence of a confidential source, whoever writes it", async () => {
  const anns = await makeClaim();
  const { id } = await makeEvidence({ ...by(anns), url, ...CONFIDED });
  await expect(db.evidence.update({ where: { id }, data: { visibility: "public" } })).rejects.toThrow(
    /same confidentiality/,
  );
  const sourceId = await sourceOf(id);
  await expect(db.source.update({ where: { id: sourceId }, data: { visibility: "public" } })).rejects.toThrow(
    /same confidentiality/,
  );
});
