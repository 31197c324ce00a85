import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { getClaim } from "#lib/claims/queries.ts";
import { db } from "#lib/db/client.ts";
import type { AttachEvidenceInput } from "#lib/evidence/schema.ts";
import { getOriginal, getSnapshot } from "#lib/snapshots/queries.ts";
import {
  confide,
  type MadeClaim,
  makeClaim,
  makeEvidence,
  makeMember,
  makeSnapshot,
  sourceOf,
} from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { mergeSources } from "./commands.ts";
import { getSource, listSources, suggestSources } from "./queries.ts";

beforeEach(resetDb);

async function cite(claim: MadeClaim, input: Partial<AttachEvidenceInput> = {}): Promise<string> {
  return sourceOf((await makeEvidence({ actor: claim.author, claimId: claim.id, ...input })).id);
}

const titles = async (viewer: Actor, search?: string) =>
  (await listSources({ viewer, search })).items.map(({ title }) => title);

describe("the library", () => {
  test("is found by title, address and publisher, letter by letter, newest first", async () => {
    const claim = await makeClaim();
    await cite(claim, { title: "100% NATO", publisher: "The Registry" });
    await cite(claim, { title: "The pact", url: "https://pact.example/a_b?utm_source=x" });
    const { author } = claim;
    expect(await titles(author)).toEqual(["The pact", "100% NATO"]);
    expect(await titles(author, "100% n")).toEqual(["100% NATO"]);
    expect(await titles(author, "1_0")).toEqual([]);
    expect(await titles(author, "REGISTRY")).toEqual(["100% NATO"]);
    expect(await titles(author, "pact.example/a_b")).toEqual(["The pact"]);
    expect(await titles(author, "https://PACT.example/a_b?utm_medium=mail#part")).toEqual(["The pact"]);
    expect(await titles(author, "\u0000")).toHaveLength(2);
    expect((await listSources({ viewer: author, kind: "reference" })).items).toEqual([]);
  });

  test("goes on page by page without leaving one out or telling one twice", async () => {
    const claim = await makeClaim();
    for (const number of [1, 2, 3, 4, 5]) await cite(claim, { title: `Source ${number}` });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listSources({ viewer: claim.author, cursor, take: 2 });
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([5, 4, 3, 2, 1].map((number) => `Source ${number}`));
  });

  test("counts uses and says whether a copy is kept", async () => {
    const [claim, other] = [await makeClaim(), await makeClaim()];
    const url = "https://source.example/one";
    const sourceId = await cite(claim, { url });
    await cite(other, { url, visibility: "confidential" });
    await makeSnapshot({ sourceId });
    expect((await listSources({ viewer: claim.author })).items).toMatchObject([
      { useCount: 1, hasCopy: true },
    ]);
    // One of its own, which an editor sees beside it.
    expect((await listSources({ viewer: claim.editor })).items).toMatchObject([
      { useCount: 1, hasCopy: false },
      { useCount: 1, hasCopy: true },
    ]);
  });

  test("offers nothing for nothing", async () => {
    await cite(await makeClaim());
    const viewer = await makeMember({ role: "editor" });
    expect(await suggestSources({ viewer, typed: " " })).toEqual([]);
    expect(await suggestSources({ viewer, typed: "treat" })).toHaveLength(1);
  });
});

