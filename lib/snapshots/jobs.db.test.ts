import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { getClaim } from "#lib/claims/queries.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { editEvidence } from "#lib/evidence/commands.ts";
import type { AttachEvidenceInput } from "#lib/evidence/schema.ts";
import { publishClaim } from "#lib/publishing/commands.ts";
import { readPacked } from "#lib/storage/packed.ts";
import type { Bucket } from "#lib/storage/s3.ts";
import {
  evidenceFor,
  type MadeClaim,
  makeClaim,
  makeEvidence,
  makeMember,
  makeSnapshot,
} from "#lib/testing/factories.ts";
import { type LoopbackServer, serveHttp } from "#lib/testing/loopback-server.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { startS3 } from "#lib/testing/s3-server.ts";
import { untilSomebodyWaits } from "#lib/testing/waiting.ts";
import { keepCopy } from "./commands.ts";
import { takeSnapshot } from "./jobs.ts";
import { getOriginal, getSnapshot } from "./queries.ts";

const PAGE = `<!doctype html><html lang="en"><head><title>The treaty</title>
<meta property="og:site_name" content="The Registry"><meta name="author" content="The allies">
<meta property="article:published_time" content="1949-04-04T08:00:00Z"></head><body>
<nav><a href="/">Home</a></nav><article><h1>The treaty</h1>
<p>The Parties agree that an armed attack against one or more of them in Europe or North America shall be considered an attack against them all.</p>
<script>alert(1)</script>
<table><tr><th>State</th><th>Signed</th></tr><tr><td>Norway</td><td>4 April 1949</td></tr></table>
<p>Any State so invited may become a Party to the Treaty by depositing its instrument of accession.</p>
</article></body></html>`;

type Answer = { status?: number; type?: string; body: string | Uint8Array };
const pages = new Map<string, Answer>();
let server: LoopbackServer;
let requests = 0;
/** Sees every source. */
const viewer = { id: "01890000-0000-7000-8000-000000000000", name: "Eve", role: "editor" } as const;

beforeEach(async () => {
  await resetDb();
  pages.clear();
  requests = 0;
  server = await serveHttp((request, response) => {
    requests += 1;
    const {
      status = 200,
      type = "text/html; charset=utf-8",
      body,
    } = pages.get(request.url ?? "") ?? {
      status: 404,
      body: "",
    };
    response.writeHead(status, { "Content-Type": type }).end(body);
  });
  vi.stubEnv("FETCH_ALLOWED_HOSTS", server.entry);
});
afterEach(() => server[Symbol.asyncDispose]());

function serve(path: string, answer: Answer): string {
  pages.set(path, answer);
  return `${server.origin}${path}`;
}

/** Evidence that asks for its copy, and what the worker makes of it. */
async function attach(claim: MadeClaim, input: Partial<AttachEvidenceInput>): Promise<string> {
  const { id } = await makeEvidence({
    actor: claim.author,
    claimId: claim.id,
    noSnapshotReason: null,
    ...input,
  });
  return id;
}

function nameBucket({ endpoint, bucket, keyId, secret }: Bucket): void {
  const named = { ENDPOINT: endpoint, BUCKET: bucket, KEY_ID: keyId, SECRET: secret };
  for (const [name, value] of Object.entries(named)) vi.stubEnv(`FILES_S3_${name}`, value);
}

async function work(): Promise<void> {
  const jobs = await db.$queryRaw<{ data: { snapshotId: string } }[]>`
    SELECT data FROM pgboss.job WHERE name = 'snapshots.take' ORDER BY created_on`;
  for (const { data } of jobs) await takeSnapshot(data);
}

async function cited({ id, author }: MadeClaim) {
  const [item] = (await getClaim({ id, viewer: author }))?.evidence ?? [];
  if (!item) throw new Error("There is no evidence");
  return item;
}

