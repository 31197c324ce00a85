import type { TextWithBlocks } from "#lib/anchoring/blocks.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import { type Changes, changesBetween } from "#lib/audit/schema.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { dayFrom, dayTo } from "#lib/db/days.ts";
import { AppError, insist } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { visibleSources } from "#lib/sources/rules.ts";
import { titleOfAddress, titleOfFile } from "#lib/sources/values.ts";
import { compareCopy } from "#lib/watch/commands.ts";
import { newestCopy } from "./queries.ts";
import { isCopyDue, isStalled, placeOfQuote, type QuotePlace } from "./rules.ts";
import type { SnapshotFailure, SnapshotMetadata } from "./schema.ts";

type Asked = {
  sourceId: string;
  readById: string | null;
  now: Date;
  documentSha256?: string | null;
  /** Somebody wants just this, whoever cites the source. */
  isAsked?: boolean;
};

/** Asks for a copy of a source that is being attached, unless there is a fresh one or one is waited for. */
export async function keepCopyWhenDue(tx: Tx, asked: Asked): Promise<void> {
  await lockSource(tx, asked.sourceId);
  const newest = await newestCopy({ sourceId: asked.sourceId, documentSha256: null }, tx);
  if (isCopyDue(newest, asked.now)) await queueCopy(tx, asked);
}

/** Asks for the text of a document that is being attached, unless it was read or will be. */
export async function readDocumentWhenDue(
  tx: Tx,
  { sourceId, documentSha256, now }: { sourceId: string; documentSha256: string; now: Date },
): Promise<void> {
  await lockSource(tx, sourceId);
  const newest = await newestCopy({ sourceId, documentSha256 }, tx);
  const isUnderWay = newest?.state === "waiting" && !isStalled(newest, now);
  if (newest?.state === "kept" || isUnderWay) return;
  const { uploadedById: readById } = await tx.document.findUniqueOrThrow({
    where: { sourceId_sha256: { sourceId, sha256: documentSha256 } },
    select: { uploadedById: true },
  });
  await queueCopy(tx, { sourceId, readById, now, documentSha256 });
}

/**
 * Keeps a copy of a source's page as it is now, asked for by a person: the first, another, or once more what failed; of
 * a source that is a document, reads what could not be read. While one is waited for this does nothing. Refuses with
 * `no_address`.
 */
export async function keepCopy({
  actor,
  sourceId,
  now,
}: {
  actor: Actor;
  sourceId: string;
  now: Date;
}): Promise<void> {
  insist(forbidden(actor, "evidence.edit"));
  await db.$transaction(async (tx) => {
    const source = await tx.source.findFirst({
      where: { AND: [{ id: sourceId }, visibleSources(actor)] },
      select: { title: true, url: true, documents: { select: { sha256: true } } },
    });
    if (!source) throw new AppError("not_found");
    for (const { sha256: documentSha256 } of source.documents) {
      await readDocumentWhenDue(tx, { sourceId, documentSha256, now });
    }
    if (source.url === null && source.documents.length > 0) return;
    if (source.url === null) throw new AppError("no_address");
    await lockSource(tx, sourceId);
    const newest = await newestCopy({ sourceId, documentSha256: null }, tx);
    if (newest?.state === "waiting" && !isStalled(newest, now)) {
      await tx.snapshot.updateMany({ where: { id: newest.id, state: "waiting" }, data: { isAsked: true } });
      return;
    }
    if (!(await queueCopy(tx, { sourceId, readById: actor.id, now, isAsked: true }))) return;
    await recordAudit(tx, {
      actor,
      action: "snapshot.requested",
      subjectId: sourceId,
      data: { title: source.title, url: source.url },
    });
  });
}

/**
 * Of two who ask at once the second waits here, and then sees what the first asked for: it would take a copy that was
 * asked for in between for one that is waited for in vain.
 */
async function lockSource(tx: Tx, sourceId: string): Promise<void> {
  await tx.$executeRaw`SELECT id FROM sources WHERE id = ${sourceId}::uuid FOR NO KEY UPDATE`;
}

