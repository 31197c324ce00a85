import { beforeEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { attachDocument } from "#lib/evidence/commands.ts";
import { readPacked } from "#lib/storage/packed.ts";
import { evidenceFor, makeClaim, makeDocument } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { keepFile, sweepFiles } from "./commands.ts";

beforeEach(resetDb);

/** Other bytes each time: files outlive a test. */
const bytes = () => new TextEncoder().encode(`Minutes of the meeting ${crypto.randomUUID()}`);
const inADay = () => new Date(Date.now() + 25 * 3_600_000);

test("what nothing names is removed after a day, and not before", async () => {
  const kept = await keepFile(bytes());
  expect(await sweepFiles({ now: new Date(Date.now() + 23 * 3_600_000) })).toBe(0);
  expect(await readPacked(kept)).not.toBeNull();
  expect(await sweepFiles({ now: inADay() })).toBe(1);
  expect(await readPacked(kept)).toBeNull();
  expect(await sweepFiles({ now: inADay() })).toBe(0);
});

test("what a source names stays, until the source is gone", async () => {
  const claim = await makeClaim();
  const { sourceId } = await makeDocument({ actor: claim.author, claimId: claim.id, bytes: bytes() });
  const file = await db.document.findFirstOrThrow({ where: { sourceId } });
  expect(await sweepFiles({ now: inADay() })).toBe(0);
  expect(await readPacked(file)).not.toBeNull();
  await db.evidence.deleteMany({ where: { sourceId } });
  await db.source.delete({ where: { id: sourceId }, select: { id: true } });
  expect(await sweepFiles({ now: inADay() })).toBe(1);
  expect(await readPacked(file)).toBeNull();
});

test("bytes that are attached while they are swept are there afterwards", async () => {
  for (const _ of [1, 2, 3, 4, 5]) {
    const claim = await makeClaim();
    const same = bytes();
    await keepFile(same, new Date(0));
    const { claimId, url: _url, ...fields } = evidenceFor(claim.id);
    const attach = () =>
      attachDocument({
        actor: claim.author,
        bytes: same,
        ...{ claimId, ...fields, url: null, fileName: "minutes.txt", alt: null },
      });
    const [{ id }] = await Promise.all([attach(), sweepFiles({ now: new Date() })]);
    const { source } = await db.evidence.findUniqueOrThrow({
      where: { id },
      select: { source: { select: { documents: true } } },
    });
    const [file] = source.documents;
    expect(file && (await readPacked(file))).toEqual(Buffer.from(same));
    expect(await sweepFiles({ now: new Date() })).toBe(0);
  }
});
