import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { makeClaim, makeMember, makeTip } from "#lib/testing/factories.ts";
import { type MailServer, startMailServer } from "#lib/testing/mail-server.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import {
  answerTip,
  answerWithCheck,
  checkTip,
  eraseAddress,
  releaseTip,
  reopenTip,
  settleTip,
  takeTip,
} from "./commands.ts";
import { eraseOldAddresses, sendAnswer } from "./jobs.ts";
import { countTips, listTips } from "./queries.ts";

const NOW = new Date("2026-03-02T12:00:00.000Z");
const EMAIL = "ana@paper.example";

let editor: Actor;
let reporter: Actor;

beforeEach(async () => {
  await resetDb();
  editor = await makeMember({ role: "editor" });
  reporter = await makeMember();
});

const stateOf = (id: string) =>
  db.tip.findUniqueOrThrow({
    where: { id },
    select: { state: true, takenById: true, settledById: true, reason: true, answer: true, email: true },
  });
const jobsOf = (tipId: string) =>
  db.$queryRaw<{ data: object }[]>`
    SELECT data FROM pgboss.job WHERE name = 'tips.answer' AND data ->> 'tipId' = ${tipId}`;
const events = async () =>
  (await db.auditEvent.findMany({ where: { action: { startsWith: "tip." } }, orderBy: { seq: "asc" } })).map(
    ({ action }) => action,
  );

describe("taking", () => {
  test("of two editors at once one has it, and the other is told", async () => {
    const { id: tipId } = await makeTip();
    const other = await makeMember({ role: "editor" });
    const taken = await Promise.allSettled(
      [editor, other].map((actor) => takeTip({ actor, tipId, now: NOW })),
    );
    expect(taken.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(taken.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "tip_taken" },
    });
    expect(await events()).toEqual(["tip.taken"]);
  });

  test("is undone by putting it back, and by settling it it ends", async () => {
    const { id: tipId } = await makeTip();
    await takeTip({ actor: editor, tipId, now: NOW });
    await releaseTip({ actor: editor, tipId });
    expect(await stateOf(tipId)).toMatchObject({ state: "new", takenById: null });
    await takeTip({ actor: editor, tipId, now: NOW });
    await settleTip({ actor: editor, tipId, tipState: "no_change", reason: "It is right.", now: NOW });
    expect(await stateOf(tipId)).toMatchObject({ state: "no_change", reason: "It is right." });
    await reopenTip({ actor: editor, tipId, now: NOW });
    expect(await stateOf(tipId)).toMatchObject({ state: "in_work", takenById: editor.id, settledById: null });
    expect(await events()).toEqual(["tip.taken", "tip.released", "tip.taken", "tip.settled", "tip.reopened"]);
  });

  test("a report of an error is not there for a reporter", async () => {
    const { id: tipId } = await makeTip();
    await expect(takeTip({ actor: reporter, tipId, now: NOW })).rejects.toMatchObject({
      reason: "not_found",
    });
    const nothing = "019c0000-0000-7000-8000-000000000000";
    await expect(takeTip({ actor: editor, tipId: nothing, now: NOW })).rejects.toMatchObject({
      reason: "not_found",
    });
  });
});

describe("the list", () => {
  test("goes through what waits in order, page by page, and leaves out what is not for this member", async () => {
    const { claimId } = await makeTip();
    if (claimId === null) throw new Error("an error is of a claim");
    for (let at = 1; at < 5; at += 1) await makeTip({ claimId, at: new Date(NOW.getTime() + (at % 3)) });
    await makeTip({ kind: "claim", at: NOW });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const filter = { isSettled: false, kind: null };
      const page = await listTips({ viewer: editor, filter, cursor, take: 2 });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    const all = await db.tip.findMany({
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { id: true },
    });
    expect(seen).toEqual(all.map(({ id }) => id));
    const reporters = await listTips({ viewer: reporter, filter: { isSettled: false, kind: null } });
    expect(reporters.items.map(({ kind }) => kind)).toEqual(["claim"]);
    expect(await countTips(editor)).toEqual({ error: 5, claim: 1 });
    expect(await countTips(reporter)).toEqual({ error: 0, claim: 1 });
  });

  test("tells the address to editors, and to a reporter while they have the tip in hand", async () => {
    const { id: tipId } = await makeTip({ kind: "claim", email: EMAIL });
    const emailFor = async (viewer: Actor) => {
      const { items } = await listTips({ viewer, filter: { isSettled: false, kind: null } });
      return items[0]?.email ?? null;
    };
    expect([await emailFor(editor), await emailFor(reporter)]).toEqual([EMAIL, null]);
    await takeTip({ actor: reporter, tipId, now: NOW });
    expect(await emailFor(reporter)).toBe(EMAIL);
    expect(await emailFor(await makeMember({ role: "reviewer" }))).toBeNull();
  });
});

