import type { Block } from "#lib/anchoring/blocks.ts";
import { type Archiving, listArchivings } from "#lib/archives/queries.ts";
import { storedBlocks } from "#lib/articles/schema.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { type Db, db as pool } from "#lib/db/client.ts";
import { isId } from "#lib/input.ts";
import { maySeeWhoBrought, visibleSources, whoCited } from "#lib/sources/rules.ts";
import { type SnapshotFailure, type SnapshotMetadata, snapshotFailure, snapshotMetadata } from "./schema.ts";
import { COPY_STATES, type CopyState, type FileForm, formOf } from "./values.ts";

/**
 * A copy that is kept, as a link to it needs it. `alt`: what a picture shows, where somebody said so. `archiving`: null
 * where no archive was asked to save the page.
 */
export type KeptCopy = {
  id: string;
  readAt: Date;
  hasText: boolean;
  form: FileForm;
  alt: string | null;
  archiving: Archiving | null;
};

/** How it stands with a source's copies: the last that was asked for, and the newest that is kept. */
export type Copies = {
  newest: {
    id: string;
    state: CopyState;
    createdAt: Date;
    failure: SnapshotFailure | null;
    /** Read from a file somebody attached, not from the source's address. */
    isDocument: boolean;
  };
  kept: KeptCopy | null;
};

type Row = {
  id: string;
  sourceId: string;
  state: CopyState;
  createdAt: Date;
  readAt: Date | null;
  failure: unknown;
  hasText: boolean;
  contentType: string | null;
  isDocument: boolean;
  alt: string | null;
};

/** By source; nothing of a source of which nobody asked for a copy. */
export async function listCopies(sourceIds: readonly string[], db: Db = pool): Promise<Map<string, Copies>> {
  if (sourceIds.length === 0) return new Map();
  const rows = await db.$queryRaw<Row[]>`
    SELECT DISTINCT ON (s.source_id, s.state) s.id, s.source_id AS "sourceId", s.state::text AS state,
      s.created_at AS "createdAt", s.read_at AS "readAt", s.failure, s.text IS NOT NULL AS "hasText",
      s.content_type AS "contentType", s.document_sha256 IS NOT NULL AS "isDocument", d.alt
    FROM snapshots s LEFT JOIN documents d ON d.source_id = s.source_id AND d.sha256 = s.document_sha256
    WHERE s.source_id = ANY (${[...new Set(sourceIds)]}::uuid[]) AND s.state <> 'linked'
    ORDER BY s.source_id, s.state, s.created_at DESC, s.id DESC`;
  const keptIds = rows.filter(({ state }) => state === "kept").map(({ id }) => id);
  const archivings = await listArchivings(keptIds, db);
  const bySource = Map.groupBy(rows, ({ sourceId }) => sourceId);
  return new Map([...bySource].map(([sourceId, found]) => [sourceId, toCopies(found, archivings)]));
}

function toCopies(rows: readonly Row[], archivings: ReadonlyMap<string, Archiving>): Copies {
  const [newest] = rows.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  if (!newest) throw new Error("A source without copies has no row");
  const kept = rows.find(({ state }) => state === "kept");
  const { id, state, createdAt, failure, isDocument } = newest;
  const why = failure === null ? null : snapshotFailure.parse(failure);
  return {
    newest: { id, state, createdAt, isDocument, failure: why },
    kept: kept?.readAt
      ? {
          id: kept.id,
          readAt: kept.readAt,
          hasText: kept.hasText,
          archiving: archivings.get(kept.id) ?? null,
          form: formOf(kept.contentType),
          alt: kept.alt,
        }
      : null,
  };
}

/** A kept copy as its page shows it. */
export type SnapshotDetail = {
  id: string;
  readAt: Date;
  readByName: string | null;
  url: string | null;
  contentType: string | null;
  size: number;
  sha256: string;
  text: string | null;
  blocks: Block[];
  metadata: SnapshotMetadata | null;
  /** Why it has no text. */
  failure: SnapshotFailure | null;
  source: { id: string; title: string; url: string | null };
  /** The file it was read from, when somebody attached one; called like the source where they did so in confidence. */
  document: { fileName: string; alt: string | null } | null;
};

