import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { addComment, deleteComment, editComment, readThreads } from "#lib/comments/commands.ts";
import { db } from "#lib/db/client.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { returnClaim, takeClaim } from "#lib/reviews/commands.ts";
import { makeClaim, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { type MailServer, startMailServer, textOf } from "#lib/testing/mail-server.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { editMailSettings, notifyOfAccount } from "./commands.ts";
import { sendNotifications, sweepNotifications, warnMember } from "./jobs.ts";
import { ACCOUNT_NEWS, type AccountNews } from "./values.ts";

let server: MailServer;

beforeEach(async () => {
  await resetDb();
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'notifications.send'`;
  server = await startMailServer();
  vi.stubEnv("SMTP_URL", server.url);
  vi.stubEnv("MAIL_FROM", "Desk <desk@example.org>");
});
afterEach(() => server.close());

const MINUTE = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE);

/** Sweeps, and does what the sweep asked for. Answers how many letters it asked for. */
async function mailDue(): Promise<number> {
  await sweepNotifications({});
  const asked = await db.$queryRaw<{ data: { memberId: string } }[]>`
    DELETE FROM pgboss.job WHERE name = 'notifications.send' RETURNING data`;
  for (const { data } of asked) await sendNotifications(data);
  return asked.length;
}

async function mentioned({ minutesAgo = 5 } = {}) {
  const claim = await makeClaim({ statement: "NATO is 77 years old." });
  const ben = await makeMember({ name: "Ben Mailed", email: "ben@desk.example" });
  const body = "@Ben Mailed, is this so? “Truly”";
  const { id } = await addComment({ actor: claim.author, claimId: claim.id, body, now: ago(minutesAgo) });
  return { claim, ben, commentId: id };
}

/** A time zone in which it is before seven now, and one in which it is not. */
function zoneWhere(isMorning: boolean): string {
  const hour = new Date().getUTCHours();
  // Etc/GMT-3 is three hours ahead of UTC.
  const ahead = Array.from({ length: 25 }, (_, at) => at - 11).find((offset) => {
    const there = (hour + offset + 24) % 24;
    return isMorning ? there >= 7 : there < 7;
  });
  const offset = ahead ?? 0;
  return offset === 0 ? "UTC" : `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
}
const setZone = (isMorning: boolean) =>
  db.newsroom.update({ where: { id: 1 }, data: { timeZone: zoneWhere(isMorning) } });

describe("at once", () => {
  test("a mention is one plain letter with who, what, where and how to stop it, and is sent once", async () => {
    const { claim, commentId } = await mentioned();
    expect(await mailDue()).toBe(1);
    expect(await mailDue()).toBe(0);
    expect(server.received).toHaveLength(1);
    const [letter] = server.received;
    if (!letter) throw new Error("no letter");
    expect(letter.to).toBe("ben@desk.example");
    expect(letter.data).toMatch(/^From: Desk <desk@example.org>$/mu);
    expect(letter.data).toMatch(/^Content-Type: text\/plain/mu);
    const text = textOf(letter);
    expect(text).toContain("Hello Ben Mailed,");
    expect(text).toContain(`${claim.author.name} mentioned you`);
    expect(text).toContain("> @Ben Mailed, is this so? “Truly”");
    expect(text).toContain(
      `http://localhost:3000/desk/claims/${claim.id}?comment=${commentId}#comment-${commentId}`,
    );
    expect(text).toContain("http://localhost:3000/desk/notifications/settings");
    expect(text).not.toMatch(/<\w/u);
  });

  test("not before it has rested for a minute", async () => {
    await mentioned({ minutesAgo: 0 });
    expect(await mailDue()).toBe(0);
  });

  test("with the words as they were mended, and not at all what was taken back", async () => {
    const { claim, commentId } = await mentioned();
    const change = { actor: claim.author, commentId };
    await editComment({ ...change, version: 1, body: "@Ben Mailed: mended.", now: new Date() });
    expect(await mailDue()).toBe(1);
    expect(textOf(server.received[0] ?? { data: "" })).toContain("> @Ben Mailed: mended.");
    const again = await mentionedAgain(claim);
    await deleteComment({ actor: claim.author, commentId: again, now: new Date() });
    expect(await mailDue()).toBe(0);
  });

  async function mentionedAgain(claim: { author: Parameters<typeof addComment>[0]["actor"]; id: string }) {
    const body = "@Ben Mailed, once more";
    return (await addComment({ actor: claim.author, claimId: claim.id, body, now: ago(3) })).id;
  }

  test("not what was read between being asked for and being sent", async () => {
    const { ben, commentId } = await mentioned();
    await sweepNotifications({});
    await readThreads({ actor: ben, threadIds: [commentId], now: new Date() });
    await sendNotifications({ memberId: ben.id });
    expect(server.received).toEqual([]);
  });

  test("several in one letter", async () => {
    const { claim } = await mentioned();
    await mentionedAgain(claim);
    expect(await mailDue()).toBe(1);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.data).toMatch(/^Subject: 2 notifications$/mu);
  });

  test("again after the server turned it away; asked for twice meanwhile, it is one letter", async () => {
    const { ben } = await mentioned();
    server.refuse(1);
    await sweepNotifications({});
    await sweepNotifications({});
    const waiting = await db.$queryRaw<{ retry: number; backoff: boolean }[]>`
      SELECT retry_limit AS retry, retry_backoff AS backoff FROM pgboss.job WHERE name = 'notifications.send'`;
    expect(waiting).toEqual([{ retry: 5, backoff: true }]);
    await expect(sendNotifications({ memberId: ben.id })).rejects.toThrow();
    expect(await db.notification.count({ where: { memberId: ben.id, mailedAt: null } })).toBe(1);
    await sendNotifications({ memberId: ben.id });
    await sendNotifications({ memberId: ben.id });
    expect(server.received).toHaveLength(1);
  });

  test("nothing to a member who is disabled, nothing that is old, nothing without a mail server", async () => {
    const { ben } = await mentioned();
    await db.member.update({ where: { id: ben.id }, data: { disabledAt: new Date() } });
    expect(await mailDue()).toBe(0);
    await db.member.update({ where: { id: ben.id }, data: { disabledAt: null } });
    await db.notification.updateMany({ data: { createdAt: ago(8 * 24 * 60) } });
    expect(await mailDue()).toBe(0);
    await db.notification.updateMany({ data: { createdAt: ago(5) } });
    vi.stubEnv("SMTP_URL", "");
    expect(await mailDue()).toBe(0);
    vi.stubEnv("SMTP_URL", server.url);
    expect(await mailDue()).toBe(1);
  });
});

describe("once a day", () => {
  test("comes from seven in the morning on, in one letter, and once", async () => {
    const { claim } = await mentioned();
    const reader = await makeMember({ role: "reviewer" });
    await addComment({ actor: reader, claimId: claim.id, body: "Hm.", now: ago(4) });
    await setZone(false);
    await mailDue();
    const toAuthor = () =>
      server.received.filter(({ data }) => data.includes(claim.author.name) && !data.includes("Ben"));
    expect(toAuthor()).toHaveLength(0);
    await setZone(true);
    await mailDue();
    expect(toAuthor()).toHaveLength(1);
    await addComment({ actor: reader, claimId: claim.id, body: "And?", now: ago(2) });
    await mailDue();
    expect(toAuthor()).toHaveLength(1);
    await db.mailSettings.updateMany({ data: { digestedOn: new Date("2020-01-01T00:00:00Z") } });
    await mailDue();
    expect(toAuthor()).toHaveLength(2);
  });

  test("or never, as a member likes it", async () => {
    const { ben } = await mentioned();
    await editMailSettings({ actor: ben, direct: "never", other: "never" });
    expect(await mailDue()).toBe(0);
    await editMailSettings({ actor: ben, direct: "daily", other: "never" });
    await setZone(true);
    expect(await mailDue()).toBe(1);
  });

  test("a claim that comes back is told without the reason, which may be an opinion", async () => {
    const claim = await makeClaim({ state: "queued" });
    await editMailSettings({ actor: claim.author, direct: "never", other: "at_once" });
    const { first: actor, id: claimId } = claim;
    await takeClaim({ actor, claimId, now: ago(9) });
    await returnClaim({ actor, claimId, reason: "It is plainly misleading.", now: ago(8) });
    expect(await mailDue()).toBe(1);
    const text = textOf(server.received[0] ?? { data: "" });
    expect(text).toContain(`${actor.name} sent your claim back to you`);
    expect(text).not.toContain("misleading");
  });
});

describe("a change to how a member signs in", () => {
  type Asked = { data: JobPayload<"notifications.warn"> };

  /** Does what was asked for. */
  async function warnDue(): Promise<void> {
    const asked = await db.$queryRaw<Asked[]>`
      DELETE FROM pgboss.job WHERE name = 'notifications.warn' RETURNING data`;
    for (const { data } of asked) await warnMember(data);
  }
  const tell = (memberId: string, kind: AccountNews) =>
    db.$transaction((tx) => notifyOfAccount(tx, { memberId, kind, now: new Date() }));
  const makeBen = () => makeMember({ name: "Ben Mailed", email: "ben@desk.example" });
  beforeEach(async () => {
    await makeNewsroom({ name: "The Daily Check" });
    await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'notifications.warn'`;
  });

  test.each(ACCOUNT_NEWS)("%s: a letter says so, when, and what to do if it was not them", async (kind) => {
    await tell((await makeBen()).id, kind);
    await warnDue();
    expect(server.received.map(({ to }) => to)).toEqual(["ben@desk.example"]);
    const text = textOf(server.received[0] ?? { data: "" });
    expect(text).toContain(wordsFor("en").notifications.sentences[kind]);
    expect(text).toContain(String(new Date().getUTCFullYear()));
    expect(text).toContain("http://localhost:3000/forgot");
    expect(text).toContain("http://localhost:3000/desk/settings/account");
  });

  test.each([
    ["Firefox on Windows", "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"],
    ["An unknown device", "<b>\r\nBcc: eve@example.org"],
  ])("names the browser it was done in: %s", async (device, userAgent) => {
    const { id: memberId } = await makeBen();
    const change = { memberId, kind: "password_changed", userAgent, now: new Date() } as const;
    await db.$transaction((tx) => notifyOfAccount(tx, change));
    await warnDue();
    const text = textOf(server.received[0] ?? { data: "" });
    expect(text).toContain(`\nBrowser, as it calls itself: ${device}\n`);
    expect(text).not.toMatch(/Mozilla|eve@/);
  });

  test("names no browser where somebody else did it, or none", async () => {
    await tell((await makeBen()).id, "two_factor_removed");
    await warnDue();
    expect(textOf(server.received[0] ?? { data: "" })).not.toContain("Browser");
  });

  test("is mailed to who wants no letters and has read the notice, and not again with others", async () => {
    const ben = await makeBen();
    await editMailSettings({ actor: ben, direct: "never", other: "never" });
    await tell(ben.id, "passkey_added");
    await db.notification.updateMany({ data: { readAt: new Date() } });
    await warnDue();
    expect(server.received).toHaveLength(1);
    await editMailSettings({ actor: ben, direct: "at_once", other: "at_once" });
    await tell(ben.id, "passkey_removed");
    await db.notification.updateMany({ data: { createdAt: ago(5) } });
    expect(await mailDue()).toBe(0);
  });

  test("is tried again when the server turned it away", async () => {
    await tell((await makeBen()).id, "password_changed");
    const [asked] = await db.$queryRaw<Asked[]>`
      SELECT data FROM pgboss.job WHERE name = 'notifications.warn'`;
    if (!asked) throw new Error("no job");
    server.refuse(1);
    await expect(warnMember(asked.data)).rejects.toThrow();
    await warnMember(asked.data);
    expect(server.received).toHaveLength(1);
  });

  test("says after a new token where it is revoked", async () => {
    await tell((await makeBen()).id, "token_made");
    await warnDue();
    const text = textOf(server.received[0] ?? { data: "" });
    expect(text).toContain("revoke it first");
    expect(text).toContain("http://localhost:3000/desk/settings/tokens");
  });

  test("names after a new password the passkeys that are left", async () => {
    const ben = await makeBen();
    const bytes = new Uint8Array([1, 2, 3]);
    const passkey = {
      name: "Phone",
      credentialId: bytes,
      publicKey: bytes,
      counter: 0n,
      createdAt: new Date(),
    };
    await db.passkey.create({ data: { memberId: ben.id, ...passkey } });
    await tell(ben.id, "password_reset");
    await warnDue();
    expect(textOf(server.received[0] ?? { data: "" })).toContain("These passkeys still sign you in: Phone");
  });

  test("is not mailed to whoever is switched off, nor where no e-mail is set up", async () => {
    const ben = await makeBen();
    await tell(ben.id, "password_changed");
    await db.member.update({ where: { id: ben.id }, data: { disabledAt: new Date() } });
    await warnDue();
    await db.member.update({ where: { id: ben.id }, data: { disabledAt: null } });
    await tell(ben.id, "password_changed");
    vi.stubEnv("SMTP_URL", "");
    await warnDue();
    expect(server.received).toEqual([]);
  });
});
