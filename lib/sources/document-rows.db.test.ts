import { readdir, rm } from "node:fs/promises";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { getClaim } from "#lib/claims/queries.ts";
import { db } from "#lib/db/client.ts";
import { editEvidence } from "#lib/evidence/commands.ts";
import { keepCopy } from "#lib/snapshots/commands.ts";
import { takeSnapshot } from "#lib/snapshots/jobs.ts";
import { getOriginal, getSnapshot, listSnapshots } from "#lib/snapshots/queries.ts";
import { readPacked } from "#lib/storage/packed.ts";
import {
  evidenceFor,
  type MadeClaim,
  makeClaim,
  makeDocument,
  makeEvidence,
  makeMember,
  sourceOf,
} from "#lib/testing/factories.ts";
import { makePdf } from "#lib/testing/pdf.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { makeDocx, makeZip } from "#lib/testing/zip.ts";
import { describeSource, mergeSources } from "./commands.ts";
import { getSource, listSources, suggestSources } from "./queries.ts";

beforeEach(resetDb);

const QUOTE = "The Parties agree that an armed attack shall be considered an attack against them all.";
/** Another each time, so that no other test knows it. */
const treaty = (title = `Treaty ${crypto.randomUUID()}`) =>
  makePdf({ pages: [[{ text: QUOTE, x: 50, y: 700 }]], info: { Title: title } });
const picture = () =>
  Buffer.concat([
    Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"),
    Buffer.from(crypto.randomUUID()),
  ]);
const editor = { id: "01890000-0000-7000-8000-000000000000", name: "Eve", role: "editor" } as const;

function attach(
  { id: claimId, author: actor }: MadeClaim,
  input: Partial<Parameters<typeof makeDocument>[0]> = {},
) {
  return makeDocument({ actor, claimId, bytes: treaty(), ...input });
}

async function citedIn({ id, author }: MadeClaim) {
  return (await getClaim({ id, viewer: author }))?.evidence ?? [];
}

describe("a file that is attached", () => {
  test("is a source with a kept copy: its bytes, its text, who brought it and when", async () => {
    const claim = await makeClaim();
    const bytes = treaty("The North Atlantic Treaty");
    const { known, sourceId } = await attach(claim, { bytes, quote: QUOTE, title: "treaty" });
    expect(known).toBeNull();

    const [item] = await citedIn(claim);
    expect(item).toMatchObject({
      isQuoteFound: true,
      source: { id: sourceId, url: null, title: "The North Atlantic Treaty" },
      copies: { newest: { state: "kept", isDocument: true }, kept: { hasText: true, form: "pdf" } },
    });
    const id = item?.copies?.kept?.id ?? "";
    expect(await getSnapshot({ id, viewer: claim.author })).toMatchObject({
      contentType: "application/pdf",
      readByName: claim.author.name,
      url: null,
      document: { fileName: "treaty.pdf" },
      text: expect.stringContaining("an attack against them all"),
    });
    const original = await getOriginal({ id, viewer: claim.author });
    expect(Buffer.from((original && (await readPacked(original))) ?? []).equals(bytes)).toBe(true);
    expect(await getSource({ id: sourceId, viewer: claim.author })).toMatchObject({
      files: [{ fileName: "treaty.pdf", form: "pdf", size: bytes.byteLength, snapshotId: id }],
    });
    expect(await db.auditEvent.findFirst({ where: { action: "evidence.attached" } })).toMatchObject({
      claimId: claim.id,
      data: { title: "treaty", url: null, document: { fileName: "treaty.pdf" } },
    });
  });

  test("keeps the title somebody gave, and is called by its name where nobody did and the file says none", async () => {
    const claim = await makeClaim();
    await attach(claim, { title: "What was signed" });
    await attach(claim, {
      bytes: picture(),
      fileName: "IMG_0042.jpeg",
      title: "IMG_0042",
      stance: "context",
    });
    expect((await citedIn(claim)).map(({ source }) => source.title)).toEqual(["What was signed", "IMG_0042"]);
  });

  test.each([
    ["a picture", picture, "picture_unread", "picture"],
    ["an office document", () => makeDocx(), "office_unread", "office"],
    ["a PDF that is broken", () => Buffer.from(`%PDF-1.7 ${crypto.randomUUID()}`), "import_", "pdf"],
  ] as const)("is kept without text when it is %s, and says why", async (_, make, reason, form) => {
    const claim = await makeClaim();
    await attach(claim, { bytes: make(), alt: "Twelve people at a table" });
    const [item] = await citedIn(claim);
    expect(item?.copies?.kept).toMatchObject({ hasText: false, form, alt: "Twelve people at a table" });
    const copy = await getSnapshot({ id: item?.copies?.kept?.id ?? "", viewer: claim.author });
    expect(copy?.failure?.reason).toContain(reason);
  });

  test("a PDF that unpacks to more than anybody reads does not hold up the desk", async () => {
    const claim = await makeClaim();
    const page = "BT /F1 12 Tf (words) Tj ET ".repeat(2_000_000);
    const { deflateSync } = await import("node:zlib");
    const packed = deflateSync(page).toString("latin1");
    const head =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n";
    const body = `${head}3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 9 9]>>endobj\n4 0 obj<</Length ${packed.length}/Filter/FlateDecode>>stream\n${packed}\nendstream endobj\ntrailer<</Root 1 0 R>>`;
    await attach(claim, { bytes: Buffer.from(body, "latin1") });
    expect((await citedIn(claim))[0]?.copies).toMatchObject({ kept: { hasText: false, form: "pdf" } });
  });
});

