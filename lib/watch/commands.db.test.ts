import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { dismissClaim } from "#lib/claims/commands.ts";
import { db } from "#lib/db/client.ts";
import { attachEvidence, chooseQuote, editEvidence, removeEvidence } from "#lib/evidence/commands.ts";
import type { AttachEvidenceInput } from "#lib/evidence/schema.ts";
import { listNotifications } from "#lib/notifications/queries.ts";
import { correctClaim } from "#lib/publishing/commands.ts";
import { keepCopy } from "#lib/snapshots/commands.ts";
import { checkSource, takeSnapshot } from "#lib/snapshots/jobs.ts";
import { mergeSources, replaceAddress } from "#lib/sources/commands.ts";
import {
  confide,
  evidenceFor,
  type MadeClaim,
  makeClaim,
  makeEvidence,
  makeMember,
  sourceOf,
} from "#lib/testing/factories.ts";
import { type LoopbackServer, serveHttp } from "#lib/testing/loopback-server.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { askCheck, beginDueChecks, enrolSources, letStand, recordCheck, wantCorrection } from "./commands.ts";
import { countTasks, getCheck, getWatch, listTasks } from "./queries.ts";
import { taskFilter } from "./schema.ts";

const QUOTE = "An armed attack against one or more of them shall be considered an attack against them all.";
const ELSE =
  "An armed attack against one or more of them shall be considered an attack against none of them.";
const page = (
  words: string,
) => `<!doctype html><html lang="en"><head><title>The treaty</title></head><body><article>
<h1>The treaty</h1><p>The treaty was signed in Washington in April, by twelve states that had agreed upon it before.</p>
<p>${words}</p><p>Any state so invited may become a party to the treaty by depositing its instrument.</p>
</article></body></html>`;

type Answer = { status?: number; location?: string; etag?: string; type?: string; body?: string };
const pages = new Map<string, Answer>();
const asked: string[] = [];
let server: LoopbackServer;
const editor = { id: "01890000-0000-7000-8000-000000000000", name: "Eve", role: "editor" } as const;