beforeEach(async () => {
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'snapshots.take'`;
});

describe("attaching a source with a web address", () => {
  test("asks for a copy, and keeps text, bytes and what the page says of itself", async () => {
    const url = serve("/treaty", { body: PAGE });
    const claim = await makeClaim();
    await attach(claim, { url, title: `127.0.0.1/treaty`, publisher: null, author: "Ana" });
    expect((await cited(claim)).copies).toMatchObject({ newest: { state: "waiting" }, kept: null });
    await work();

    const { copies, source, version } = await cited(claim);
    expect(copies).toMatchObject({ newest: { state: "kept" }, kept: { hasText: true } });
    expect(source).toMatchObject({
      title: "The treaty",
      publisher: "The Registry",
      author: "Ana",
      publishedOn: "1949-04-04",
    });
    expect(version).toBe(2);
    const snapshot = await getSnapshot({ id: copies?.kept?.id ?? "", viewer });
    expect(snapshot).toMatchObject({ url, contentType: "text/html; charset=utf-8", size: PAGE.length });
    expect(snapshot?.text).toContain("shall be considered an attack against them all.");
    expect(snapshot?.text).not.toMatch(/alert|Home|</);
    expect(snapshot?.blocks.filter(({ type }) => type === "table-cell")).toHaveLength(4);
    const original = await getOriginal({ id: snapshot?.id ?? "", viewer });
    expect(Buffer.from((original && (await readPacked(original))) ?? []).toString()).toBe(PAGE);
    expect(await db.auditEvent.findMany({ where: { action: "snapshot.kept" } })).toMatchObject([
      { actorId: null, subjectId: source.id, data: { title: "The treaty", url, sha256: snapshot?.sha256 } },
    ]);
  });

  test("leaves a title that somebody gave", async () => {
    const url = serve("/treaty", { body: PAGE });
    const claim = await makeClaim();
    await attach(claim, { url, title: "North Atlantic Treaty" });
    await work();
    expect((await cited(claim)).source.title).toBe("North Atlantic Treaty");
  });

  test.each([
    ["confidential", { visibility: "confidential" }],
    ["said to have no copy", { noSnapshotReason: "It would tell them." }],
    ["without an address", { url: null }],
  ] as const)("fetches nothing that is %s", async (_, input) => {
    const claim = await makeClaim();
    await attach(claim, { url: serve("/treaty", { body: PAGE }), ...input });
    await work();
    expect(requests).toBe(0);
    expect((await cited(claim)).copies).toBeNull();
  });

  test("made public afterwards, it asks", async () => {
    const url = serve("/treaty", { body: PAGE });
    const claim = await makeClaim();
    const evidenceId = await attach(claim, { url, visibility: "confidential" });
    const { claimId: _, ...input } = evidenceFor(claim.id, { url, noSnapshotReason: null });
    await editEvidence({ actor: claim.author, evidenceId, version: 1, ...input });
    expect((await cited(claim)).copies).toMatchObject({ newest: { state: "waiting" } });
  });

  test("one that is rolled back was never asked for", async () => {
    const claim = await makeClaim();
    const nobody = { ...claim.author, name: "\u0000" };
    await expect(
      makeEvidence({ actor: nobody, claimId: claim.id, noSnapshotReason: null }),
    ).rejects.toThrow();
    expect(await db.snapshot.count()).toBe(0);
    await work();
  });

  test("for several claims at once, it asks once", async () => {
    const url = serve("/treaty", { body: PAGE });
    const claims = [await makeClaim(), await makeClaim(), await makeClaim()];
    await Promise.all(claims.map((claim) => attach(claim, { url })));
    expect(await db.snapshot.count()).toBe(1);
    await work();
    await work();
    expect(requests).toBe(1);
    expect(await db.snapshot.findMany({ select: { state: true } })).toEqual([{ state: "kept" }]);
  });
});

describe("what cannot be kept", () => {
  test.each([
    ["gone", { status: 410, body: "" }, { reason: "fetch_status", values: { status: 410 } }],
    [
      "a film",
      { type: "video/mp4", body: "x" },
      { reason: "fetch_wrong_type", values: { type: "video/mp4" } },
    ],
  ])("%s, says why", async (_, answer, failure) => {
    const claim = await makeClaim();
    await attach(claim, { url: serve("/x", answer) });
    await work();
    expect((await cited(claim)).copies).toMatchObject({ newest: { state: "failed", failure }, kept: null });
  });

  test("the network behind this server is not reached", async () => {
    vi.stubEnv("FETCH_ALLOWED_HOSTS", "");
    const claim = await makeClaim();
    await attach(claim, { url: serve("/x", { body: PAGE }) });
    await work();
    expect(requests).toBe(0);
    expect((await cited(claim)).copies?.newest.failure).toEqual({ reason: "fetch_unreachable", values: {} });
  });

  test("a fault of ours says so, and the next try keeps it", async () => {
    const url = serve("/treaty", { body: PAGE });
    const claim = await makeClaim();
    await attach(claim, { url });
    vi.stubEnv("FILES_DIR", "/dev/null");
    await work();
    vi.stubEnv("FILES_DIR", `${process.env.TMPDIR ?? "/tmp"}/proofmark-test-files`);
    const { source, copies } = await cited(claim);
    expect(copies?.newest.failure?.reason).toBe("copy_failed");
    await keepCopy({ actor: claim.author, sourceId: source.id, now: new Date() });
    await work();
    expect((await cited(claim)).copies).toMatchObject({ newest: { state: "kept" } });
  });

  test("a storage that is away for a moment is no failure: the job is tried again", async () => {
    await using bucket = await startS3();
    await using away = await startS3();
    const claim = await makeClaim();
    await attach(claim, { url: serve("/treaty", { body: PAGE }) });
    const [job] = await db.$queryRaw<{ data: { snapshotId: string } }[]>`
      SELECT data FROM pgboss.job WHERE name = 'snapshots.take'`;
    if (!job) throw new Error("Nothing was asked for");

    nameBucket({ ...away.bucket, bucket: "elsewhere" });
    await expect(takeSnapshot(job.data, { isLastTry: false })).rejects.toThrow("NoSuchBucket");
    const { copies } = await cited(claim);
    expect(copies).toMatchObject({ newest: { state: "waiting" }, kept: null });

    nameBucket(bucket.bucket);
    await takeSnapshot(job.data, { isLastTry: false });
    const kept = (await cited(claim)).copies?.kept;
    const original = await getOriginal({ id: kept?.id ?? "", viewer });
    expect(Buffer.from((original && (await readPacked(original))) ?? []).toString()).toBe(PAGE);
  });

  test("a picture is kept without text, and says why it has none", async () => {
    const png = Buffer.from("89504e470d0a1a0a0000", "hex");
    const claim = await makeClaim();
    await attach(claim, { url: serve("/p.png", { type: "image/png", body: png }) });
    await work();
    const { kept } = (await cited(claim)).copies ?? {};
    expect(kept).toMatchObject({ hasText: false });
    expect((await getSnapshot({ id: kept?.id ?? "", viewer }))?.failure).toMatchObject({
      reason: "picture_unread",
    });
  });
});

describe("keepCopy", () => {
  const source = async (input: Partial<AttachEvidenceInput> = {}) => {
    const claim = await makeClaim();
    await attach(claim, { url: serve("/treaty", { body: PAGE }), visibility: "confidential", ...input });
    return { claim, sourceId: (await cited(claim)).source.id };
  };
  const now = new Date();

  test("keeps what is not kept by itself, and says who asked", async () => {
    const { claim, sourceId } = await source();
    await keepCopy({ actor: claim.author, sourceId, now });
    await work();
    const { kept } = (await cited(claim)).copies ?? {};
    expect((await getSnapshot({ id: kept?.id ?? "", viewer }))?.readByName).toBe(claim.author.name);
    expect(await db.auditEvent.count({ where: { action: "snapshot.requested", subjectId: sourceId } })).toBe(
      1,
    );
  });

  test("of two who ask at once, one is enough; while one is waited for it does nothing", async () => {
    const { claim, sourceId } = await source();
    await Promise.all([1, 2, 3].map(() => keepCopy({ actor: claim.author, sourceId, now })));
    await keepCopy({ actor: claim.author, sourceId, now });
    expect(await db.snapshot.count()).toBe(1);
    expect(await db.auditEvent.count({ where: { action: "snapshot.requested" } })).toBe(1);
  });

  test("asks anew for what was waited for in vain", async () => {
    const { claim, sourceId } = await source();
    await keepCopy({ actor: claim.author, sourceId, now });
    await keepCopy({ actor: claim.author, sourceId, now: new Date(now.getTime() + 600_000) });
    expect(await db.snapshot.count({ where: { state: "failed" } })).toBe(1);
    expect(await db.snapshot.count({ where: { state: "waiting" } })).toBe(1);
  });

  test("keeps another beside the one there is; the newest counts", async () => {
    const { claim, sourceId } = await source({ visibility: "public" });
    await work();
    const before = (await cited(claim)).copies?.kept?.id;
    serve("/treaty", { body: PAGE.replace("them all", "none of them") });
    await keepCopy({ actor: claim.author, sourceId, now: new Date(now.getTime() + 60_000) });
    expect((await cited(claim)).copies).toMatchObject({ newest: { state: "waiting" }, kept: { id: before } });
    await work();
    const after = (await cited(claim)).copies?.kept?.id;
    expect(after).not.toBe(before);
    expect((await getSnapshot({ id: after ?? "", viewer }))?.text).toContain("none of them");
    expect((await getSnapshot({ id: before ?? "", viewer }))?.text).toContain("them all");
  });

  test("refuses a source without an address, and finds none that is not there", async () => {
    const { claim, sourceId } = await source({ url: null });
    await expect(keepCopy({ actor: claim.author, sourceId, now })).rejects.toMatchObject({
      reason: "no_address",
    });
    const editor = await makeMember({ role: "editor" });
    const nowhere = "01890000-0000-7000-8000-000000000000";
    await expect(keepCopy({ actor: editor, sourceId: nowhere, now })).rejects.toMatchObject({
      reason: "not_found",
    });
  });
});

test("a kept copy is never changed, only given to another source", async () => {
  const claim = await makeClaim();
  await attach(claim, { url: serve("/treaty", { body: PAGE }) });
  await work();
  const { id } = await db.snapshot.findFirstOrThrow({ select: { id: true } });
  await expect(db.snapshot.update({ where: { id }, data: { text: "Other words" } })).rejects.toThrow(
    "never changed",
  );
  const other = await makeClaim();
  await attach(other, { url: null, title: "Elsewhere" });
  const sourceId = (await cited(other)).source.id;
  await db.snapshot.update({ where: { id }, data: { sourceId } });
});

test("what is published is let through by a kept copy, and tells readers of it", async () => {
  const claim = await makeClaim({ state: "ready" });
  const { id, sourceId } = await db.evidence.findFirstOrThrow({
    where: { claimId: claim.id },
    select: { id: true, sourceId: true },
  });
  await db.evidence.update({ where: { id }, data: { noSnapshotReason: null } });
  const publish = () =>
    publishClaim({
      actor: claim.editor,
      claimId: claim.id,
      overrideItem: null,
      overrideReason: null,
      now: new Date(),
    });
  await expect(publish()).rejects.toMatchObject({ reason: "gate_blocked", values: { missing: "snapshots" } });
  const { id: snapshotId } = await makeSnapshot({ sourceId });
  await publish();
  const { content } = await db.publication.findFirstOrThrow({ select: { content: true } });
  const { readAt, sha256 } = (await getSnapshot({ id: snapshotId, viewer })) ?? {};
  expect(content).toMatchObject({ evidence: [{ keptCopy: { readAt: readAt?.toISOString(), sha256 } }] });
});

test("words that are changed while a copy is being kept get no place of the words before", async () => {
  const claim = await makeClaim();
  const url = serve("/treaty", { body: PAGE });
  const id = await attach(claim, { url, quote: "shall be considered an attack against them all" });
  const { snapshotId } = await waitingOf(id);
  let keeping: Promise<void> | undefined;
  const whileItIsChanged = async (tx: Tx) => {
    await tx.evidence.update({ where: { id }, data: { quote: "something else" } });
    keeping = takeSnapshot({ snapshotId });
    await untilSomebodyWaits();
  };
  await db.$transaction(whileItIsChanged, { timeout: 20_000 });
  await keeping;
  const kept = await db.evidence.findUniqueOrThrow({
    where: { id },
    select: { quote: true, quoteStart: true, quotePrefix: true },
  });
  expect(kept).toEqual({ quote: "something else", quoteStart: null, quotePrefix: null });
});

describe("of what became confidential before its copy was taken", () => {
  const hide = async (claim: MadeClaim, evidenceId: string, input: Partial<AttachEvidenceInput>) => {
    const { claimId: _, ...fields } = evidenceFor(claim.id, { noSnapshotReason: null, ...input });
    await editEvidence({ actor: claim.author, evidenceId, version: 1, ...fields });
  };

  test.each([
    ["confidential", { visibility: "confidential" }],
    ["said to have no copy", { noSnapshotReason: "It would tell them." }],
  ] as const)("%s, nothing is fetched, and nothing waits", async (_, input) => {
    const claim = await makeClaim();
    const url = serve("/treaty", { body: PAGE });
    const id = await attach(claim, { url });
    const { snapshotId } = await waitingOf(id);
    await hide(claim, id, { url, ...input });
    await takeSnapshot({ snapshotId });
    expect(requests).toBe(0);
    expect((await cited(claim)).copies).toBeNull();
  });

  test("it is fetched where somebody cites it in public, or asked for it", async () => {
    const [claim, other] = [await makeClaim(), await makeClaim()];
    for (const [path, why] of [
      ["/cited", (url: string) => attach(other, { url })],
      [
        "/asked",
        async (url: string, id: string) => {
          const { id: sourceId } = await db.source.findFirstOrThrow({ where: { url } });
          await keepCopy({ actor: claim.author, sourceId, now: new Date() });
          return id;
        },
      ],
    ] as const) {
      const url = serve(path, { body: PAGE });
      const id = await attach(claim, { url });
      const fetchedFor = await why(url, id);
      await hide(claim, id, { url, visibility: "confidential" });
      const before = requests;
      await takeSnapshot(await waitingOf(fetchedFor));
      expect(requests).toBe(before + 1);
    }
  });
});

async function waitingOf(evidenceId: string): Promise<{ snapshotId: string }> {
  const { source } = await db.evidence.findUniqueOrThrow({
    where: { id: evidenceId },
    select: { source: { select: { snapshots: { where: { state: "waiting" }, select: { id: true } } } } },
  });
  return { snapshotId: source.snapshots[0]?.id ?? "" };
}