/** Before the copy itself is written, as whoever merges two sources does it. */
async function lockSourceOf(tx: Tx, snapshotId: string): Promise<void> {
  const row = await tx.snapshot.findUnique({ where: { id: snapshotId }, select: { sourceId: true } });
  if (row) await lockSource(tx, row.sourceId);
}

/** False when another transaction has just asked for one. */
async function queueCopy(
  tx: Tx,
  { sourceId, readById, now, documentSha256 = null, isAsked = false }: Asked,
): Promise<boolean> {
  const failure: SnapshotFailure = { reason: "copy_failed", values: {} };
  // What is waited for in vain must not stand in the way of the next.
  await tx.snapshot.updateMany({
    where: { sourceId, documentSha256, state: "waiting" },
    data: { state: "failed", failure },
  });
  const [made] = await tx.snapshot.createManyAndReturn({
    data: [{ sourceId, documentSha256, state: "waiting", readById, isAsked, createdAt: now }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!made) return false;
  await enqueue(tx, "snapshots.take", { snapshotId: made.id });
  return true;
}

/** A document's bytes in the storage, and what they are. */
export type StoredDocument = {
  sha256: string;
  size: number;
  storageKey: string;
  contentType: string;
  uploadedAt: Date;
};

/**
 * What is to be read: a document, or what is at an address. Null when it has been, or there is no address any more; and
 * of a source that is cited in confidence by now, or where somebody wrote why there is no copy, unless somebody asked for
 * it: its owner would learn who reads it. Then nothing waits any more.
 */
export async function getWaiting(
  snapshotId: string,
): Promise<{ url: string } | { document: StoredDocument } | null> {
  const found = await db.snapshot.findFirst({
    where: { id: snapshotId, state: "waiting" },
    select: {
      document: {
        select: { sha256: true, size: true, storageKey: true, contentType: true, uploadedAt: true },
      },
      isAsked: true,
      source: {
        select: {
          url: true,
          evidence: {
            where: { visibility: "public", noSnapshotReason: null },
            take: 1,
            select: { id: true },
          },
        },
      },
    },
  });
  if (!found) return null;
  if (found.document) return { document: found.document };
  const { url, evidence } = found.source;
  if (url !== null && (found.isAsked || evidence.length > 0)) return { url };
  if (url !== null)
    await db.snapshot.deleteMany({ where: { id: snapshotId, state: "waiting", isAsked: false } });
  return null;
}

/** What was read, its bytes being in the storage already. */
export type ReadCopy = {
  url: string | null;
  /** Where the page is for good; null of what was not fetched. */
  permanentUrl: string | null;
  contentType: string | null;
  size: number;
  sha256: string;
  storageKey: string;
  readAt: Date;
  /** The text with what the source says of itself; or why none could be read. */
  content: (TextWithBlocks & { metadata: SnapshotMetadata }) | SnapshotFailure;
};

/** Keeps what was read, and fills in what nobody has said of the source yet. Of two runs of a job the second does nothing. */
export async function recordCopy({
  snapshotId,
  read,
}: {
  snapshotId: string;
  read: ReadCopy;
}): Promise<void> {
  const { content, permanentUrl, ...facts } = read;
  const kept =
    "text" in content
      ? { text: content.text, blocks: content.blocks, metadata: content.metadata }
      : { failure: content };
  await db.$transaction(async (tx) => {
    await lockSourceOf(tx, snapshotId);
    const [snapshot] = await tx.snapshot.updateManyAndReturn({
      where: { id: snapshotId, state: "waiting" },
      data: { state: "kept", ...facts, ...kept },
      select: { sourceId: true, documentSha256: true, source: { select: { url: true } } },
    });
    if (!snapshot) return;
    const { sourceId } = snapshot;
    if ("text" in content) {
      await findQuotes(tx, { sourceId });
      const { text } = content;
      const { url } = snapshot.source;
      // A file never changes: quoted words that do not stand in it never did.
      if (snapshot.documentSha256 === null) {
        await compareCopy(tx, { sourceId, url, permanentUrl, text, snapshotId, now: facts.readAt });
      }
    }
    const metadata = "text" in content ? content.metadata : null;
    const { source, changes } = await fillIn(tx, { sourceId, metadata });
    await recordAudit(tx, {
      actor: null,
      action: "snapshot.kept",
      subjectId: sourceId,
      data: { ...source, sha256: facts.sha256, changes },
    });
  });
}

/** Says why nothing came of it. */
export async function failCopy({
  snapshotId,
  failure,
}: {
  snapshotId: string;
  failure: SnapshotFailure;
}): Promise<void> {
  await db.snapshot.updateMany({
    where: { id: snapshotId, state: "waiting" },
    data: { state: "failed", failure },
  });
}

/** Only what is empty is filled in, and a title that was made of the address or of the file's name. */
async function fillIn(
  tx: Tx,
  { sourceId, metadata }: { sourceId: string; metadata: SnapshotMetadata | null },
): Promise<{ source: { title: string; url: string | null }; changes: Changes }> {
  await lockSource(tx, sourceId);
  const { url, publishedOn, documents, ...row } = await tx.source.findUniqueOrThrow({
    where: { id: sourceId },
    select: {
      url: true,
      title: true,
      publisher: true,
      author: true,
      publishedOn: true,
      documents: { select: { fileName: true } },
    },
  });
  const before = { ...row, publishedOn: dayFrom(publishedOn) };
  const isUntitled =
    (url !== null && row.title === titleOfAddress(url)) ||
    documents.some(({ fileName }) => row.title === titleOfFile(fileName));
  const after = {
    title: (isUntitled && metadata?.title) || before.title,
    publisher: before.publisher ?? metadata?.publisher ?? null,
    author: before.author ?? metadata?.byline ?? null,
    publishedOn: before.publishedOn ?? metadata?.publishedOn ?? null,
  };
  const changes = changesBetween(before, after);
  if (Object.keys(changes).length > 0) {
    await tx.source.update({
      where: { id: sourceId },
      data: { ...after, publishedOn: dayTo(after.publishedOn), version: { increment: 1 } },
      select: { id: true },
    });
    // A form that shows the source as it was is older than it.
    await tx.evidence.updateMany({ where: { sourceId }, data: { version: { increment: 1 } } });
  }
  return { source: { title: after.title, url }, changes };
}

/**
 * Looks for quoted words in the newest kept copy of their source and notes where they stand: of all evidence that cites
 * the source, or of one piece of it. Words that stand in an older copy and not in the newest keep the place they have:
 * it is what the claim was judged by.
 */
export async function findQuotes(
  tx: Tx,
  { sourceId, evidenceId }: { sourceId: string; evidenceId?: string },
): Promise<void> {
  const copy = await tx.snapshot.findFirst({
    where: { sourceId, state: "kept", text: { not: null } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, text: true },
  });
  const evidence = await tx.evidence.findMany({
    where: { sourceId, ...(evidenceId !== undefined && { id: evidenceId }) },
    select: { id: true, quote: true, quoteStart: true, quotePrefix: true, quoteSuffix: true },
  });
  for (const { id, quote, quoteStart, quotePrefix, quoteSuffix } of evidence) {
    // Of words that were just changed, what stood around others says nothing.
    const around = evidenceId === undefined ? { prefix: quotePrefix ?? "", suffix: quoteSuffix ?? "" } : {};
    const place = quote === null || !copy?.text ? null : placeOfQuote(copy.text, { exact: quote, ...around });
    if (place === null && quote !== null && quoteStart !== null && evidenceId === undefined) continue;
    // Words that somebody chose meanwhile have their own place.
    await tx.evidence.updateMany({
      where: { id, quote },
      data: { quoteSnapshotId: quote === null ? null : (copy?.id ?? null), ...placeColumns(place) },
    });
  }
}

/** A place as evidence keeps it. */
function placeColumns(place: QuotePlace | null) {
  return {
    quoteStart: place?.start ?? null,
    quoteEnd: place?.end ?? null,
    quotePrefix: place?.prefix ?? null,
    quoteSuffix: place?.suffix ?? null,
  };
}