/** Null when there is no such copy, it is not kept (yet), or the viewer may not know of its source. */
export async function getSnapshot(
  { id, viewer }: { id: string; viewer: Actor },
  db: Db = pool,
): Promise<SnapshotDetail | null> {
  if (!isId(id)) return null;
  const row = await db.snapshot.findFirst({
    where: { id, state: "kept", source: visibleSources(viewer) },
    select: {
      id: true,
      readAt: true,
      readBy: { select: { id: true, name: true } },
      url: true,
      contentType: true,
      size: true,
      sha256: true,
      text: true,
      blocks: true,
      metadata: true,
      failure: true,
      source: { select: { id: true, title: true, url: true, evidence: whoCited(viewer) } },
      document: { select: { fileName: true, alt: true, uploadedById: true } },
    },
  });
  if (!row || row.readAt === null || row.sha256 === null || row.size === null) return null;
  const { readBy, blocks, metadata, failure, readAt, sha256, size, ...rest } = row;
  const { evidence: cited, ...source } = row.source;
  const file = row.document;
  const isTold = file === null || maySeeWhoBrought(viewer, { broughtById: file.uploadedById, cited });
  return {
    ...rest,
    source,
    document: file && { fileName: isTold ? file.fileName : source.title, alt: file.alt },
    readAt,
    sha256,
    size,
    readByName: (isTold && readBy?.name) || null,
    blocks: blocks === null ? [] : storedBlocks.parse(blocks),
    metadata: metadata === null ? null : snapshotMetadata.parse(metadata),
    failure: failure === null ? null : snapshotFailure.parse(failure),
  };
}

/** Where a kept copy's bytes are; null when there is none, or the viewer may not know of its source. */
export async function getOriginal(
  { id, viewer }: { id: string; viewer: Actor },
  db: Db = pool,
): Promise<{ storageKey: string; sha256: string; size: number; contentType: string | null } | null> {
  if (!isId(id)) return null;
  const row = await db.snapshot.findFirst({
    where: { id, state: "kept", source: visibleSources(viewer) },
    select: { storageKey: true, sha256: true, size: true, contentType: true },
  });
  const { storageKey = null, sha256 = null, size = null } = row ?? {};
  if (!row || storageKey === null || sha256 === null || size === null) return null;
  return { storageKey, sha256, size, contentType: row.contentType };
}

/** One of a source's copies, or an archive's. */
export type SnapshotListItem = {
  id: string;
  state: CopyState | "linked";
  createdAt: Date;
  readAt: Date | null;
  archiveUrl: string | null;
  sha256: string | null;
  failure: SnapshotFailure | null;
  archiving: Archiving | null;
  /** The file's name, of one that somebody attached; the source's title where they did so in confidence. */
  fileName: string | null;
};

/** More than any source gathers in years. */
const MOST_SNAPSHOTS = 100;

/** All copies of a source, newest first; the caller has asked who may see it. */
export async function listSnapshots(
  { sourceId, viewer }: { sourceId: string; viewer: Actor },
  db: Db = pool,
): Promise<SnapshotListItem[]> {
  const { title, evidence: cited } = await db.source.findUniqueOrThrow({
    where: { id: sourceId },
    select: { title: true, evidence: whoCited(viewer) },
  });
  const nameOf = ({ uploadedById: broughtById, fileName }: { uploadedById: string; fileName: string }) =>
    maySeeWhoBrought(viewer, { broughtById, cited }) ? fileName : title;
  const rows = await db.snapshot.findMany({
    where: { sourceId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_SNAPSHOTS,
    select: {
      id: true,
      state: true,
      createdAt: true,
      readAt: true,
      archiveUrl: true,
      sha256: true,
      failure: true,
      document: { select: { fileName: true, uploadedById: true } },
    },
  });
  const archivings = await listArchivings(
    rows.map(({ id }) => id),
    db,
  );
  return rows.map(({ failure, document, ...row }) => ({
    ...row,
    archiving: archivings.get(row.id) ?? null,
    fileName: document && nameOf(document),
    failure: failure === null ? null : snapshotFailure.parse(failure),
  }));
}

/** The last copy that was asked for of what is at a source's address, or of a document; whatever became of it. */
export async function newestCopy(
  of: { sourceId: string; documentSha256: string | null },
  db: Db = pool,
): Promise<{ id: string; state: CopyState; createdAt: Date } | null> {
  const row = await db.snapshot.findFirst({
    where: { ...of, state: { in: [...COPY_STATES] } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, state: true, createdAt: true },
  });
  return row && { ...row, state: COPY_STATES.find((state) => state === row.state) ?? "waiting" };
}
