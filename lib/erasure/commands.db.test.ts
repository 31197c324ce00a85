import { beforeEach, describe, expect, test } from "vitest";
import { verifyChains } from "#lib/audit/verify.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { addComment } from "#lib/comments/commands.ts";
import { db } from "#lib/db/client.ts";
import { disableMember, editMember, enableMember, openSession } from "#lib/members/commands.ts";
import { listMembers } from "#lib/members/queries.ts";
import { makeClaim, makeMember, makeTip } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { createToken, revokeToken } from "#lib/tokens/commands.ts";
import { eraseMember, erasePerson, eraseTip } from "./commands.ts";
import { getHeldOfMember, getPerson, listHeldOfPerson, listMentions } from "./queries.ts";

const now = new Date();
let admin: Actor;

beforeEach(async () => {
  await resetDb();
  admin = await makeMember({ role: "admin" });
});

/** Every row of every table that has the word in it, as it stands in the database. */
async function rowsWith(word: string): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT t::text AS row FROM "${name}" t WHERE t::text ILIKE '%${word}%'`,
    );
    found.push(...rows.map(({ row }) => `${name}: ${row}`));
  }
  return found;
}

/** Somebody who had a part in everything, and was called otherwise before. */
async function colleague() {
  const before = await makeMember({
    role: "editor",
    name: "Zora Maiden",
    email: "zora@quill.example",
  });
  await editMember({
    ...{ actor: admin, memberId: before.id, version: 1, name: "Zora “Z” Quill", role: "editor" },
  });
  const zora = { ...before, name: "Zora “Z” Quill" };
  const claim = await makeClaim({ state: "published", author: zora });
  // What made opinions say is who gave them.
  const other = await makeClaim({ state: "published", first: { ...zora, name: "First" } });
  await makeClaim({ state: "published", editor: zora });
  await openSession({ actor: zora, by: "password", userAgent: "Zora's browser", now });
  const asked = { name: "her script", scopes: ["read" as const], days: null };
  await createToken({ actor: zora, memberId: zora.id, now, ...asked });
  await addComment({
    ...{ actor: zora, now, articleId: claim.articleId, body: "Looked at it." },
  });
  return { zora, claim, other };
}

describe("a member who is erased", () => {
  test("stands nowhere any more, and the chain holds", async () => {
    const { zora, claim, other } = await colleague();
    await disableMember({ actor: admin, memberId: zora.id, now });
    expect((await rowsWith("zora")).length).toBeGreaterThan(10);
    const { texts } = await eraseMember({ actor: admin, memberId: zora.id, now });
    expect(new Set(texts)).toEqual(new Set(["first", "zora maiden", "zora@quill.example", "zora “z” quill"]));
    expect(await rowsWith("zora")).toEqual([]);
    expect(await rowsWith("quill")).toEqual([]);
    expect(await listMentions(texts.filter((text) => text !== "first"))).toEqual([]);
    expect(await verifyChains()).toMatchObject({ findings: [], erased: expect.any(Number) });
    expect((await verifyChains()).erased).toBeGreaterThan(5);

    const { content } = await db.publication.findFirstOrThrow({ where: { claimId: claim.id } });
    expect(content).toMatchObject({ people: { author: "Former member", editor: claim.editor.name } });
    const byFirst = await db.publication.findFirstOrThrow({ where: { claimId: other.id } });
    expect(byFirst.content).toMatchObject({ people: { reviewers: ["Former member", other.second.name] } });
    expect(await db.claim.findUnique({ where: { id: claim.id }, select: { authorId: true } })).toEqual({
      authorId: zora.id,
    });
    expect((await listMembers()).items.map(({ id }) => id)).not.toContain(zora.id);
    await expect(enableMember({ actor: admin, memberId: zora.id, now })).rejects.toMatchObject({
      reason: "already_changed",
    });
    await expect(eraseMember({ actor: admin, memberId: zora.id, now })).rejects.toMatchObject({
      reason: "not_found",
    });
  });

  test("stands nowhere either when their name has other small letters here than in the database", async () => {
    const ipek = await makeMember({ name: "İPEK ΣΟΦΟΣ", email: "i@desk.example" });
    await makeClaim({ state: "published", author: ipek });
    await editMember({
      ...{ actor: admin, memberId: ipek.id, version: 1, name: "İpek Σοφός", role: ipek.role },
    });
    await disableMember({ actor: admin, memberId: ipek.id, now });
    await eraseMember({ actor: admin, memberId: ipek.id, now });
    expect([...(await rowsWith("pek σοφ")), ...(await rowsWith("PEK ΣΟΦ"))]).toEqual([]);
  });

  test("took what they called their tokens along, and nobody else's words that are the same", async () => {
    const { zora } = await colleague();
    const other = await makeMember({ role: "editor" });
    const asked = { scopes: ["read" as const], days: null, now };
    const { id } = await createToken({ actor: zora, memberId: zora.id, name: "laptop at home", ...asked });
    await revokeToken({ actor: admin, tokenId: id, now });
    await createToken({ actor: other, memberId: other.id, name: "laptop at home", ...asked });
    const by = { ...zora, token: { id, name: "laptop at home" } };
    const [article] = await db.article.findMany({ take: 1, select: { id: true } });
    await addComment({ actor: by, now, articleId: article?.id ?? "", body: "By a script." });
    expect(await rowsWith("her script")).not.toEqual([]);
    await disableMember({ actor: admin, memberId: zora.id, now });
    await eraseMember({ actor: admin, memberId: zora.id, now });
    expect(await rowsWith("her script")).toEqual([]);
    const left = (await rowsWith("laptop at home")).map((row) => row.split(":")[0]);
    expect(left.toSorted()).toEqual(["api_tokens", "audit_events"]);
    expect(await verifyChains()).toMatchObject({ findings: [] });
  });

  test("stays where people wrote of them, and that is said", async () => {
    const { zora, claim } = await colleague();
    await addComment({
      ...{ actor: claim.editor, now, articleId: claim.articleId },
      body: "Ask zora@quill.example about it.",
    });
    await disableMember({ actor: admin, memberId: zora.id, now });
    const { texts } = await eraseMember({ actor: admin, memberId: zora.id, now });
    expect(await listMentions(texts.filter((text) => text !== "first"))).toEqual([
      { place: "comments.body", found: 1 },
    ]);
  });

  test("has to be switched off first, and only an admin erases", async () => {
    const { zora } = await colleague();
    const editor = await makeMember({ role: "editor" });
    await expect(eraseMember({ actor: admin, memberId: zora.id, now })).rejects.toMatchObject({
      reason: "member_not_disabled",
    });
    await disableMember({ actor: admin, memberId: zora.id, now });
    await expect(eraseMember({ actor: editor, memberId: zora.id, now })).rejects.toMatchObject({
      reason: "not_allowed",
    });
    expect(await getHeldOfMember(zora.id)).toMatchObject({ account: { members: [{ name: zora.name }] } });
  });

  test("two whose events are the same are erased one after the other", async () => {
    const { zora, claim } = await colleague();
    const yves = await makeMember({ role: "admin", name: "Yves Noir", email: "yves@noir.example" });
    await disableMember({ actor: yves, memberId: zora.id, now });
    await eraseMember({ actor: yves, memberId: zora.id, now });
    await disableMember({ actor: admin, memberId: yves.id, now });
    await disableMember({ actor: admin, memberId: claim.editor.id, now });
    await eraseMember({ actor: null, memberId: yves.id, now });
    await eraseMember({ actor: null, memberId: claim.editor.id, now });
    expect(await rowsWith("noir")).toEqual([]);
    expect((await verifyChains()).findings).toEqual([]);
  });
});

describe("what was taken out of the history", () => {
  const tamper = (sql: string) =>
    db.$transaction([
      db.$executeRaw`SET LOCAL session_replication_role = replica`,
      db.$executeRawUnsafe(sql),
    ]);

  test("cannot be put otherwise, nor hidden, without its being found", async () => {
    const { zora, claim } = await colleague();
    await disableMember({ actor: admin, memberId: zora.id, now });
    await eraseMember({ actor: admin, memberId: zora.id, now });
    const nobody = "00000000-0000-0000-0000-000000000000";
    const one = `id = (SELECT id FROM audit_events WHERE actor_salt = '${nobody}' ORDER BY seq LIMIT 1)`;
    await expect(
      db.$executeRawUnsafe(`UPDATE audit_events SET actor_name = 'X' WHERE ${one}`),
    ).rejects.toThrow(/never changed/);
    await tamper(`UPDATE audit_events SET actor_name = 'Somebody else' WHERE ${one}`);
    expect((await verifyChains()).findings).toMatchObject([{ kind: "edited" }]);
    await tamper(`UPDATE audit_events SET actor_name = '' WHERE ${one}`);
    expect((await verifyChains()).findings).toEqual([]);
    // Somebody with all rights takes out an event's data and writes that down.
    const victim = `e.article_id = '${claim.articleId}' AND e.action = 'claim.published'`;
    await tamper(`
      INSERT INTO audit_erasures (event_id, part, digest, remainder, erasure_id)
      SELECT e.id, 'data', sha256(convert_to(audit_data(e), 'UTF8')),
        sha256(convert_to('{"data":{},"salt":"${nobody}","subjectId":null}', 'UTF8')), uuidv7()
      FROM audit_events e WHERE ${victim}`);
    await tamper(`UPDATE audit_events e SET data = '{}', data_salt = '${nobody}' WHERE ${victim}`);
    expect((await verifyChains()).findings).toMatchObject([{ kind: "emptied" }]);
  });
});

test("what is held of a member is given without what signs them in", async () => {
  const { zora } = await colleague();
  const held = JSON.stringify(await getHeldOfMember(zora.id));
  for (const known of ["zora@quill.example", "Zora's browser", "her script", "claim.created"]) {
    expect(held).toContain(known);
  }
  expect(held).not.toMatch(/argon2|sha256/);
  expect(await getHeldOfMember(crypto.randomUUID())).toBeNull();
});

test("what somebody wrote in is given and taken away, the tip stays settled as it was", async () => {
  const { claim } = await colleague();
  const tip = { kind: "error", claimId: claim.id, email: "Reader@home.example" } as const;
  await makeTip({ ...tip, words: "I, Rita Reader, say otherwise." });
  expect(await listHeldOfPerson("reader@home.example")).toMatchObject([
    { words: "I, Rita Reader, say otherwise." },
  ]);
  expect(await erasePerson({ actor: null, email: "reader@HOME.example", now })).toMatchObject({ tips: 1 });
  expect(await rowsWith("rita")).toEqual([]);
  expect(await rowsWith("home.example")).toEqual([]);
  expect((await verifyChains()).findings).toEqual([]);
  await expect(erasePerson({ actor: null, email: "reader@home.example", now })).rejects.toMatchObject({
    reason: "not_found",
  });
});

test("somebody is found by anything they sent, and only an admin erases them, with a reason that says not whom", async () => {
  const email = "rita@home.example";
  const first = await makeTip({ kind: "claim", email, words: "One." });
  await makeTip({ kind: "claim", email: "Rita@Home.example", words: "Two." });
  const other = await makeTip({ kind: "claim", email: "other@home.example", words: "Not hers." });
  expect(await getPerson(first.id)).toMatchObject({ email, tips: [{ words: "One." }, { words: "Two." }] });
  const editor = await makeMember({ role: "editor" });
  await expect(erasePerson({ actor: editor, email, now })).rejects.toMatchObject({ reason: "not_allowed" });
  const by = { actor: admin, email, now };
  await expect(erasePerson({ ...by, reason: "RITA@home.example asked" })).rejects.toMatchObject({
    reason: "reason_names_person",
  });
  expect(await erasePerson({ ...by, reason: "Asked by letter" })).toMatchObject({ tips: 2 });
  expect(await getPerson(first.id)).toBeNull();
  expect(await getPerson(other.id)).toMatchObject({ tips: [{ words: "Not hers." }] });
  expect(await db.auditEvent.findFirst({ where: { action: "person.erased" } })).toMatchObject({
    data: { tips: 2, reason: "Asked by letter" },
  });
  expect((await verifyChains()).findings).toEqual([]);
});

test("what somebody sent is taken away by itself, once its address was deleted", async () => {
  const [tip, other] = [
    await makeTip({ kind: "claim", email: "rita@home.example", words: "I am Rita Reader, phone 0123." }),
    await makeTip({ kind: "claim", email: "rita@home.example", words: "Her other one." }),
  ];
  await expect(eraseTip({ actor: admin, tipId: tip.id, now })).rejects.toMatchObject({ reason: "not_found" });
  await db.tip.update({ where: { id: tip.id }, data: { email: null, erasedAt: now } });
  expect(await getPerson(tip.id)).toMatchObject({ email: null, tips: [{ id: tip.id }] });
  const editor = await makeMember({ role: "editor" });
  await expect(eraseTip({ actor: editor, tipId: tip.id, now })).rejects.toMatchObject({
    reason: "not_allowed",
  });
  await eraseTip({ actor: admin, tipId: tip.id, reason: "Asked by letter", now });
  expect(await getPerson(tip.id)).toBeNull();
  expect(await rowsWith("reader")).toEqual([]);
  expect(await getPerson(other.id)).toMatchObject({ tips: [{ words: "Her other one." }] });
  expect(await db.auditEvent.findFirst({ where: { action: "person.erased" } })).toMatchObject({
    subjectId: tip.id,
    data: { tips: 1, parts: 0, reason: "Asked by letter" },
  });
  expect((await verifyChains()).findings).toEqual([]);
});

test("what was erased is not erased again, in whatever language it was, and by whatever way", async () => {
  const one = await makeTip({ kind: "claim", words: "Without an address." });
  const erase = (tipId: string) => eraseTip({ actor: admin, tipId, now });
  const both = await Promise.allSettled([erase(one.id), erase(one.id)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(erase(one.id)).rejects.toMatchObject({ reason: "already_erased" });
  const email = "rita@home.example";
  const other = await makeTip({ kind: "claim", email, words: "With one." });
  await erasePerson({ actor: admin, email, now });
  await db.newsroom.updateMany({ data: { locale: "fr-FR" } });
  await expect(erase(other.id)).rejects.toMatchObject({ reason: "already_erased" });
  expect(await getPerson(other.id)).toBeNull();
  expect(await db.auditEvent.count({ where: { action: "person.erased" } })).toBe(2);
});