describe("what is confidential", () => {
  test("is told from the public source of the same address, in the library and on its page", async () => {
    const claim = await makeClaim();
    const url = "https://source.example/both";
    const open = await cite(claim, { url });
    const secret = await cite(claim, { url, visibility: "confidential" });
    const viewer = claim.author;
    const { items } = await listSources({ viewer });
    expect(new Map(items.map(({ id, visibility }) => [id, visibility]))).toEqual(
      new Map([
        [open, "public"],
        [secret, "confidential"],
      ]),
    );
    expect(await getSource({ id: secret, viewer })).toMatchObject({ url, visibility: "confidential" });
  });

  test("is known to editors, and to those who work on the claim; for others it is not there", async () => {
    const claim = await makeClaim();
    const secret = await cite(claim, { title: "The informant", visibility: "confidential" });
    const { id: snapshotId } = await makeSnapshot({ sourceId: secret });
    const strangers = [
      await makeMember({ role: "reporter" }),
      await makeMember({ role: "reviewer" }),
      { ...(await makeMember()), role: "owner" as "admin" },
    ];
    for (const viewer of strangers) {
      expect(await titles(viewer)).toEqual([]);
      expect(await suggestSources({ viewer, typed: "informant" })).toEqual([]);
      expect(await getSource({ id: secret, viewer })).toBeNull();
      expect(await getSnapshot({ id: snapshotId, viewer })).toBeNull();
      expect(await getOriginal({ id: snapshotId, viewer })).toBeNull();
      const seen = await getClaim({ id: claim.id, viewer });
      expect(seen).toMatchObject({ evidence: [], withheldEvidenceIds: [expect.any(String)] });
    }
    for (const viewer of [claim.author, claim.editor, await makeMember({ role: "admin" })]) {
      expect(await titles(viewer)).toEqual(["The informant"]);
      expect((await getSource({ id: secret, viewer }))?.uses).toHaveLength(1);
      expect(await getSnapshot({ id: snapshotId, viewer })).not.toBeNull();
      const seen = await getClaim({ id: claim.id, viewer });
      expect(seen).toMatchObject({ evidence: [{ source: { id: secret } }], withheldEvidenceIds: [] });
    }
  });

  test.each([
    ["in_review", "first"],
    ["second_review", "first"],
    ["ready", "second"],
  ] as const)("is known to whoever holds the claim or has given an opinion: %s, %s", async (state, who) => {
    const url = "https://source.example/secret";
    const author = await makeMember();
    const claim = await makeClaim({ state, author });
    const { claimId, sourceId } = await confideOnly(claim, url);
    const seen = await getSource({ id: sourceId, viewer: claim[who] });
    expect(seen?.uses.map((use) => use.claim.id)).toEqual([claimId]);
  });

  test("is known to whoever holds the claim until the lease ends, also before the worker comes round to it", async () => {
    const claim = await makeClaim({ state: "in_review" });
    const { sourceId } = await confideOnly(claim, "https://source.example/secret");
    const seen = () => getSource({ id: sourceId, viewer: claim.first });
    expect(await seen()).not.toBeNull();
    await db.queueEntry.update({
      where: { claimId: claim.id },
      data: { leaseExpiresAt: new Date() },
      select: { claimId: true },
    });
    expect(await seen()).toBeNull();
  });

  /** Makes the evidence a claim in review has confidential: nobody may attach any there. */
  async function confideOnly({ id: claimId }: MadeClaim, url: string) {
    const { id, sourceId } = await db.evidence.findFirstOrThrow({ where: { claimId } });
    await confide({ id });
    await db.source.update({ where: { id: sourceId }, data: { url } });
    return { claimId, sourceId };
  }

  test("is never merged with what is cited openly, nor with anything else", async () => {
    const [open, secret, another] = [await makeClaim(), await makeClaim(), await makeClaim()];
    const kept = await cite(open, { url: "https://source.example/open" });
    const url = "https://source.example/draft-of-the-informant";
    const gone = await cite(secret, { url, visibility: "confidential" });
    const alike = await cite(another, { url, visibility: "confidential" });
    for (const [sourceId, intoId] of [
      [gone, kept],
      [kept, gone],
      [gone, alike],
    ] as const) {
      const merging = mergeSources({ actor: open.editor, sourceId, intoId, now: new Date() });
      await expect(merging).rejects.toMatchObject({ reason: "merge_confidential" });
    }
  });

  test("of a source that is also cited openly, only the open use is told", async () => {
    const [open, secret] = [await makeClaim(), await makeClaim()];
    const url = "https://source.example/both";
    const id = await cite(open, { url });
    await cite(secret, { url, visibility: "confidential" });
    const viewer = await makeMember({ role: "reviewer" });
    expect(await getSource({ id, viewer })).toMatchObject({
      useCount: 1,
      uses: [{ claim: { id: open.id } }],
    });
  });
});