beforeEach(async () => {
  await resetDb();
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name IN ('snapshots.take', 'sources.check')`;
  pages.clear();
  asked.length = 0;
  server = await serveHttp(({ url = "", headers }, response) => {
    asked.push(url);
    const {
      status = 200,
      location,
      etag,
      type = "text/html; charset=utf-8",
      body = "",
    } = pages.get(url) ?? { status: 404 };
    if (etag && headers["if-none-match"] === etag) return void response.writeHead(304).end();
    const more = { ...(location && { location }), ...(etag && { etag }) };
    response.writeHead(status, { "content-type": type, ...more }).end(body);
  });
  vi.stubEnv("FETCH_ALLOWED_HOSTS", server.entry);
});
afterEach(() => server[Symbol.asyncDispose]());

function serve(path: string, answer: Answer | string): string {
  pages.set(path, typeof answer === "string" ? { body: page(answer) } : answer);
  return `${server.origin}${path}`;
}

/** Evidence that quotes a page of which a copy is kept, and that is watched. */
async function cite(input: Partial<AttachEvidenceInput> = {}, claim?: MadeClaim) {
  const by = claim ?? (await makeClaim());
  const url = input.url ?? serve("/treaty", QUOTE);
  const { id } = await makeEvidence({
    actor: by.author,
    claimId: by.id,
    noSnapshotReason: null,
    quote: QUOTE,
    ...input,
    url,
  });
  const waiting = await db.snapshot.findMany({ where: { state: "waiting" }, select: { id: true } });
  for (const snapshot of waiting) await takeSnapshot({ snapshotId: snapshot.id });
  await enrolSources({ now: new Date() });
  return { claim: by, evidenceId: id, sourceId: await sourceOf(id), url };
}

const open = () =>
  db.sourceTask.findMany({
    where: { outcome: null },
    orderBy: { id: "asc" },
    select: { id: true, evidenceId: true, finding: true, movedTo: true, hasWords: true, nearStart: true },
  });
const told = async () =>
  (
    await db.auditEvent.findMany({
      where: { action: { startsWith: "evidence.task_" } },
      orderBy: { seq: "asc" },
      select: { action: true },
    })
  ).map(({ action }) => action.replace("evidence.task_", ""));

async function onlyTask() {
  const [task, another] = await open();
  if (!task || another) throw new Error("There is not one task");
  return task;
}

describe("a look at a cited page", () => {
  test("finds nothing where the words stand, and keeps nothing", async () => {
    const { sourceId } = await cite();
    serve("/treaty", `Read this first. ${QUOTE} And more.`);
    await checkSource({ sourceId });
    expect(await open()).toEqual([]);
    expect(await db.snapshot.count()).toBe(1);
    const watch = await getWatch(sourceId);
    expect(watch).toMatchObject({ failures: 0, checkingUntil: null });
    expect((watch?.nextCheckAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(20 * 3_600_000);
  });

  test("raises a task where they changed, keeps the page, and leaves the quote in the copy it was found in", async () => {
    const { sourceId, evidenceId, claim } = await cite();
    const before = await db.evidence.findUniqueOrThrow({ where: { id: evidenceId } });
    serve("/treaty", ELSE);
    await checkSource({ sourceId });
    const { items } = await listTasks({ viewer: editor, now: new Date() });
    expect(items).toMatchObject([
      {
        finding: "words_gone",
        claim: { id: claim.id },
        evidence: { quote: QUOTE },
        before: { id: before.quoteSnapshotId },
      },
    ]);
    const [task] = items;
    const now = task?.after?.words;
    expect(now?.text.slice(now.start, now.end)).toContain("attack against none of them");
    const then = task?.before?.words;
    expect(then?.text.slice(then.start, then.end)).toBe(QUOTE);
    expect(task?.after?.id).not.toBe(task?.before?.id);
    expect(await db.evidence.findUniqueOrThrow({ where: { id: evidenceId } })).toEqual(before);
    expect(await told()).toEqual(["raised"]);
  });

  test("raises one task however often it looks, and however many look at once", async () => {
    const { sourceId } = await cite();
    serve("/treaty", ELSE);
    await Promise.all([1, 2, 3, 4].map(() => checkSource({ sourceId })));
    await checkSource({ sourceId });
    expect(await open()).toHaveLength(1);
    expect(await told()).toEqual(["raised"]);
    expect(await db.snapshot.count({ where: { state: "kept" } })).toBe(2);
  });

  test("closes the task by itself when the words are back", async () => {
    const { sourceId } = await cite();
    serve("/treaty", ELSE);
    await checkSource({ sourceId });
    serve("/treaty", QUOTE);
    await checkSource({ sourceId });
    expect(await open()).toEqual([]);
    expect(await told()).toEqual(["raised", "closed"]);
    expect(await db.sourceTask.findFirst()).toMatchObject({ outcome: "back", settledById: null });
  });

  test.each([404, 410])("believes a page that says it is gone (%i), and that it is back", async (status) => {
    const { sourceId, evidenceId } = await cite();
    const uncited = await cite({ quote: null }, await makeClaim());
    serve("/treaty", { status });
    await checkSource({ sourceId });
    expect((await open()).map((task) => [task.evidenceId, task.finding])).toEqual([
      [evidenceId, "gone"],
      [uncited.evidenceId, "gone"],
    ]);
    serve("/treaty", QUOTE);
    await checkSource({ sourceId });
    expect(await open()).toEqual([]);
  });

  test("believes in a broken site only after days", async () => {
    const { sourceId, url } = await cite();
    const begin = Date.now();
    const fail = (hours: number) => {
      const now = new Date(begin + hours * 3_600_000);
      const failure = { reason: "fetch_timeout", values: { seconds: 20 } } as const;
      return recordCheck({ sourceId, url, begunAt: now, now, kind: "failed", failure, status: null });
    };
    for (const hours of [0, 8, 16, 24, 32, 40]) await fail(hours);
    expect(await open()).toEqual([]);
    await fail(48);
    expect(await open()).toMatchObject([{ finding: "gone" }]);
  });

  test("does not take a scan for a page that is gone, but one that cannot be read any more for one that fails", async () => {
    const picture = { body: "\x89PNG", type: "image/png" };
    const scan = await cite({ url: serve("/scan", picture), quote: null }, await makeClaim());
    await checkSource({ sourceId: scan.sourceId });
    expect(await getWatch(scan.sourceId)).toMatchObject({ failures: 0, failure: null });
    const { sourceId } = await cite();
    serve("/treaty", picture);
    await checkSource({ sourceId });
    expect(await getWatch(sourceId)).toMatchObject({ failures: 1 });
    expect(await open()).toEqual([]);
  });

  test("tells of a page that moved for good, with or without its words, and not of another spelling", async () => {
    const { sourceId, url } = await cite();
    serve("/treaty", { status: 301, location: "/treaty/" });
    serve("/treaty/", QUOTE);
    await checkSource({ sourceId });
    expect(await open()).toEqual([]);
    serve("/treaty", { status: 302, location: "/elsewhere" });
    serve("/elsewhere", QUOTE);
    await checkSource({ sourceId });
    expect(await open()).toEqual([]);
    serve("/treaty", { status: 308, location: "/elsewhere" });
    await checkSource({ sourceId });
    const movedTo = url.replace("/treaty", "/elsewhere");
    expect(await open()).toMatchObject([{ finding: "moved", movedTo, hasWords: true }]);
    serve("/elsewhere", "They took it all out of the text, and nobody at all could say where it had gone.");
    serve("/third", ELSE);
    serve("/treaty", { status: 308, location: "/third" });
    await checkSource({ sourceId });
    expect(await open()).toMatchObject([{ finding: "moved", hasWords: false }]);
    expect(await told()).toEqual(["raised", "raised"]);
  });

  test("is asked for with what came with the page, unless something was cited since", async () => {
    const etag = '"1"';
    const { sourceId, claim } = await cite({ url: serve("/treaty", { body: page(QUOTE), etag }) });
    await db.evidence.updateMany({ data: { updatedAt: new Date(Date.now() - 60_000) } });
    await checkSource({ sourceId });
    expect(await getCheck(sourceId)).toMatchObject({ etag });
    await checkSource({ sourceId });
    expect(await getWatch(sourceId)).toMatchObject({ failures: 0 });
    await attachEvidence({
      actor: claim.author,
      ...evidenceFor(claim.id, { url: `${server.origin}/treaty`, quote: "signed in Washington" }),
    });
    expect(await getCheck(sourceId)).toMatchObject({ etag: null });
  });

  test("compares a copy that somebody asks for in the same way", async () => {
    const { sourceId, claim, evidenceId } = await cite();
    serve("/treaty", ELSE);
    await keepCopy({ actor: claim.author, sourceId, now: new Date(Date.now() + 60_000) });
    const waiting = await db.snapshot.findFirstOrThrow({ where: { state: "waiting" }, select: { id: true } });
    await takeSnapshot({ snapshotId: waiting.id });
    expect(await db.sourceTask.findMany()).toMatchObject([
      { evidenceId, finding: "words_gone", snapshotId: waiting.id },
    ]);
  });

  test("is let go when its source was merged, moved or given up meanwhile", async () => {
    const { sourceId, url, claim } = await cite();
    const late = (id: string, at = new Date()) =>
      recordCheck({
        sourceId: id,
        url,
        begunAt: at,
        now: at,
        kind: "failed",
        failure: { reason: "fetch_status", values: { status: 404 } },
        status: 404,
      });
    await db.source.update({ where: { id: sourceId }, data: { url: `${server.origin}/other` } });
    await late(sourceId);
    expect(await open()).toEqual([]);
    await db.source.update({ where: { id: sourceId }, data: { url } });
    const into = await cite({ url: serve("/kept", QUOTE) }, await makeClaim());
    const admin = await makeMember({ role: "admin" });
    await mergeSources({ actor: admin, sourceId, intoId: into.sourceId, now: new Date() });
    await late(sourceId);
    expect(await open()).toEqual([]);
    expect(await getCheck(sourceId)).toBeNull();
    await dismissClaim({
      actor: into.claim.author,
      claimId: into.claim.id,
      ground: "not_checkable",
      reason: "An opinion.",
      duplicateOf: null,
      now: new Date(),
    });
    pages.clear();
    await checkSource({ sourceId: into.sourceId });
    // The other claim cites it too, and nobody gave that up.
    expect(await open()).toMatchObject([{ finding: "gone" }]);
    expect((await open())[0]?.evidenceId).toBe(
      (await db.evidence.findFirstOrThrow({ where: { claimId: claim.id } })).id,
    );
  });

  test("that was begun before another ended does not count", async () => {
    const { sourceId, url } = await cite();
    await checkSource({ sourceId });
    const failure = { reason: "fetch_status", values: { status: 404 } } as const;
    const begunAt = new Date(Date.now() - 60_000);
    await recordCheck({ sourceId, url, begunAt, now: new Date(), kind: "failed", failure, status: 404 });
    expect(await open()).toEqual([]);
  });

  test("raced with somebody who removes the evidence or cites other words leaves no task of what is not cited", async () => {
    for (const act of ["remove", "edit"] as const) {
      const made = await cite({ url: serve(`/${act}`, QUOTE) }, await makeClaim());
      serve(`/${act}`, ELSE);
      const { version } = await db.evidence.findUniqueOrThrow({ where: { id: made.evidenceId } });
      const known = { actor: made.claim.author, evidenceId: made.evidenceId, version };
      const change =
        act === "remove"
          ? removeEvidence(known)
          : editEvidence({
              ...known,
              ...withoutClaim(evidenceFor(made.claim.id, { url: made.url, quote: "signed in Washington" })),
            });
      await Promise.all([checkSource({ sourceId: made.sourceId }), change]);
      expect(await db.sourceTask.count({ where: { evidenceId: made.evidenceId, outcome: null } })).toBe(0);
    }
  });
});

const withoutClaim = ({ claimId: _, ...rest }: AttachEvidenceInput) => rest;

describe("what is due", () => {
  const soon = () => new Date(Date.now() + 3 * 86_400_000);
  const jobs = () => db.$queryRaw<{ data: { sourceId: string } }[]>`
    SELECT data FROM pgboss.job WHERE name = 'sources.check'`;

  test.each([
    ["confidential", { visibility: "confidential" }],
    ["said to have no copy", { noSnapshotReason: "It would tell them." }],
  ] as const)("is nothing that is %s", async (_, input) => {
    const { sourceId } = await cite(input);
    expect(await beginDueChecks({ now: soon() })).toBe(0);
    await checkSource({ sourceId });
    expect(asked).toEqual([]);
    expect(await getWatch(sourceId)).toBeNull();
  });

  test("is asked for once, by however many workers, two pages of a host at a time", async () => {
    const claim = await makeClaim();
    for (const path of ["/1", "/2", "/3"]) await cite({ url: serve(path, QUOTE) }, claim);
    await cite({ url: "https://elsewhere.example/page" }, claim);
    const begun = await Promise.all([1, 2, 3].map(() => beginDueChecks({ now: soon() })));
    const ids = (await jobs()).map(({ data }) => data.sourceId);
    expect(begun.reduce((sum, count) => sum + count, 0)).toBe(ids.length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await beginDueChecks({ now: new Date(soon().getTime() + 300_000) })).toBe(4 - ids.length);
  });

  test("is asked for again when a worker never came back", async () => {
    await cite();
    expect(await beginDueChecks({ now: soon() })).toBe(1);
    expect(await beginDueChecks({ now: soon() })).toBe(0);
    expect(await beginDueChecks({ now: new Date(soon().getTime() + 20 * 60_000) })).toBe(1);
  });

  test("ends when nothing live cites the page any more", async () => {
    const { sourceId, claim, evidenceId } = await cite();
    const { version } = await db.evidence.findUniqueOrThrow({ where: { id: evidenceId } });
    await removeEvidence({ actor: claim.author, evidenceId, version });
    await enrolSources({ now: new Date() });
    expect(await db.sourceWatch.count({ where: { sourceId } })).toBe(0);
  });
});

describe("somebody who asks for a look", () => {
  test("gets one, and of several who ask at once one does", async () => {
    const { sourceId, claim } = await cite();
    const now = new Date();
    const asks = await Promise.allSettled(
      [1, 2, 3].map(() => askCheck({ actor: claim.author, sourceId, now })),
    );
    expect(asks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.auditEvent.count({ where: { action: "source.check_requested" } })).toBe(1);
    await expect(askCheck({ actor: editor, sourceId, now })).rejects.toMatchObject({
      reason: "checked_just_now",
    });
    await checkSource({ sourceId });
    const later = new Date(now.getTime() + 6 * 60_000);
    await askCheck({ actor: claim.author, sourceId, now: later });
  });

  test("is refused what is not watched, and finds nothing they may not know of", async () => {
    const { sourceId, claim } = await cite({ visibility: "confidential" });
    const now = new Date();
    await expect(askCheck({ actor: claim.author, sourceId, now })).rejects.toMatchObject({
      reason: "not_watched",
    });
    const reviewer = await makeMember({ role: "reviewer" });
    await expect(askCheck({ actor: reviewer, sourceId, now })).rejects.toMatchObject({ reason: "not_found" });
  });
});

describe("a task", () => {
  const now = new Date();

  async function changed(state: "draft" | "published" = "draft") {
    const claim = await makeClaim({ state: "draft" });
    const made = await cite({}, claim);
    serve("/treaty", ELSE);
    await checkSource({ sourceId: made.sourceId });
    if (state === "published")
      await db.claim.update({
        where: { id: claim.id },
        data: { state, publishedAt: now, readyAt: now, submittedAt: now },
      });
    return { ...made, task: await onlyTask() };
  }

  test("is settled with a reason, and the same finding is not raised again until the page was right", async () => {
    const { task, claim, sourceId } = await changed();
    const stands = { actor: claim.author, taskId: task.id, reason: "They only shortened it.", now };
    const settled = await Promise.allSettled([letStand(stands), letStand(stands)]);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await checkSource({ sourceId });
    expect(await open()).toEqual([]);
    serve("/treaty", QUOTE);
    await checkSource({ sourceId });
    serve("/treaty", ELSE);
    await checkSource({ sourceId });
    expect(await open()).toHaveLength(1);
    expect(await told()).toEqual(["raised", "settled", "raised"]);
  });

  test("ends when the words are chosen again in the new copy", async () => {
    const { evidenceId, claim, sourceId } = await changed();
    const { version } = await db.evidence.findUniqueOrThrow({ where: { id: evidenceId } });
    const copy = await db.snapshot.findFirstOrThrow({
      where: { sourceId, state: "kept" },
      orderBy: { createdAt: "desc" },
      select: { id: true, text: true },
    });
    const start = copy.text?.indexOf(ELSE) ?? -1;
    const chosen = { evidenceId, version, snapshotId: copy.id, start, end: start + ELSE.length };
    await chooseQuote({ actor: claim.author, ...chosen });
    expect(await open()).toEqual([]);
    expect(await db.sourceTask.findFirst()).toMatchObject({ outcome: "words_chosen" });
    await checkSource({ sourceId });
    expect(await open()).toEqual([]);
  });

  test("that a page moved ends for all who cite it when the source gets its new address", async () => {
    const made = await cite();
    const other = await cite({ url: made.url }, await makeClaim());
    serve("/treaty", { status: 301, location: "/new" });
    serve("/new", QUOTE);
    await checkSource({ sourceId: made.sourceId });
    const [task] = await open();
    expect(await open()).toHaveLength(2);
    const taskId = task?.id ?? "";
    await expect(replaceAddress({ actor: made.claim.author, taskId, now })).rejects.toMatchObject({
      reason: "not_allowed",
    });
    const chief = await makeMember({ role: "editor" });
    await replaceAddress({ actor: chief, taskId, now });
    expect(await open()).toEqual([]);
    expect(await db.source.findUnique({ where: { id: other.sourceId } })).toMatchObject({
      url: `${server.origin}/new`,
    });
    await checkSource({ sourceId: made.sourceId });
    expect(await open()).toEqual([]);
  });

  test("gets its new address from the author where others cite it only in confidence, and does not tell them so", async () => {
    const made = await cite();
    await cite({ url: made.url, visibility: "confidential" }, await makeClaim());
    serve("/treaty", { status: 301, location: "/new" });
    serve("/new", QUOTE);
    await checkSource({ sourceId: made.sourceId });
    const listed = (viewer: MadeClaim["author"]) => listTasks({ viewer, now });
    const { items } = await listed(made.claim.author);
    expect(items.map(({ source }) => source.citedElsewhere)).toEqual([false]);
    const chief = await makeMember({ role: "editor" });
    // That is a source of its own, which nobody watches.
    expect((await listed(chief)).items.map(({ source }) => source.citedElsewhere)).toEqual([false]);
    await replaceAddress({ actor: made.claim.author, taskId: items[0]?.id ?? "", now });
    expect((await listed(made.claim.author)).items).toEqual([]);
  });

  test("that got its new address is found by the old one too, by the next and the one after", async () => {
    const made = await cite();
    serve("/treaty", { status: 301, location: "/new" });
    serve("/new", QUOTE);
    await checkSource({ sourceId: made.sourceId });
    await replaceAddress({ actor: made.claim.author, taskId: (await onlyTask()).id, now });
    const citing = await makeClaim();
    const { id, sourceId } = await cite({ url: made.url }, citing).then((again) => ({
      id: again.evidenceId,
      ...again,
    }));
    expect(sourceId).toBe(made.sourceId);
    // Nor does what is edited to the old address go its own way.
    const elsewhere = await cite({ url: `${server.origin}/elsewhere` }, citing);
    const { version } = await db.evidence.findUniqueOrThrow({ where: { id: elsewhere.evidenceId } });
    const old = withoutClaim(evidenceFor(citing.id, { url: made.url, stance: "context" }));
    await editEvidence({ actor: citing.author, evidenceId: elsewhere.evidenceId, version, ...old });
    expect(await sourceOf(elsewhere.evidenceId)).toBe(made.sourceId);
    expect(id).not.toBe(elsewhere.evidenceId);

    // It moves back, and is found by both.
    serve("/new", { status: 301, location: "/treaty" });
    serve("/treaty", QUOTE);
    await checkSource({ sourceId });
    const [task] = await open();
    await replaceAddress({ actor: await makeMember({ role: "editor" }), taskId: task?.id ?? "", now });
    expect(await db.source.findUniqueOrThrow({ where: { id: sourceId } })).toMatchObject({ url: made.url });
    const last = await cite({ url: `${server.origin}/new` }, await makeClaim());
    expect(last.sourceId).toBe(made.sourceId);
    const into = await cite({ url: `${server.origin}/into` }, await makeClaim());
    await mergeSources({
      actor: await makeMember({ role: "editor" }),
      sourceId: made.sourceId,
      intoId: into.sourceId,
      now,
    });
    const merged = await cite({ url: `${server.origin}/new` }, await makeClaim());
    expect(merged.sourceId).toBe(into.sourceId);
  });

  test("is told to the claim's author and whoever gave the last opinion, once while it is unread", async () => {
    const claim = await makeClaim({ state: "published" });
    const { sourceId } = await db.evidence.findFirstOrThrow({ where: { claimId: claim.id } });
    const url = serve("/cited", QUOTE);
    await db.source.update({ where: { id: sourceId }, data: { url } });
    await db.evidence.updateMany({ where: { sourceId }, data: { noSnapshotReason: null } });
    await enrolSources({ now });
    const words = async () =>
      (
        await db.notification.findMany({
          where: { kind: "source_task" },
          select: { memberId: true, claimId: true, actorId: true },
        })
      ).toSorted((a, b) => a.memberId.localeCompare(b.memberId));
    serve("/cited", { status: 404 });
    await checkSource({ sourceId });
    expect(await open()).toHaveLength(1);
    const { reviewerId } = await db.review.findFirstOrThrow({
      where: { claimId: claim.id },
      orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    });
    const told = [claim.author.id, reviewerId].toSorted();
    expect(await words()).toEqual(told.map((memberId) => ({ memberId, claimId: claim.id, actorId: null })));

    const again = async () => {
      serve("/cited", QUOTE);
      await checkSource({ sourceId });
      expect(await open()).toEqual([]);
      serve("/cited", { status: 410 });
      await checkSource({ sourceId });
      expect(await open()).toHaveLength(1);
    };
    await again();
    expect(await words()).toHaveLength(2);
    await db.notification.updateMany({ where: { memberId: reviewerId }, data: { readAt: now } });
    await again();
    expect((await words()).map(({ memberId }) => memberId)).toEqual([...told, reviewerId].toSorted());
    const items = (await listNotifications({ memberId: reviewerId, onlyUnread: true })).items;
    expect(items).toMatchObject([{ kind: "source_task", actorName: null, claim: { id: claim.id } }]);
  });

  test("is not cited elsewhere by the claim itself", async () => {
    const made = await cite();
    await cite({ url: made.url, quote: "signed in Washington" }, made.claim);
    serve("/treaty", { status: 301, location: "/new" });
    await checkSource({ sourceId: made.sourceId });
    const { items } = await listTasks({ viewer: made.claim.author, now });
    expect(items.map(({ source }) => source.citedElsewhere)).toEqual([false, false]);
  });

  test("does not take an address that another source has", async () => {
    const made = await cite();
    await cite({ url: serve("/new", QUOTE) }, await makeClaim());
    serve("/treaty", { status: 301, location: "/new" });
    await checkSource({ sourceId: made.sourceId });
    const task = await onlyTask();
    const taken = replaceAddress({ actor: made.claim.author, taskId: task.id, now });
    await expect(taken).rejects.toMatchObject({ reason: "address_taken" });
  });

  test("that needs a correction stays until readers have it", async () => {
    const claim = await makeClaim({ state: "published" });
    const made = await db.evidence.findFirstOrThrow({ where: { claimId: claim.id } });
    await db.sourceTask.create({
      data: {
        evidenceId: made.id,
        finding: "gone",
        raisedAt: now,
        failure: { reason: "fetch_status", values: { status: 404 } },
      },
    });
    const task = await onlyTask();
    await expect(wantCorrection({ actor: claim.author, taskId: task.id, now })).rejects.toMatchObject({
      reason: "not_allowed",
    });
    expect(await wantCorrection({ actor: claim.editor, taskId: task.id, now })).toEqual({
      claimId: claim.id,
    });
    await wantCorrection({ actor: claim.editor, taskId: task.id, now });
    expect(await db.auditEvent.count({ where: { action: "evidence.correction_wanted" } })).toBe(1);
    expect(await open()).toHaveLength(1);
    const shown = await db.claim.findUniqueOrThrow({
      where: { id: claim.id },
      select: {
        statement: true,
        verdicts: { orderBy: { version: "desc" }, take: 1 },
        publications: { where: { isCurrent: true }, select: { number: true } },
      },
    });
    const [verdict] = shown.verdicts;
    await correctClaim({
      actor: claim.editor,
      claimId: claim.id,
      version: shown.publications[0]?.number ?? 0,
      type: "update",
      reason: "The source was taken down.",
      statement: `${shown.statement} As of January.`,
      ratingId: verdict?.ratingId ?? "",
      problemId: null,
      conclusion: verdict?.conclusion ?? "",
      rationale: verdict?.rationale ?? "",
      now,
    });
    expect(await open()).toEqual([]);
    expect(await db.sourceTask.findFirst()).toMatchObject({ outcome: "corrected" });
  });

  test("of confidential evidence is only for those who may know of it", async () => {
    const { task } = await changed();
    await confide();
    const reviewer = await makeMember({ role: "reviewer" });
    expect(await countTasks({ viewer: reviewer, now })).toEqual({ all: 0, published: 0 });
    expect((await listTasks({ viewer: reviewer, now })).items).toEqual([]);
    const refused = letStand({ actor: reviewer, taskId: task.id, reason: "I guess.", now });
    await expect(refused).rejects.toMatchObject({ reason: "not_found" });
    expect(await countTasks({ viewer: editor, now })).toEqual({ all: 1, published: 0 });
  });

  test("is listed by finding, article, wait and what is published, a page at a time", async () => {
    const { claim, sourceId } = await changed("published");
    serve("/gone", QUOTE);
    const other = await cite({ url: `${server.origin}/gone` }, await makeClaim());
    pages.delete("/gone");
    await checkSource({ sourceId: other.sourceId });
    const list = async (params: Record<string, string>) =>
      (await listTasks({ viewer: editor, filter: taskFilter(params), now: new Date() })).items.map(
        ({ claim: { id } }) => id,
      );
    expect(await list({})).toEqual([claim.id, other.claim.id]);
    expect(await list({ finding: "gone" })).toEqual([other.claim.id]);
    expect(await list({ article: other.claim.articleId })).toEqual([other.claim.id]);
    expect(await list({ source: sourceId })).toEqual([claim.id]);
    expect(await list({ claims: "published" })).toEqual([claim.id]);
    expect(await list({ waiting: "1" })).toEqual([]);
    expect(await list({ finding: "constructor" })).toHaveLength(2);
    const first = await listTasks({ viewer: editor, now: new Date(), take: 1 });
    const second = await listTasks({ viewer: editor, now: new Date(), take: 1, cursor: first.next ?? "" });
    expect([first.items[0]?.claim.id, second.items[0]?.claim.id]).toEqual([claim.id, other.claim.id]);
    expect(second.next).toBeNull();
  });
});
