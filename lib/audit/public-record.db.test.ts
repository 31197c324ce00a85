import { createHash, createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { correctClaim, withdrawClaim } from "#lib/publishing/commands.ts";
import { makeArticle, makeClaim, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { keepHeads, recordAudit } from "./commands.ts";
import { getPublicRecord, listPublicHeads, MOST_LINKS, type PublicRecord } from "./public-record.ts";

beforeEach(resetDb);

const made = generateKeyPairSync("ed25519");
const privateKey = made.privateKey.export({ type: "pkcs8", format: "der" }).toString("base64");
const sign = () => keepHeads({ privateKey, now: new Date(), keep: async () => {} });
const now = new Date("2026-03-02T12:00:00Z");
const later = new Date("2026-03-02T13:00:00Z");

const sha256 = (...parts: (string | Buffer)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex");
const bytes = (hex: string) => Buffer.from(hex, "hex");

/** As somebody checks it who has nothing but the file. */
function check({ chain, events, links, head, signed }: PublicRecord): void {
  expect(links.map(({ number }) => number)).toEqual(links.map((_, at) => (links[0]?.number ?? 0) + at));
  for (const [at, { number, previous, digest, hash }] of links.entries()) {
    expect(hash).toBe(sha256(bytes(previous), bytes(digest)));
    if (number === 1) expect(previous).toBe(sha256(chain));
    if (at > 0) expect(previous).toBe(links[at - 1]?.hash);
  }
  for (const { number, event, data, action, at } of events) {
    expect(links.find((link) => link.number === number)?.digest).toBe(sha256(event));
    expect(JSON.parse(event)).toMatchObject({ action, at });
    if (data !== null) expect(JSON.parse(event).data).toBe(sha256(data));
  }
  if (head === null || signed === null) return;
  const key = createPublicKey({ key: Buffer.from(head.key, "base64"), type: "spki", format: "der" });
  expect(verify(null, Buffer.from(signed), key, Buffer.from(head.signature, "base64"))).toBe(true);
  const { hash } = links.find(({ number }) => number === head.length) ?? {};
  expect(JSON.parse(signed)).toEqual({ v: 1, chain, length: head.length, hash, at: head.at });
}

async function published(statement = "Taxes fell.") {
  const author = await makeMember({ role: "reporter" });
  const article = await makeArticle({ actor: author });
  const claim = await makeClaim({ state: "published", author, article, statement, now });
  const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claim.id }, select: { slug: true } });
  return { ...claim, article, slug };
}

const record = async (slug: string) => {
  const found = await getPublicRecord(slug);
  if (found === null) throw new Error("there is no record");
  return found;
};

const correct = ({ id, editor, ratings }: Awaited<ReturnType<typeof published>>) =>
  correctClaim({
    ...{ actor: editor, claimId: id, version: 1, type: "verdict_changed", conclusion: "They rose." },
    reason: "We asked again.",
    statement: "Taxes fell.",
    ratingId: ratings.false ?? "",
    rationale: "See the law.[^1]",
    now: later,
  });

/** An event of the article that no reader is told of. */
const hidden = (articleId: string, claimId: string, reason: string) =>
  db.$transaction((tx) =>
    recordAudit(tx, { actor: null, action: "claim.returned", articleId, claimId, data: { reason } }),
  );

