import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { stampForm } from "#lib/guarding/form-stamp.ts";
import { withdrawClaim } from "#lib/publishing/commands.ts";
import { readShared } from "#lib/testing/corpora.ts";
import { makeClaim, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { reportError, sendClaim } from "./commands.ts";
import { reportErrorInput, sendClaimInput } from "./schema.ts";

const NOW = new Date("2026-03-02T12:00:00.000Z");
const FROM = { from: "192.0.2.1", now: NOW };
const stamped = (seconds = 20) => stampForm(new Date(NOW.getTime() - seconds * 1_000));

let slug: string;
let claimId: string;

beforeEach(async () => {
  await resetDb();
  const claim = await makeClaim({ state: "published" });
  claimId = claim.id;
  ({ slug } = await db.claim.findUniqueOrThrow({ where: { id: claimId }, select: { slug: true } }));
});

const report = (more: object = {}) =>
  reportErrorInput.parse({
    slug,
    problem: "fact",
    report: "It was eleven.",
    email: "ana@paper.example",
    stamp: stamped(),
    ...more,
  });

describe("a report", () => {
  test("is a tip about the claim, and its history holds neither address nor words", async () => {
    await reportError({ ...report({ link: "https://paper.example/eleven" }), ...FROM });
    expect(await db.tip.findFirstOrThrow()).toMatchObject({
      kind: "error",
      state: "new",
      claimId,
      problem: "fact",
      words: "It was eleven.",
      link: "https://paper.example/eleven",
      email: "ana@paper.example",
    });
    const { action, data, actorId } = await db.auditEvent.findFirstOrThrow({
      where: { action: "tip.received" },
    });
    expect({ action, data, actorId }).toEqual({
      action: "tip.received",
      data: { kind: "error", claimId },
      actorId: null,
    });
  });

  test("sent several times at once is one", async () => {
    const input = report();
    await Promise.all(Array.from({ length: 6 }, () => reportError({ ...input, ...FROM })));
    expect(await db.tip.count()).toBe(1);
    expect(await db.auditEvent.count({ where: { action: "tip.received" } })).toBe(1);
  });

  test("of the same words from another form is another", async () => {
    await reportError({ ...report(), ...FROM });
    await reportError({ ...report({ stamp: stamped(21) }), ...FROM });
    expect(await db.tip.count()).toBe(2);
  });

  test.each([
    [{ stamp: "" }, "form_expired"],
    [{ trap: "x" }, "left_empty"],
    [{ slug: "nothing" }, "not_found"],
  ])("with %j is refused: %s", async (more, reason) => {
    await expect(reportError({ ...report(more), ...FROM })).rejects.toMatchObject({ reason });
    expect(await db.tip.count()).toBe(0);
  });

  test("on what readers do not see any more is refused", async () => {
    const editor = await makeMember({ role: "editor" });
    await withdrawClaim({ actor: editor, claimId, reason: "It was wrong.", now: NOW });
    await expect(reportError({ ...report(), ...FROM })).rejects.toMatchObject({ reason: "not_found" });
  });

  test("of a draft is refused as what is not there", async () => {
    const { id } = await makeClaim({ state: "draft" });
    const draft = await db.claim.findUniqueOrThrow({ where: { id }, select: { slug: true } });
    const sent = reportError({ ...report({ slug: draft.slug }), ...FROM });
    await expect(sent).rejects.toMatchObject({ reason: "not_found" });
  });
});

/** As many as have a connection: one that waits for another's is given up by a slow machine, which is no limit of ours. */
const AT_ONCE = 10;

describe("limits", () => {
  const sendMany = async (count: number, from: (at: number) => string) => {
    const send = (at: number) =>
      reportError({ ...report({ report: `Number ${at}` }), now: NOW, from: from(at) });
    const all = Array.from({ length: count }, (_, at) => at);
    let taken = 0;
    while (all.length > 0) {
      const results = await Promise.allSettled(all.splice(0, AT_ONCE).map(send));
      taken += results.filter(({ status }) => status === "fulfilled").length;
    }
    return taken;
  };

  test("one sender may send six in an hour, by whichever address of their network", async () => {
    expect(await sendMany(20, (at) => `2001:db8:1:2::${at}`)).toBe(6);
    const later = new Date(NOW.getTime() + 3_600_000);
    await reportError({ ...report({ report: "Later" }), from: "2001:db8:1:2::1", now: later });
    expect(await db.tip.count()).toBe(7);
  });

  test("all together may send so many that a desk can read them", async () => {
    expect(await sendMany(130, (at) => `192.0.2.${at}`)).toBe(120);
  });

  test("what was sent twice counts once", async () => {
    const input = report();
    for (let at = 0; at < 10; at += 1) await reportError({ ...input, ...FROM });
    await reportError({ ...report({ report: "Another" }), ...FROM });
    expect(await db.tip.count()).toBe(2);
  });
});

describe("editors", () => {
  test("are told once, until they have read it; nobody else is", async () => {
    const editor = await makeMember({ role: "editor" });
    const reporter = await makeMember();
    await makeMember({ role: "admin", disabledAt: NOW });
    const told = (memberId: string) => db.notification.count({ where: { memberId, kind: "tip_received" } });
    await reportError({ ...report(), ...FROM });
    await reportError({ ...report({ report: "And more." }), ...FROM });
    expect([await told(editor.id), await told(reporter.id)]).toEqual([1, 0]);
    await db.notification.updateMany({ data: { readAt: NOW } });
    await reportError({ ...report({ report: "Again." }), ...FROM });
    expect(await told(editor.id)).toBe(2);
  });
});

test("when the history cannot be written, nothing is kept", async () => {
  await db.$executeRawUnsafe(
    "ALTER TABLE audit_events ADD CONSTRAINT no_tips CHECK (action <> 'tip.received') NOT VALID",
  );
  try {
    await expect(reportError({ ...report(), ...FROM })).rejects.toThrow();
    expect(await db.tip.count()).toBe(0);
  } finally {
    await db.$executeRawUnsafe("ALTER TABLE audit_events DROP CONSTRAINT no_tips");
  }
});

test("a claim that is sent in is kept as it was said", async () => {
  const input = sendClaimInput.parse({
    said: "Twelve states signed it.",
    speaker: "Ana Silva",
    link: "https://paper.example/speech",
    saidOn: "2026-03-01",
    email: "",
    stamp: stamped(),
  });
  await sendClaim({ ...input, ...FROM });
  await sendClaim({ ...input, ...FROM });
  expect(
    await db.tip.findMany({ select: { kind: true, words: true, claimantName: true, email: true } }),
  ).toEqual([{ kind: "claim", words: "Twelve states signed it.", claimantName: "Ana Silva", email: null }]);
});

const naughty = readShared("corpora/naughty-strings/blns.json");
test.skipIf(naughty === null)("hostile words are kept as they are", async () => {
  const { strings }: { strings: { string: string }[] } = JSON.parse(naughty ?? "{}");
  let sent = 0;
  for (const { string: words } of strings) {
    const parsed = sendClaimInput.safeParse({ said: words, speaker: words.slice(0, 200), stamp: stamped() });
    if (!parsed.success) continue;
    await sendClaim({
      ...parsed.data,
      from: `198.51.100.${sent}`,
      now: new Date(NOW.getTime() + sent * 40_000),
    });
    sent += 1;
    const last = await db.tip.findFirstOrThrow({ orderBy: { id: "desc" }, select: { words: true } });
    expect(last.words).toBe(parsed.data.said);
  }
  expect(sent).toBeGreaterThan(100);
});