describe("an answer", () => {
  let mail: MailServer | null = null;
  afterEach(async () => {
    vi.unstubAllEnvs();
    await mail?.close();
    mail = null;
  });

  async function withMail(): Promise<MailServer> {
    mail = await startMailServer();
    vi.stubEnv("SMTP_URL", mail.url);
    vi.stubEnv("MAIL_FROM", "Desk <desk@paper.example>");
    return mail;
  }

  const answer = (tipId: string, byMail = true) =>
    answerTip({ actor: editor, tipId, tipAnswer: "You were right.", byMail, now: NOW });

  test("goes out once, to the address, and the history does not name it", async () => {
    const server = await withMail();
    const { id: tipId } = await makeTip({ email: EMAIL });
    const pressed = await Promise.allSettled([answer(tipId), answer(tipId)]);
    expect(pressed.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await sendAnswer({ tipId });
    await sendAnswer({ tipId });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({ to: EMAIL });
    expect(server.received[0]?.data).toContain("You were right.");
    const told = await db.auditEvent.findMany({ where: { action: { startsWith: "tip." } } });
    expect(JSON.stringify(told.map(({ data }) => data))).not.toMatch(/ana|right/u);
    const jobs = await db.$queryRaw<
      { data: object }[]
    >`SELECT data FROM pgboss.job WHERE name = 'tips.answer'`;
    expect(jobs).toEqual([{ data: { tipId } }]);
  });

  test("that the mail server refuses to the last is noted", async () => {
    const server = await withMail();
    server.refuse(2);
    const { id: tipId } = await makeTip({ email: EMAIL });
    await answer(tipId);
    await expect(sendAnswer({ tipId }, { isLastTry: false })).rejects.toThrow();
    const failedAt = async () => (await db.tip.findUniqueOrThrow({ where: { id: tipId } })).mailFailedAt;
    expect(await failedAt()).toBeNull();
    await expect(sendAnswer({ tipId }, { isLastTry: true })).rejects.toThrow();
    expect(await failedAt()).not.toBeNull();
  });

  test("that is refused fails without the address, which the queue and the log would keep", async () => {
    const server = await withMail();
    server.refuse(1);
    const { id: tipId } = await makeTip({ email: EMAIL });
    await answer(tipId);
    const failure: unknown = await sendAnswer({ tipId }).catch((error: unknown) => error);
    expect(inspect(failure, { depth: null, showHidden: true })).not.toContain(EMAIL);
    expect(failure).toMatchObject({ message: expect.stringContaining("451") });
  });

  test("that a member sends themselves is mailed to nobody", async () => {
    const server = await withMail();
    const { id: tipId } = await makeTip({ email: EMAIL });
    await answer(tipId, false);
    await sendAnswer({ tipId });
    expect(server.received).toEqual([]);
  });

  test("whose address was deleted meanwhile is mailed to nobody", async () => {
    const server = await withMail();
    const { id: tipId } = await makeTip({ email: EMAIL });
    await answer(tipId);
    await eraseAddress({ actor: editor, tipId, now: NOW });
    await sendAnswer({ tipId });
    expect(server.received).toEqual([]);
  });

  test("needs an address, and the tip in hand", async () => {
    const { id: without } = await makeTip();
    await expect(answer(without)).rejects.toMatchObject({ reason: "tip_without_address" });
    const { id: tipId } = await makeTip({ kind: "claim", email: EMAIL });
    const byReporter = answerTip({ actor: reporter, tipId, tipAnswer: "No.", byMail: true, now: NOW });
    await expect(byReporter).rejects.toMatchObject({ reason: "tip_not_yours" });
  });
});

describe("a claim that was sent in", () => {
  test("becomes an article with a draft claim over its words, once", async () => {
    const words = `Twelve states signed it.\n\n  They were ${"very ".repeat(100)}happy.`;
    const { id: tipId } = await makeTip({ kind: "claim", words });
    const details = { claimantName: "Ana Silva", link: "https://paper.example/speech" };
    await db.tip.update({ where: { id: tipId }, data: { ...details, saidOn: new Date("2999-01-01") } });
    await takeTip({ actor: reporter, tipId, now: NOW });
    const pressed = await Promise.allSettled(
      [1, 2].map(() => checkTip({ actor: reporter, tipId, now: NOW })),
    );
    expect(pressed.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const claim = await db.claim.findFirstOrThrow({
      select: {
        id: true,
        state: true,
        statement: true,
        saidOn: true,
        claimant: { select: { name: true } },
        article: { select: { sourceUrl: true, origin: true } },
        passages: { select: { quote: true, startOffset: true } },
      },
    });
    expect(claim).toMatchObject({
      state: "draft",
      saidOn: null,
      claimant: { name: "Ana Silva" },
      article: { sourceUrl: details.link, origin: "external" },
      passages: [{ startOffset: 0 }],
    });
    expect(claim.statement).toMatch(/^Twelve states signed it\. They were very/u);
    expect(claim.passages[0]?.quote).toMatch(/happy\.$/u);
    expect(await stateOf(tipId)).toMatchObject({ state: "done", settledById: reporter.id });
    expect(await db.article.count()).toBe(1);
  });

  test("of naughty or empty-looking words becomes one too", async () => {
    for (const words of [
      "…",
      "\u202E \u200B x",
      "👩‍👩‍👧‍👦".repeat(300),
      "مرحبا",
      "<script>alert(1)</script>",
    ]) {
      const { id: tipId } = await makeTip({ kind: "claim", words });
      await takeTip({ actor: reporter, tipId, now: NOW });
      await checkTip({ actor: reporter, tipId, now: NOW });
      expect((await stateOf(tipId)).state).toBe("done");
    }
  });

  test("is answered with the check there is, in one press, and once", async () => {
    const { id: claimId } = await makeClaim({ state: "published" });
    const { id: tipId } = await makeTip({ kind: "claim", email: EMAIL });
    await takeTip({ actor: reporter, tipId, now: NOW });
    const press = () =>
      answerWithCheck({
        ...{ actor: reporter, tipId, claimId, now: NOW, byMail: true },
        answerOf: (slug) => `See ${slug}`,
      });
    const pressed = await Promise.allSettled([press(), press()]);
    expect(pressed.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claimId }, select: { slug: true } });
    expect(await stateOf(tipId)).toMatchObject({ state: "done", answer: `See ${slug}` });
    expect(await jobsOf(tipId)).toEqual([{ data: { tipId } }]);
  });

  test("is not answered with what readers do not see", async () => {
    const { id: claimId } = await makeClaim({ state: "ready" });
    const { id: tipId } = await makeTip({ kind: "claim", email: EMAIL });
    await takeTip({ actor: reporter, tipId, now: NOW });
    const answered = answerWithCheck({
      ...{ actor: reporter, tipId, claimId, now: NOW, byMail: true },
      answerOf: (slug) => `See ${slug}`,
    });
    await expect(answered).rejects.toMatchObject({ reason: "not_found" });
    expect(await stateOf(tipId)).toMatchObject({ state: "in_work", answer: null });
  });
});

