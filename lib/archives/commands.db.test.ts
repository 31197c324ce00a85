import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import type { AttachEvidenceInput } from "#lib/evidence/schema.ts";
import {
  confide,
  makeClaim,
  makeEvidence,
  makeMember,
  makeSnapshot,
  sourceOf,
} from "#lib/testing/factories.ts";
import { type LoopbackServer, serveHttp } from "#lib/testing/loopback-server.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { archiveCopy, takeSteps } from "./commands.ts";
import { runArchives } from "./jobs.ts";
import { listArchivings } from "./queries.ts";

type Answer = { status?: number; headers?: Record<string, string>; body: object | string };
type Asked = {
  method: string;
  path: string;
  authorization: string | undefined;
  form: Record<string, string>;
};

/** Speaks as the Wayback Machine does; what it says next is set by the test. */
let server: LoopbackServer;
let saving: Answer;
let progress: Answer;
const asked: Asked[] = [];
/** What happens while the archive is asked for something. */
let meanwhile: () => Promise<unknown>;
const PENDING = { body: { status: "pending", job_id: "spn2-1", resources: [] } };
const done = (url: string) => ({
  body: {
    status: "success",
    job_id: "spn2-1",
    timestamp: "20261128201500",
    original_url: url,
    http_status: 200,
  },
});

beforeEach(async () => {
  await resetDb();
  asked.length = 0;
  saving = { body: { url: "https://source.example/", job_id: "spn2-1" } };
  progress = PENDING;
  meanwhile = async () => null;
  server = await serveHttp(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", url: path = "", headers } = request;
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    asked.push({ method, path, authorization: headers.authorization, form });
    await meanwhile();
    const { status = 200, headers: more, body } = method === "POST" ? saving : progress;
    response
      .writeHead(status, { "content-type": "application/json", ...more })
      .end(typeof body === "string" ? body : JSON.stringify(body));
  });
  vi.stubEnv("WAYBACK_ENDPOINT", server.origin);
  vi.stubEnv("WAYBACK_KEY", "key");
  vi.stubEnv("WAYBACK_SECRET", "secret");
});
afterEach(() => server[Symbol.asyncDispose]());

async function keep(input: Partial<AttachEvidenceInput> = {}) {
  const claim = await makeClaim();
  const { id } = await makeEvidence({
    actor: claim.author,
    claimId: claim.id,
    noSnapshotReason: null,
    ...input,
  });
  const sourceId = await sourceOf(id);
  const snapshot = await keepAgain(sourceId);
  const { url } = await db.source.findUniqueOrThrow({ where: { id: sourceId }, select: { url: true } });
  return { claim, evidenceId: id, sourceId, snapshotId: snapshot.id, url: url ?? "" };
}

async function keepAgain(sourceId: string) {
  await db.snapshot.deleteMany({ where: { sourceId, state: "waiting" } });
  return makeSnapshot({ sourceId });
}

const run = () => runArchives({});
/** All that waits for its time is due now. */
const later = () =>
  db.archiving.updateMany({ where: { nextStepAt: { not: null } }, data: { nextStepAt: new Date(0) } });
const stateOf = async (snapshotId: string) => (await listArchivings([snapshotId])).get(snapshotId);
const told = async () =>
  (
    await db.auditEvent.findMany({
      where: { action: { startsWith: "snapshot.archiv" } },
      orderBy: { seq: "asc" },
      select: { action: true },
    })
  ).map(({ action }) => action);