describe("the same file once more", () => {
  test("is the same source, whoever attaches it and whatever it is called, and says which", async () => {
    const [claim, other] = [await makeClaim(), await makeClaim()];
    const bytes = picture();
    const first = await attach(claim, { bytes, title: "The signing" });
    const again = await attach(other, {
      bytes,
      title: "IMG_7",
      fileName: "IMG_7.pdf",
      publisher: "An agency",
      alt: "A table",
    });
    expect(again.known).toEqual({ id: first.sourceId, title: "The signing" });
    expect(await citedIn(other)).toMatchObject([
      { source: { title: "The signing", publisher: "NATO" }, copies: { kept: { alt: "A table" } } },
    ]);
    expect(await db.snapshot.count({ where: { sourceId: first.sourceId } })).toBe(1);
  });

  test("twice on one claim with the same words is told, as with an address", async () => {
    const claim = await makeClaim();
    const bytes = treaty();
    await attach(claim, { bytes });
    await expect(attach(claim, { bytes })).rejects.toMatchObject({ reason: "evidence_twice" });
  });

  test("of two who attach it at once, one makes the source and the other finds it", async () => {
    for (const _ of [1, 2, 3]) {
      const claims = [await makeClaim(), await makeClaim(), await makeClaim(), await makeClaim()];
      const bytes = treaty();
      const made = await Promise.all(claims.map((claim) => attach(claim, { bytes })));
      expect(new Set(made.map(({ sourceId }) => sourceId)).size).toBe(1);
      expect(made.filter(({ known }) => known === null)).toHaveLength(1);
      expect(await db.snapshot.count({ where: { sourceId: made[0]?.sourceId ?? "" } })).toBe(1);
    }
  });

  test("files that are called the same are not the same source", async () => {
    const claim = await makeClaim();
    const [one, other] = [await attach(claim, { title: "Scan" }), await attach(claim, { title: "Scan" })];
    expect(one.sourceId).not.toBe(other.sourceId);
    // Nor is what has no file.
    await makeEvidence({
      actor: claim.author,
      claimId: claim.id,
      url: null,
      title: "Scan",
      stance: "refutes",
    });
    expect((await db.source.findMany({ where: { title: "Scan" } })).length).toBeGreaterThanOrEqual(2);
  });

  test("what could not be read for a fault of ours is read when it is asked for again", async () => {
    const claim = await makeClaim();
    const { sourceId } = await attach(claim);
    await db.snapshot.deleteMany({ where: { sourceId } });
    await db.snapshot.create({
      data: { sourceId, documentSha256: (await fileOf(sourceId)).sha256, state: "waiting" },
      select: { id: true },
    });
    const [waiting] = await db.snapshot.findMany({ where: { sourceId }, select: { id: true } });
    vi.stubEnv("FILES_DIR", "/dev/null");
    await takeSnapshot({ snapshotId: waiting?.id ?? "" });
    vi.unstubAllEnvs();
    expect((await citedIn(claim))[0]?.copies?.newest).toMatchObject({
      state: "failed",
      isDocument: true,
      failure: { reason: "copy_failed" },
    });
    await keepCopy({ actor: claim.author, sourceId, now: new Date() });
    const again = await db.snapshot.findFirstOrThrow({ where: { sourceId, state: "waiting" } });
    await takeSnapshot({ snapshotId: again.id });
    expect((await citedIn(claim))[0]?.copies?.kept).toMatchObject({ hasText: true });
  });
});