describe("addresses", () => {
  test("are deleted when they are older than the newsroom keeps them, and no others", async () => {
    const day = 86_400_000;
    const old = await makeTip({ email: EMAIL, at: new Date(Date.now() - 31 * day) });
    const young = await makeTip({ email: EMAIL, at: new Date(Date.now() - 29 * day) });
    await db.newsroom.updateMany({ data: { contactDays: 30 } });
    await eraseOldAddresses({});
    await eraseOldAddresses({});
    expect([await stateOf(old.id), await stateOf(young.id)]).toMatchObject([
      { email: null },
      { email: EMAIL },
    ]);
    expect(await events()).toEqual(["tip.address_deleted"]);
    const { items } = await listTips({ viewer: editor, filter: { isSettled: false, kind: null } });
    expect(items.find(({ id }) => id === old.id)).toMatchObject({ hasAddress: false });
    expect(items.find(({ id }) => id === old.id)?.erasedAt).not.toBeNull();
  });

  test("are deleted at once when an editor says so", async () => {
    const { id: tipId } = await makeTip({ kind: "claim", email: EMAIL });
    await takeTip({ actor: reporter, tipId, now: NOW });
    await expect(eraseAddress({ actor: reporter, tipId, now: NOW })).rejects.toMatchObject({
      reason: "not_allowed",
    });
    await eraseAddress({ actor: editor, tipId, now: NOW });
    expect(await stateOf(tipId)).toMatchObject({ email: null });
  });
});

test("a draft that came of a tip can be deleted, and the tip stays", async () => {
  const { id: claimId } = await makeClaim();
  const { id } = await makeTip({ kind: "claim" });
  await db.tip.update({ where: { id }, data: { claimId } });
  await db.passage.deleteMany({ where: { claimId } });
  await db.claim.delete({ where: { id: claimId } });
  expect(await db.tip.findUniqueOrThrow({ where: { id } })).toMatchObject({ claimId: null });
});
