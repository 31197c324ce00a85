import { generateKeyPairSync } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { keepHeads, recordAudit } from "#lib/audit/commands.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { paceOf } from "#lib/notifications/rules.ts";
import { DEFAULT_MAIL } from "#lib/notifications/values.ts";
import { makeClaim, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { askVerification, failVerification, runVerification } from "./commands.ts";
import { getVerified } from "./queries.ts";
import { PATIENCE } from "./rules.ts";

const HOUR = 3_600_000;
const made = generateKeyPairSync("ed25519");
const privateKey = made.privateKey.export({ type: "pkcs8", format: "der" }).toString("base64");
const key = made.publicKey.export({ type: "spki", format: "der" }).toString("base64");

let admin: Actor;
let kept: { heads: string[]; keys: string[] };

beforeEach(async () => {
  await resetDb();
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'audit.verify'`;
  admin = await makeMember({ role: "admin" });
  kept = { heads: [], keys: [key] };
});

const sign = () =>
  keepHeads({ privateKey, now: new Date(), keep: async (lines) => void kept.heads.push(...lines) });

/** As the worker does. */
async function verify(actor: Actor | null = null) {
  await askVerification({ actor, now: new Date() });
  const { id } = await db.auditVerification.findFirstOrThrow({ where: { finishedAt: null } });
  await runVerification({ id, kept });
  return getVerified({ now: new Date() });
}

/** As a superuser who switches triggers off. */
const tamper = (sql: string, ...values: unknown[]) =>
  db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRawUnsafe(sql, ...values),
  ]);

const rename = (articleId: string, position: number) =>
  tamper(
    `UPDATE audit_events SET actor_name = 'Nobody' WHERE id =
      (SELECT event_id FROM audit_links WHERE chain = $1::uuid AND position = $2)`,
    articleId,
    position,
  );

const told = (memberId: string) => db.notification.count({ where: { memberId, kind: "history_altered" } });
const jobs = () => db.$queryRaw<unknown[]>`SELECT FROM pgboss.job WHERE name = 'audit.verify'`;

describe("having the history verified", () => {
  test("is asked for by admins only, is written down, and its result says what was looked at", async () => {
    const editor = await makeMember({ role: "editor" });
    await expect(askVerification({ actor: editor, now: new Date() })).rejects.toThrow("not_allowed");
    await makeClaim({ state: "published" });
    await sign();
    const { last, askedAt, failedAt, isOverdue } = await verify(admin);
    expect({ askedAt, failedAt, isOverdue }).toEqual({ askedAt: null, failedAt: null, isOverdue: false });
    expect(last).toMatchObject({ findings: 0, found: null, heads: kept.heads.length });
    expect(last?.events).toBe(await db.auditEvent.count());
    const asked = await db.auditEvent.findFirst({ where: { action: "newsroom.verification_asked" } });
    expect(asked?.actorId).toBe(admin.id);
    expect(await told(admin.id)).toBe(0);
  });

  test("of several who ask at once one is heard", async () => {
    const asking = Array.from({ length: 5 }, () => askVerification({ actor: admin, now: new Date() }));
    const answers = await Promise.allSettled([...asking, askVerification({ actor: null, now: new Date() })]);
    const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
    expect(refused.map(({ reason }) => reason)).toEqual(Array(5).fill("verification_begun"));
    expect(await db.auditVerification.count()).toBe(1);
    expect(await jobs()).toHaveLength(1);
    expect(await db.auditEvent.count({ where: { action: "newsroom.verification_asked" } })).toBeLessThan(2);
  });

  test("can be asked for anew when a worker was lost, and what it then says counts for nothing", async () => {
    const before = new Date(Date.now() - PATIENCE - HOUR);
    await askVerification({ actor: null, now: before });
    const { id } = await db.auditVerification.findFirstOrThrow();
    expect(await getVerified({ now: new Date() })).toMatchObject({ askedAt: null, failedAt: before });
    await askVerification({ actor: null, now: new Date() });
    await runVerification({ id, kept });
    expect(await getVerified({ now: new Date() })).toMatchObject({ last: null });
    expect(await db.auditVerification.count({ where: { finishedAt: null } })).toBe(1);
  });

  test("that comes to no end takes nothing from the last result", async () => {
    const { last } = await verify();
    await askVerification({ actor: null, now: new Date() });
    const { id } = await db.auditVerification.findFirstOrThrow({ where: { finishedAt: null } });
    const now = new Date();
    await failVerification({ id, now });
    expect(await getVerified({ now })).toMatchObject({ last, failedAt: now, askedAt: null });
    expect((await verify()).failedAt).toBeNull();
  });

  test("is overdue after two days, and forgets results of three months but for the last", async () => {
    await makeClaim();
    const later = (hours: number) => new Date(Date.now() + hours * HOUR);
    expect(await getVerified({ now: later(47) })).toMatchObject({ last: null, isOverdue: false });
    expect(await getVerified({ now: later(49) })).toMatchObject({ last: null, isOverdue: true });
    await verify();
    await db.auditVerification.updateMany({
      data: { askedAt: later(-100 * 24), finishedAt: later(-100 * 24) },
    });
    expect(await getVerified({ now: later(0) })).toMatchObject({ isOverdue: true });
    await verify();
    expect(await getVerified({ now: later(0) })).toMatchObject({ isOverdue: false });
    expect(await db.auditVerification.count()).toBe(1);
  });
});

describe("what was altered", () => {
  test("is kept by kind and place, and admins are told once", async () => {
    const { articleId } = await makeClaim({ state: "queued" });
    const editor = await makeMember({ role: "editor" });
    const off = await makeMember({ role: "admin", disabledAt: new Date() });
    await rename(articleId, 2);
    const { last } = await verify();
    expect(last).toMatchObject({
      findings: 1,
      found: { kinds: { edited: 1 }, first: [{ kind: "edited", chain: articleId, from: 2, to: 2 }] },
    });
    await verify(admin);
    expect(await Promise.all([admin, editor, off].map(({ id }) => told(id)))).toEqual([1, 0, 0]);
    expect(paceOf("history_altered", DEFAULT_MAIL)).toBe("at_once");
  });

  test("is told again when something else was, or after nothing was", async () => {
    const { articleId } = await makeClaim({ state: "queued" });
    const rows = () => db.$queryRaw<{ name: string }[]>`
      SELECT e.actor_name AS name FROM audit_events e JOIN audit_links l ON l.event_id = e.id
      WHERE l.chain = ${articleId}::uuid AND l.position = 2`;
    const [before] = await rows();
    await rename(articleId, 2);
    await verify();
    await rename(articleId, 3);
    expect((await verify()).last?.findings).toBe(2);
    expect(await told(admin.id)).toBe(2);
    const restore = "UPDATE audit_events SET actor_name = $1 WHERE article_id = $2::uuid";
    await tamper(restore, before?.name, articleId);
    expect((await verify()).last?.findings).toBe(0);
    await rename(articleId, 2);
    await verify();
    expect(await told(admin.id)).toBe(3);
  });

  test("is nothing new only because events came after it", async () => {
    const { articleId } = await makeClaim({ state: "queued" });
    await sign();
    const length = await db.auditLink.count({ where: { chain: articleId } });
    await tamper(
      `WITH cut AS (DELETE FROM audit_links WHERE chain = $1::uuid AND position = ${length} RETURNING event_id)
       DELETE FROM audit_events WHERE id IN (SELECT event_id FROM cut)`,
      articleId,
    );
    const goOn = () =>
      db.$transaction((tx) =>
        recordAudit(tx, { actor: null, action: "claim.recalled", articleId, data: {} }),
      );
    expect((await verify()).last?.found?.kinds).toEqual({ truncated: 1, unproven: 1 });
    await goOn();
    await goOn();
    const found = { kinds: { rewritten: 1, unproven: 1 } };
    expect((await verify()).last).toMatchObject({ found });
    expect(await told(admin.id)).toBe(2);
    await goOn();
    expect((await verify()).last).toMatchObject({ found });
    expect(await told(admin.id)).toBe(2);
  });
});