test("a kept copy is submitted, which is not archived, and archived with its address once the archive says so", async () => {
  const { snapshotId, url } = await keep();
  await run();
  expect(asked).toMatchObject([
    { method: "POST", path: "/save", authorization: "LOW key:secret", form: { url } },
  ]);
  expect(await stateOf(snapshotId)).toMatchObject({ state: "submitted", archiveUrl: null, archivedAt: null });
  await run();
  expect(asked).toHaveLength(1);
  await later();
  await run();
  expect(asked[1]).toMatchObject({ method: "GET", path: "/save/status/spn2-1" });
  expect(await stateOf(snapshotId)).toMatchObject({ state: "submitted" });
  expect(await told()).toEqual([]);
  progress = done(url);
  await later();
  await run();
  const archiveUrl = `${server.origin}/web/20261128201500/${url}`;
  expect(await stateOf(snapshotId)).toMatchObject({
    state: "archived",
    archiveUrl,
    archivedAt: new Date("2026-11-28T20:15:00Z"),
  });
  expect(await db.snapshot.findUnique({ where: { id: snapshotId } })).toMatchObject({ archiveUrl });
  expect(await told()).toEqual(["snapshot.archived"]);
  await run();
  expect(asked).toHaveLength(3);
});

test("without keys nothing is told to anybody", async () => {
  vi.stubEnv("WAYBACK_KEY", "");
  const { snapshotId, claim } = await keep();
  await run();
  expect(asked).toEqual([]);
  expect(await stateOf(snapshotId)).toBeUndefined();
  const refused = archiveCopy({ actor: claim.author, snapshotId, isOn: false, now: new Date() });
  await expect(refused).rejects.toMatchObject({ reason: "archiving_off" });
});

describe("nothing is told of what is", () => {
  test.each([
    ["confidential", { visibility: "confidential" }],
    ["said to have no copy", { noSnapshotReason: "It would tell them." }],
  ] as const)("%s", async (_, input) => {
    const { snapshotId, claim } = await keep(input);
    await run();
    const refused = archiveCopy({ actor: claim.author, snapshotId, isOn: true, now: new Date() });
    await expect(refused).rejects.toMatchObject({ reason: "archiving_confidential" });
    expect(asked).toEqual([]);
  });

  test("confidential by the time it would be submitted", async () => {
    saving = { status: 429, body: "" };
    const { snapshotId, evidenceId } = await keep();
    await run();
    await confide({ id: evidenceId });
    asked.length = 0;
    saving = { body: { job_id: "spn2-1" } };
    await later();
    await run();
    expect(asked).toEqual([]);
    expect(await stateOf(snapshotId)).toBeUndefined();
  });

  test("made confidential while another page is being submitted", async () => {
    const kept = [await keep(), await keep()];
    meanwhile = () => confide();
    await run();
    expect(asked).toHaveLength(1);
    await later();
    await run();
    expect(asked.filter(({ method }) => method === "POST")).toHaveLength(1);
    const states = await Promise.all(kept.map(({ snapshotId }) => stateOf(snapshotId)));
    expect(states.map((state) => state?.state).toSorted()).toEqual(["submitted", undefined]);
  });
});