describe("a public record", () => {
  test("can be recomputed from its file alone, before and after it is signed", async () => {
    const claim = await published();
    const before = await record(claim.slug);
    expect(before).toMatchObject({ head: null, signed: null, omitted: 0 });
    check(before);
    await correct(claim);
    await hidden(claim.articleId, claim.id, "marker");
    await sign();
    const after = await record(claim.slug);
    check(after);
    expect(after.events.map(({ action }) => action)).toEqual(["claim.published", "claim.corrected"]);
    expect(after.head?.length).toBe(after.links.at(-1)?.number);
    expect(after.links[0]?.number).toBe(after.events[0]?.number);
    expect(JSON.parse(after.events[0]?.data ?? "").data).toMatchObject({ ratingLabel: "True", number: 1 });
    expect(JSON.parse(after.events[1]?.data ?? "").data).toMatchObject({ reason: "We asked again." });
  });

  test("does not hash on when an event is altered", async () => {
    const claim = await published();
    await db.$transaction([
      db.$executeRaw`SET LOCAL session_replication_role = replica`,
      db.$executeRaw`
        UPDATE audit_events SET data = jsonb_set(data, '{ratingLabel}', '"False"') WHERE action = 'claim.published'`,
    ]);
    const altered = await record(claim.slug);
    expect(() => check(altered)).toThrow();
  });

  test("names nobody, and tells of nothing but the claim's public events", async () => {
    const claim = await published();
    const other = await makeClaim({ article: claim.article, statement: "OTHERMARKER draft." });
    await hidden(claim.articleId, other.id, "OTHERMARKER");
    await hidden(claim.articleId, claim.id, "RETURNMARKER");
    const evidence = { stance: "supports", title: "CONFIDENTIALMARKER", url: null } as const;
    await db.$transaction((tx) =>
      recordAudit(tx, {
        ...{
          actor: claim.editor,
          action: "evidence.attached",
          articleId: claim.articleId,
          claimId: claim.id,
        },
        data: { ...evidence, visibility: "confidential" },
      }),
    );
    await sign();
    const found = await record(claim.slug);
    check(found);
    expect(found.links.length).toBeGreaterThan(found.events.length);
    const text = JSON.stringify(found);
    expect(text).not.toContain("MARKER");
    expect(text).not.toContain(other.id);
    for (const { id, name } of [claim.author, claim.first, claim.editor]) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(id);
    }
    const salts = await db.auditEvent.findMany({ select: { actorSalt: true, dataSalt: true, action: true } });
    for (const { actorSalt, dataSalt, action } of salts) {
      expect(text).not.toContain(actorSalt);
      if (action !== "claim.published") expect(text).not.toContain(dataSalt);
    }
  });

  test("of a withdrawn check tells what its notice and the page of corrections tell", async () => {
    const claim = await published();
    await correct(claim);
    await withdrawClaim({ actor: claim.editor, claimId: claim.id, reason: "It was wrong.", now: later });
    await sign();
    const found = await record(claim.slug);
    check(found);
    expect(found.events.map(({ action, data }) => [action, data !== null])).toEqual([
      ["claim.published", false],
      ["claim.corrected", true],
      ["claim.withdrawn", true],
    ]);
    expect(JSON.stringify(found)).not.toContain("ratingLabel");
    const { items } = await listPublicHeads({ cursor: null });
    expect(items).toEqual([found.head]);
  });

  test("there is none of what is not published", async () => {
    const { id } = await makeClaim({ state: "ready" });
    const { slug } = await db.claim.findUniqueOrThrow({ where: { id } });
    expect(await getPublicRecord(slug)).toBeNull();
    expect(await getPublicRecord("\0")).toBeNull();
  });

  test("holds so many links and no more, and says what it left out", async () => {
    const claim = await published();
    await db.$executeRaw`
      INSERT INTO audit_events (id, action, actor_name, article_id, data)
      SELECT uuidv7(), 'claim.recalled', '', ${claim.articleId}::uuid, '{}' FROM generate_series(1, ${MOST_LINKS}::int)`;
    await withdrawClaim({ actor: claim.editor, claimId: claim.id, reason: "Wrong.", now: later });
    await sign();
    const found = await record(claim.slug);
    check(found);
    expect(found.links).toHaveLength(MOST_LINKS);
    expect(found.omitted).toBe(1);
    expect(found.events.map(({ action }) => action)).toEqual(["claim.withdrawn"]);
  });
});

describe("the public heads", () => {
  test("are the newest of articles with a published check, and of no other", async () => {
    const [one, two] = [await published("One."), await published("Two.")];
    await makeClaim({ state: "ready", statement: "A draft." });
    await sign();
    await correct(one);
    await sign();
    const { items, next } = await listPublicHeads({ cursor: null });
    expect(next).toBeNull();
    expect(items.map(({ chain }) => chain)).toEqual([one.articleId, two.articleId].toSorted());
    expect(items).toContainEqual((await record(one.slug)).head);
  });

  test("come in parts", async () => {
    const claims = [await published("One."), await published("Two.")];
    await sign();
    const first = await listPublicHeads({ cursor: null, take: 1 });
    const second = await listPublicHeads({ cursor: first.next, take: 1 });
    expect(second.next).toBeNull();
    expect([...first.items, ...second.items].map(({ chain }) => chain)).toEqual(
      claims.map(({ articleId }) => articleId).toSorted(),
    );
  });
});
