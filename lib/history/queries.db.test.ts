import { beforeEach, expect, test } from "vitest";
import { keepHeads, recordAudit } from "#lib/audit/commands.ts";
import { db } from "#lib/db/client.ts";
import { makeArticle, makeClaim, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { getStanding, type LogFilter, listLog } from "./queries.ts";

beforeEach(resetDb);

const ALL: LogFilter = {
  memberId: null,
  kind: null,
  articleId: null,
  claimId: null,
  from: null,
  until: null,
};
const actionsOf = async (filter: Partial<LogFilter>) =>
  (await listLog({ filter: { ...ALL, ...filter }, take: 100 })).items.map(({ action }) => action);

test("every event is told once, newest first, however the pages are cut, with what it belongs to", async () => {
  const { articleId, id } = await makeClaim({ state: "queued" });
  const whole = await listLog({ filter: ALL, take: 100 });
  expect(whole.items.length).toBe(await db.auditEvent.count());
  const paged: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await listLog({ filter: ALL, take: 2, cursor });
    paged.push(...page.items.map(({ seq }) => seq));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(paged).toEqual(whole.items.map(({ seq }) => seq));
  expect(paged).toEqual(paged.toSorted((a, b) => b - a));
  expect(whole.items.find(({ action }) => action === "claim.submitted")).toMatchObject({
    article: { id: articleId },
    claim: { id },
  });
  expect((await listLog({ filter: ALL, take: 5, cursor: "nonsense" })).items).toHaveLength(5);
});

test("it is narrowed by person, kind, article, claim and time", async () => {
  const [ana, ben] = [await makeMember(), await makeMember()];
  const [one, other] = [await makeArticle(), await makeArticle()];
  await db.$transaction(async (tx) => {
    await recordAudit(tx, {
      actor: ana,
      action: "claim.recalled",
      articleId: one.id,
      claimId: ana.id,
      data: {},
    });
    await recordAudit(tx, { actor: ben, action: "comment.added", articleId: other.id, data: {} });
  });
  expect(await actionsOf({ memberId: ana.id })).toEqual(["claim.recalled"]);
  expect(await actionsOf({ memberId: ben.id, kind: "comment" })).toEqual(["comment.added"]);
  expect(await actionsOf({ memberId: ben.id, kind: "claim" })).toEqual([]);
  expect(await actionsOf({ articleId: one.id, kind: "claim" })).toEqual(["claim.recalled"]);
  expect(await actionsOf({ claimId: ana.id })).toEqual(["claim.recalled"]);
  const { at } = await db.auditEvent.findFirstOrThrow({ where: { actorId: ben.id } });
  expect(await actionsOf({ memberId: ben.id, until: at })).toEqual([]);
  expect(await actionsOf({ memberId: ben.id, from: at })).toEqual(["comment.added"]);
});

test("it says what the newest signed head is, and how much came after it", async () => {
  const { articleId } = await makeClaim();
  expect(await getStanding({ articleId: null })).toEqual({
    head: null,
    unsigned: await db.auditEvent.count(),
  });
  const { generateKeyPairSync } = await import("node:crypto");
  const privateKey = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "der" });
  await keepHeads({ privateKey: privateKey.toString("base64"), now: new Date(), keep: async () => {} });
  const length = await db.auditLink.count({ where: { chain: articleId } });
  expect(await getStanding({ articleId })).toMatchObject({ head: { chain: articleId, length }, unsigned: 0 });
  await db.$transaction((tx) =>
    recordAudit(tx, { actor: null, action: "claim.recalled", articleId, data: {} }),
  );
  expect(await getStanding({ articleId })).toMatchObject({ head: { length }, unsigned: 1 });
  expect((await getStanding({ articleId: null })).unsigned).toBe(1);
});
