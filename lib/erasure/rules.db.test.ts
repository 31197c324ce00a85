import { beforeEach, describe, expect, test } from "vitest";
import { editProfile } from "#lib/account/commands.ts";
import { assignClaim } from "#lib/assignments/commands.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import { listEvents, listHistory } from "#lib/audit/queries.ts";
import { type AuditAction, type AuditEntry, schemaOf } from "#lib/audit/schema.ts";
import { verifyChains } from "#lib/audit/verify.ts";
import { ROLES } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { listLog } from "#lib/history/queries.ts";
import { disableMember, editMember } from "#lib/members/commands.ts";
import { makeClaim, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { eraseMember } from "./commands.ts";

const now = new Date();
const everything = { memberId: null, kind: null, articleId: null, claimId: null, from: null, until: null };

beforeEach(resetDb);

/** Words the history uses for itself. They were names of nobody until somebody was called so. */
const WORDS = [
  ...ROLES,
  ...["first", "second", "adjudication", "public", "confidential", "supports", "refutes", "context"],
  ...[
    "draft",
    "published",
    "true",
    "false",
    "error",
    "claim",
    "password",
    "passkey",
    "funding",
    "done",
    "no_change",
  ],
];

const write = (event: Parameters<typeof recordAudit>[1]) => db.$transaction((tx) => recordAudit(tx, event));

/** A desk whose history uses the words, as roles, stages, visibilities and titles. */
async function desk(name: string) {
  const admin = await makeMember({ role: "admin", name: "Ada Admin" });
  const leaver = await makeMember({ role: "editor", name });
  const namesake = await makeMember({ role: "editor", name });
  const claim = await makeClaim({ state: "published", author: leaver, editor: namesake });
  const about = { actor: admin, claimId: claim.id, articleId: claim.articleId };
  const evidence = { stance: "supports", title: name, url: null, visibility: "public" } as const;
  const tell = (entry: AuditEntry) => write({ ...about, ...entry });
  for (const member of [leaver, namesake]) {
    const added = { name, email: `${member.id}@desk.example`, role: "editor" } as const;
    await write({ actor: admin, subjectId: member.id, action: "member.added", data: added });
    await tell({ action: "claim.assigned", data: { name, memberId: member.id, stage: "first" } });
  }
  await tell({ action: "evidence.removed", data: evidence });
  await tell({ action: "claim.taken", data: { stage: "first" } });
  await tell({ action: "claim.reopened", data: { from: "published", round: 2 } });
  await tell({ action: "tip.settled", data: { kind: "error", claimId: null, state: "done", reason: name } });
  await write({ actor: leaver, action: "member.signed_in", data: { by: "password", secondStep: null } });
  await editMember({
    actor: admin,
    memberId: namesake.id,
    version: 1,
    name: namesake.name,
    role: "reviewer",
  });
  return { admin, leaver, namesake, claim };
}

async function readings(claimId: string) {
  return {
    log: (await listLog({ filter: everything, take: 500 })).items,
    claim: await listHistory({ claimId }),
    api: await listEvents({ take: 500 }),
  };
}

describe("whoever is called as a word of the history", () => {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

  test.each(WORDS.map(capital))("%s: leaves, and everything but their names still reads", async (name) => {
    const { admin, leaver, namesake, claim } = await desk(name);
    await disableMember({ actor: admin, memberId: leaver.id, now });
    const before = await readings(claim.id);
    await eraseMember({ actor: admin, memberId: leaver.id, now });
    const after = await readings(claim.id);
    const unreadable = [...after.log, ...after.claim].filter(({ action }) => action === "event.unreadable");
    expect(unreadable).toEqual([]);

    const was = new Map(before.api.map((event) => [event.id, event]));
    for (const event of after.api) {
      const old = was.get(event.id);
      if (!old) continue;
      const isOfLeaver = event.subjectId === leaver.id || old.data.memberId === leaver.id;
      if (!isOfLeaver) expect(event.data, event.action).toEqual(old.data);
      else if (old.data.name !== undefined) expect(event.data.name, event.action).toBe("");
      expect(event.actorName).toBe(old.actorId === leaver.id ? "" : old.actorName);
    }
    const { content } = await db.publication.findFirstOrThrow({ where: { claimId: claim.id } });
    expect(content).toMatchObject({ people: { author: "Former member", editor: namesake.name } });
    expect((await verifyChains()).findings).toEqual([]);
  });
});

test("who took a colleague's name for a while does not take the colleague along", async () => {
  const admin = await makeMember({ role: "admin" });
  const bob = await makeMember({ role: "editor", name: "Bob Editorial" });
  const eve = await makeMember({ role: "editor", name: "Eve" });
  const claim = await makeClaim({ state: "published", author: eve, editor: bob });
  const about = { actor: admin, claimId: claim.id, articleId: claim.articleId };
  // As it was written before events had ids.
  await write({ ...about, action: "claim.assigned", data: { name: "Bob Editorial", stage: "first" } });
  await write({ ...about, action: "claim.assigned", data: { name: "Eve", stage: "first" } });
  const asProfile = { bio: null } as const;
  await editProfile({ actor: eve, version: 1, name: "Bob Editorial", ...asProfile });
  await editProfile({ actor: eve, version: 2, name: "Eve", ...asProfile });
  await disableMember({ actor: admin, memberId: eve.id, now });
  await eraseMember({ actor: admin, memberId: eve.id, now });
  const { content } = await db.publication.findFirstOrThrow({ where: { claimId: claim.id } });
  expect(content).toMatchObject({ people: { author: "Former member", editor: "Bob Editorial" } });
  const events = await db.auditEvent.findMany({ orderBy: { seq: "asc" } });
  const dataOf = (action: AuditAction) =>
    events.filter((event) => event.action === action).map(({ data }) => data);
  expect(dataOf("claim.assigned")).toMatchObject([{ name: "Bob Editorial" }, { name: "" }]);
  expect(JSON.stringify(dataOf("member.profile_edited"))).not.toMatch(/Eve|Bob/);
  expect((await verifyChains()).findings).toEqual([]);
});

test("events that name somebody have their id, and lose both", async () => {
  const admin = await makeMember({ role: "admin" });
  const asked = await makeMember({ role: "reviewer", name: "Rea Viewer" });
  const claim = await makeClaim({ state: "queued" });
  await assignClaim({ actor: admin, claimId: claim.id, memberId: asked.id, now });
  const told = () =>
    db.auditEvent.findFirstOrThrow({ where: { action: "claim.assigned" }, select: { data: true } });
  expect((await told()).data).toMatchObject({ name: "Rea Viewer", memberId: asked.id });
  await disableMember({ actor: admin, memberId: asked.id, now });
  await eraseMember({ actor: admin, memberId: asked.id, now });
  expect((await told()).data).toMatchObject({ name: "", memberId: null });
  expect(Object.keys(schemaOf("claim.assigned").shape)).toContain("memberId");
});

test("an event that was harmed before is told, and keeps nobody from reading the others", async () => {
  const { admin, claim } = await desk("Editor");
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`UPDATE audit_events SET data = '{"stage": ""}' WHERE action = 'claim.taken' AND actor_id = ${admin.id}::uuid`,
  ]);
  const { log, claim: history, api } = await readings(claim.id);
  const harmed = { action: "event.unreadable", data: { action: "claim.taken" }, actorName: admin.name };
  expect(log.filter(({ action }) => action === "event.unreadable")).toMatchObject([harmed]);
  expect(history.filter(({ action }) => action === "event.unreadable")).toMatchObject([harmed]);
  const [shown] = log.filter(({ action }) => action === "event.unreadable");
  expect(api.find(({ id }) => id === shown?.id)).toMatchObject({
    action: "claim.taken",
    data: { stage: "" },
  });
});