describe("what the archive refuses", () => {
  test("for good is told at once, with its reason, and tried again when somebody asks", async () => {
    const { snapshotId, claim } = await keep();
    await run();
    progress = { body: { status: "error", status_ext: "error:blocked-url", message: "blocked" } };
    await later();
    await run();
    expect(await stateOf(snapshotId)).toMatchObject({
      state: "failed",
      failure: { reason: "archiving_failed", values: { code: "blocked-url" } },
    });
    expect(await told()).toEqual(["snapshot.archiving_failed"]);
    await later();
    await run();
    expect(asked).toHaveLength(2);
    const again = () => archiveCopy({ actor: claim.author, snapshotId, isOn: true, now: new Date() });
    await Promise.allSettled([again(), again()]);
    expect(await told()).toEqual(["snapshot.archiving_failed", "snapshot.archiving_requested"]);
    await run();
    expect(await stateOf(snapshotId)).toMatchObject({ state: "submitted", failure: null });
  });

  test("for now is tried again, and given up in the end", async () => {
    const { snapshotId } = await keep();
    saving = { status: 502, body: "Bad gateway" };
    for (const tries of [1, 2, 3, 4, 5]) {
      await run();
      expect(await stateOf(snapshotId), String(tries)).toMatchObject({ state: "waiting" });
      await later();
    }
    await run();
    expect(await stateOf(snapshotId)).toMatchObject({
      state: "failed",
      failure: { values: { code: "unreachable" } },
    });
  });

  test.each<[string, Answer, number]>([
    ["too many requests", { status: 429, headers: { "retry-after": "120" }, body: "" }, 2],
    [
      "too many captures today",
      { body: { status: "error", status_ext: "error:too-many-daily-captures" } },
      1_440,
    ],
    [
      "the same page a moment ago",
      { body: { message: "The same snapshot had been made 3 minutes ago.", url: "https://source.example/" } },
      60,
    ],
  ])("because of %s waits, without counting as a try", async (_, answer, minutes) => {
    const { snapshotId } = await keep();
    saving = answer;
    const now = Date.now();
    await run();
    const row = await db.archiving.findUniqueOrThrow({ where: { snapshotId } });
    expect(row).toMatchObject({ state: "waiting", tries: 0 });
    expect(Math.round(((row.nextStepAt?.getTime() ?? 0) - now) / 60_000)).toBe(minutes);
  });

  test("with wrong keys is told, and not asked again", async () => {
    const { snapshotId } = await keep();
    saving = { status: 401, body: { message: "You need to be logged in" } };
    await run();
    expect(await stateOf(snapshotId)).toMatchObject({
      state: "failed",
      failure: { values: { code: "unauthorized" } },
    });
  });
});

test("an archive that does not answer about what it has taken on is asked again, not given the page twice", async () => {
  const { snapshotId } = await keep();
  await run();
  progress = { status: 500, body: "" };
  await later();
  await run();
  progress = { body: "<html>" };
  await later();
  await run();
  expect(await stateOf(snapshotId)).toMatchObject({ state: "submitted" });
  expect(asked.filter(({ method }) => method === "POST")).toHaveLength(1);
});

test("several workers submit each page once, and no more at a time than the archive takes", async () => {
  for (let count = 0; count < 9; count += 1) await keep();
  await Promise.all([run(), run(), run()]);
  const urls = asked.filter(({ method }) => method === "POST").map(({ form }) => form.url);
  expect(new Set(urls).size).toBe(urls.length);
  expect(urls.length).toBeLessThanOrEqual(8);
  await later();
  progress = PENDING;
  const steps = await takeSteps({ now: new Date() });
  expect(steps.filter(({ jobId }) => jobId === null).length).toBeLessThanOrEqual(8 - urls.length);
});

test("of one page no second copy is submitted within the hour", async () => {
  const { sourceId } = await keep();
  await run();
  const again = await keepAgain(sourceId);
  await run();
  expect(asked).toHaveLength(1);
  expect(await stateOf(again.id)).toMatchObject({ state: "waiting" });
  await db.archiving.updateMany({
    where: { submittedAt: { not: null } },
    data: { submittedAt: new Date(0) },
  });
  await run();
  expect(asked.filter(({ method }) => method === "POST")).toHaveLength(2);
});

test("where somebody named the archive's copy already, it is there once", async () => {
  const { snapshotId, sourceId, url } = await keep();
  await run();
  progress = done(url);
  const archiveUrl = `${server.origin}/web/20261128201500/${url}`;
  await db.snapshot.create({ data: { sourceId, state: "linked", archiveUrl, readAt: new Date() } });
  await later();
  await run();
  expect(await stateOf(snapshotId)).toMatchObject({ state: "archived" });
  expect(await db.snapshot.count({ where: { archiveUrl } })).toBe(1);
});

test("one who may not know of a source finds no copy of it to archive", async () => {
  const { snapshotId } = await keep({ visibility: "confidential" });
  const reviewer = await makeMember({ role: "reviewer" });
  const refused = archiveCopy({ actor: reviewer, snapshotId, isOn: true, now: new Date() });
  await expect(refused).rejects.toMatchObject({ reason: "not_found" });
});