async function fileOf(sourceId: string) {
  const [file] = (await getSource({ id: sourceId, viewer: editor }))?.files ?? [];
  if (!file) throw new Error("It is no file");
  return file;
}

describe("what is refused", () => {
  test.each([
    ["an archive under a document's name", () => makeZip({ "a.exe": "MZ" }), "document_archive"],
    ["a drawing", () => Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "document_drawing"],
    ["nothing", () => new Uint8Array(), "document_empty"],
    ["too much", () => Buffer.alloc(25_000_001, "a"), "document_too_large"],
  ])("%s, beside the field, and nothing is kept of it", async (_, make, reason) => {
    const claim = await makeClaim();
    const refused = attach(claim, { bytes: make() });
    await expect(refused).rejects.toMatchObject({ reason, field: "document" });
    expect(await db.source.count()).toBe(0);
    expect(await db.auditEvent.count({ where: { action: "evidence.attached" } })).toBe(0);
  });

  test("a file of somebody who may not attach it: no byte of it goes to the storage", async () => {
    const claim = await makeClaim();
    const folder = `${process.env.TMPDIR ?? "/tmp"}/proofmark-refused-${crypto.randomUUID()}`;
    vi.stubEnv("FILES_DIR", folder);
    const stranger = await makeMember({ role: "reporter" });
    await expect(attach(claim, { actor: stranger })).rejects.toMatchObject({ code: "forbidden" });
    await expect(readdir(folder)).rejects.toThrow("ENOENT");
    await attach(claim);
    expect(await readdir(folder)).toEqual(["sources"]);
    await rm(folder, { recursive: true });
  });
});

describe("a file in confidence", () => {
  test("is not there for others: not its source, its copy, its bytes, nor by search", async () => {
    const claim = await makeClaim();
    const stranger = await makeMember({ role: "reviewer" });
    const { sourceId } = await attach(claim, { visibility: "confidential", title: "The leak" });
    const { snapshotId } = await fileOf(sourceId);
    const id = snapshotId ?? "";
    for (const viewer of [claim.author, editor]) {
      expect(await getSource({ id: sourceId, viewer })).not.toBeNull();
      expect(await getOriginal({ id, viewer })).not.toBeNull();
    }
    const viewer = stranger;
    expect(await getSource({ id: sourceId, viewer })).toBeNull();
    expect(await getSnapshot({ id, viewer })).toBeNull();
    expect(await getOriginal({ id, viewer })).toBeNull();
    expect((await listSources({ viewer, isFile: true })).items).toEqual([]);
    expect(await suggestSources({ viewer, typed: "The leak" })).toEqual([]);
  });

  test("is not found by its words either", async () => {
    const claim = await makeClaim();
    const named = { title: "The leak", author: null, publisher: null } as const;
    const { sourceId } = await attach(claim, { ...named, bytes: picture(), visibility: "confidential" });
    const namedBy = async (actor: MadeClaim["author"], of: MadeClaim) => {
      const typed = { ...named, url: null, stance: "context" } as const;
      return sourceOf((await makeEvidence({ actor, claimId: of.id, ...typed })).id);
    };
    const other = await makeClaim();
    expect(await namedBy(other.author, other)).not.toBe(sourceId);
    expect(await getSource({ id: sourceId, viewer: other.author })).toBeNull();
    expect(await namedBy(claim.author, claim)).not.toBe(sourceId);
    expect(await namedBy(claim.editor, await makeClaim())).not.toBe(sourceId);
  });

  test("is another source for whoever brings the same bytes themselves", async () => {
    const [claim, other] = [await makeClaim(), await makeClaim()];
    const bytes = treaty();
    const called = { fileName: "from-jo-at-the-ministry.pdf", title: "What Jo brought" };
    const { sourceId } = await attach(claim, { bytes, visibility: "confidential", ...called });
    const theirs = await attach(other, { bytes, title: "The treaty" });
    expect(theirs.known).toBeNull();
    expect(theirs.sourceId).not.toBe(sourceId);
    const viewer = other.author;
    expect(await getSource({ id: sourceId, viewer })).toBeNull();
    const seen = await getSource({ id: theirs.sourceId, viewer });
    expect(seen?.uses.map((use) => use.claim.id)).toEqual([other.id]);
    expect(seen?.files[0]?.snapshotId).toEqual(expect.any(String));
    expect(JSON.stringify(seen)).not.toMatch(/jo/i);
  });
});

