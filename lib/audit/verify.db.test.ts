import { generateKeyPairSync } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { keepHeads, recordAudit } from "./commands.ts";
import { verifyKept } from "./queries.ts";
import { verifyChains } from "./verify.ts";

// Every way to alter it that is tried: `npm run tamper`. Here: what the findings say.

beforeEach(resetDb);

const made = generateKeyPairSync("ed25519");
const privateKey = made.privateKey.export({ type: "pkcs8", format: "der" }).toString("base64");
const key = made.publicKey.export({ type: "spki", format: "der" }).toString("base64");

/** Signs what has grown; gives the lines that were kept. */
async function kept(): Promise<string[]> {
  const lines: string[] = [];
  await keepHeads({ privateKey, now: new Date(), keep: async (more) => void lines.push(...more) });
  return lines;
}

/** As a superuser who switches triggers off. */
const tamper = (sql: string, ...values: unknown[]) =>
  db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRawUnsafe(sql, ...values),
  ]);

const kinds = ({ findings }: { findings: { kind: string }[] }) => findings.map(({ kind }) => kind);

describe("verifyChains", () => {
  test("finds nothing where nothing was altered, and counts", async () => {
    const claim = await makeClaim({ state: "published" });
    const { findings, events, chains } = await verifyChains();
    expect(findings).toEqual([]);
    expect(events).toBe(await db.auditEvent.count());
    expect(chains).toBe((await db.auditLink.groupBy({ by: ["chain"] })).length);
    expect(await db.auditLink.count({ where: { chain: claim.articleId } })).toBeGreaterThan(5);
  });

  test("names the event that was edited, its chain and its place", async () => {
    const { articleId } = await makeClaim({ state: "queued" });
    const { eventId } = await db.auditLink.findUniqueOrThrow({
      where: { chain_position: { chain: articleId, position: 2 } },
    });
    await tamper("UPDATE audit_events SET actor_name = 'Nobody' WHERE id = $1::uuid", eventId);
    expect((await verifyChains()).findings).toEqual([
      { kind: "edited", chain: articleId, from: 2, to: 2, eventId },
    ]);
  });

  test("names the links that do not follow from the ones before", async () => {
    const { articleId } = await makeClaim({ state: "queued" });
    await tamper(
      "UPDATE audit_links SET hash = sha256('another') WHERE chain = $1::uuid AND position = 2",
      articleId,
    );
    expect((await verifyChains()).findings).toMatchObject([
      { kind: "broken", chain: articleId, from: 2, to: 2 },
      { kind: "broken", chain: articleId, from: 3, to: 3 },
    ]);
  });

  test("tells a deleted event from a missing link and an inserted event", async () => {
    const { articleId } = await makeClaim({ state: "queued" });
    await tamper("DELETE FROM audit_links WHERE chain = $1::uuid AND position = 2", articleId);
    expect(kinds(await verifyChains())).toEqual(["missing", "inserted"]);
    await tamper(
      "DELETE FROM audit_events e WHERE NOT EXISTS (SELECT FROM audit_links WHERE event_id = e.id)",
    );
    expect(kinds(await verifyChains())).toEqual(["missing"]);
    await tamper(
      "DELETE FROM audit_events WHERE id IN (SELECT event_id FROM audit_links WHERE chain = $1::uuid AND position = 3)",
      articleId,
    );
    expect(kinds(await verifyChains())).toEqual(["missing", "deleted"]);
  });
});

describe("heads that were kept", () => {
  test("show that the end was cut off, of a chain or of all of it", async () => {
    const { articleId } = await makeClaim({ state: "queued" });
    const heads = await kept();
    const length = await db.auditLink.count({ where: { chain: articleId } });
    const cut = (from: number) =>
      tamper(
        `WITH cut AS (DELETE FROM audit_links WHERE chain = $1::uuid AND position >= ${from} RETURNING event_id)
         DELETE FROM audit_events WHERE id IN (SELECT event_id FROM cut)`,
        articleId,
      );
    await cut(length);
    expect((await verifyKept({ heads: [], keys: [key] })).findings).toEqual([]);
    expect((await verifyKept({ heads, keys: [key] })).findings).toEqual([
      { kind: "unproven", chain: articleId, from: 1, to: length - 1, eventId: null },
      { kind: "truncated", chain: articleId, from: length, to: length, eventId: null },
    ]);
    await cut(1);
    expect(kinds(await verifyKept({ heads, keys: [key] }))).toEqual(["truncated"]);
  });

  test("are signed once for each end, of chains that have grown only", async () => {
    const [one, other] = [await makeArticle(), await makeArticle()];
    expect((await kept()).length).toBeGreaterThanOrEqual(2);
    expect(await kept()).toEqual([]);
    await db.$transaction((tx) =>
      recordAudit(tx, { actor: null, action: "claim.recalled", articleId: other.id, data: {} }),
    );
    const again = await kept();
    expect(again.map((line) => JSON.parse(line).chain)).toEqual([other.id]);
    expect(await db.auditHead.count({ where: { chain: one.id } })).toBe(1);
  });

  test("count only when a known key signed what they say", async () => {
    await makeArticle();
    const [line = ""] = await kept();
    const other = { ...JSON.parse(line), length: 7 };
    for (const forged of [JSON.stringify(other), "{", JSON.stringify({ ...JSON.parse(line), more: 1 })]) {
      expect(kinds(await verifyKept({ heads: [forged], keys: [key] }))).toEqual(["forged"]);
    }
    expect(kinds(await verifyKept({ heads: [line], keys: [] }))).toEqual(["forged"]);
    expect(kinds(await verifyKept({ heads: [line], keys: [key] }))).toEqual([]);
  });

  test("are in no database before they are kept outside", async () => {
    await makeArticle();
    const keep = () => Promise.reject(new Error("The disk is full."));
    await expect(keepHeads({ privateKey, now: new Date(), keep })).rejects.toThrow("full");
    expect(await db.auditHead.count()).toBe(0);
  });
});

test("what is taken out while it is looked at was not altered", async () => {
  const { author } = await makeClaim({ state: "published" });
  const { verifying } = await db.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE audit_links IN ACCESS EXCLUSIVE MODE`;
    const verifying = verifyKept({ heads: [], keys: [] });
    await vi.waitFor(async () => {
      const waiting = await tx.$queryRaw`
        SELECT FROM pg_locks WHERE NOT granted AND relation = 'audit_links'::regclass`;
      expect(waiting).toHaveLength(1);
    });
    await tx.$queryRaw`
      SELECT parts FROM erase_from_audit(${author.id}::uuid, ARRAY[]::text[], ARRAY[]::uuid[], '{}', ${author.id}::uuid)`;
    return { verifying };
  });
  expect((await verifying).findings).toEqual([]);
  expect(kinds(await verifyKept({ heads: [], keys: [] }))).toEqual(["emptied"]); // by no event that tells of it
});