describe("a file that two brought, one of whom says so in confidence since", () => {
  test("does not tell that they did, nor what they called it", async () => {
    const [claim, other] = [await makeClaim(), await makeClaim()];
    const bytes = treaty();
    const title = "The report";
    const called = "from-jo-at-the-ministry.pdf";
    const { id: evidenceId, sourceId } = await attach(claim, { bytes, fileName: called, title });
    await attach(other, { bytes });
    const { version } = await db.evidence.findUniqueOrThrow({ where: { id: evidenceId } });
    const { claimId: _, ...told } = evidenceFor(claim.id, { url: null, title, visibility: "confidential" });
    await editEvidence({ actor: claim.author, evidenceId, version, ...told });
    expect(await sourceOf(evidenceId)).not.toBe(sourceId);
    const viewer = other.author;
    const source = await getSource({ id: sourceId, viewer });
    const copy = await getSnapshot({ id: source?.files[0]?.snapshotId ?? "", viewer });
    expect([
      source?.createdByName,
      source?.files.map(({ fileName, uploadedByName }) => [fileName, uploadedByName]),
      copy?.document?.fileName,
      copy?.readByName,
      (await listSnapshots({ sourceId, viewer })).map(({ fileName }) => fileName),
    ]).toEqual([null, [[title, null]], title, null, [title]]);
  });
});

describe("the library", () => {
  test("tells files from the rest", async () => {
    const claim = await makeClaim();
    await attach(claim, { bytes: picture(), title: "A photograph" });
    await makeEvidence({ actor: claim.author, claimId: claim.id, title: "A page" });
    const viewer = claim.author;
    const list = async (isFile?: boolean) =>
      (await listSources({ viewer, isFile })).items.map(({ title, form }) => [title, form]);
    expect(await list()).toEqual([
      ["A page", null],
      ["A photograph", "picture"],
    ]);
    expect(await list(true)).toEqual([["A photograph", "picture"]]);
    expect(await list(false)).toEqual([["A page", null]]);
  });

  test("what a picture shows is said with the rest of the source, and in its history", async () => {
    const claim = await makeClaim();
    const { sourceId } = await attach(claim, { bytes: picture() });
    const { version = 0, title = "" } = (await getSource({ id: sourceId, viewer: editor })) ?? {};
    const said = {
      title,
      publisher: "NATO",
      author: null,
      publishedOn: null,
      kind: "primary",
      interests: null,
    } as const;
    const describes = (at: number, alt: string | null) =>
      describeSource({ actor: editor, sourceId, version: at, ...said, reliabilityNote: null, alt });
    await describes(version, "Twelve people at a table");
    expect(await fileOf(sourceId)).toMatchObject({ alt: "Twelve people at a table" });
    expect(await db.auditEvent.findFirst({ where: { action: "source.edited" } })).toMatchObject({
      data: { changes: { alt: { from: null, to: "Twelve people at a table" } } },
    });
    await expect(describes(version, "Nobody")).rejects.toMatchObject({ reason: "stale_version" });
  });

  test("merged into another, the file goes along, and is known there", async () => {
    const [claim, other] = [await makeClaim(), await makeClaim()];
    const bytes = treaty();
    const { sourceId } = await attach(claim, { bytes });
    const { sourceId: intoId } = await attach(other);
    await mergeSources({ actor: await makeMember({ role: "editor" }), sourceId, intoId, now: new Date() });
    expect((await getSource({ id: intoId, viewer: editor }))?.files).toHaveLength(2);
    const again = await attach(other, { bytes, stance: "context" });
    expect(again.known?.id).toBe(intoId);
  });

  test("the database refuses to change a document's bytes", async () => {
    const { sourceId } = await attach(await makeClaim());
    const change = db.document.updateMany({ where: { sourceId }, data: { contentType: "text/html" } });
    await expect(change).rejects.toThrow("never changed");
  });
});
