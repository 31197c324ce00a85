import { assembleBlocks } from "#lib/anchoring/blocks.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { type FetchedDocument, fetchDocument, type NotModified } from "#lib/fetching/fetch-document.ts";
import { keepFile } from "#lib/files/commands.ts";
import { importArticle } from "#lib/importing/import-article.ts";
import { DEFAULT_LIMITS } from "#lib/importing/limits.ts";
import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { readPacked } from "#lib/storage/packed.ts";
import { recordCheck } from "#lib/watch/commands.ts";
import { getCheck } from "#lib/watch/queries.ts";
import { failCopy, getWaiting, type ReadCopy, recordCopy, type StoredDocument } from "./commands.ts";
import type { SnapshotFailure } from "./schema.ts";
import { type FileForm, formOf, MAX_SNAPSHOT_BYTES } from "./values.ts";

/** What a source may be. Of what cannot be read as text the bytes are kept all the same. */
const ACCEPTED = [
  "text/html",
  "application/xhtml+xml",
  "application/xml",
  "text/xml",
  "text/plain",
  "text/csv",
  "text/markdown",
  "application/json",
  "application/pdf",
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
  "application/msword",
  "application/vnd.ms-excel",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
];

/**
 * Fetches a source's page, keeps its bytes and reads its text. Every way it can fail is told where it is cited; a fault
 * of ours, such as a storage that does not answer, only after the last try.
 */
export const takeSnapshot: JobHandler<"snapshots.take"> = async (
  { snapshotId },
  { isLastTry } = { isLastTry: true },
) => {
  const waiting = await getWaiting(snapshotId);
  if (!waiting) return;
  try {
    if ("document" in waiting) {
      await recordCopy({ snapshotId, read: await readDocument(waiting.document) });
      return;
    }
    const answer = await fetchPage({ url: waiting.url });
    if (answer.kind === "not_modified") throw new Error("Nobody asked whether it was modified");
    await recordCopy({ snapshotId, read: await readCopy(answer) });
  } catch (error) {
    if (!(error instanceof AppError) && !isLastTry) throw error;
    if (!(error instanceof AppError)) log.error({ err: error, snapshotId }, "keeping a copy failed");
    await failCopy({ snapshotId, failure: failureOf(error) });
  }
};

/**
 * Looks at a cited page again, and has what it says now compared with what is cited. The page is kept only where a
 * person has to compare. A fault of ours is none of the page's: then nothing is recorded, and it is looked at anew.
 */
export const checkSource: JobHandler<"sources.check"> = async ({ sourceId }) => {
  const check = await getCheck(sourceId);
  if (!check) return;
  const looked = { sourceId, url: check.url, begunAt: new Date() };
  const failed = (failure: SnapshotFailure) => {
    const status = failure.reason === "fetch_status" ? Number(failure.values.status) : null;
    return recordCheck({ ...looked, now: new Date(), kind: "failed", failure, status });
  };
  try {
    const answer = await fetchPage(check);
    const { permanentUrl } = answer;
    if (answer.kind === "not_modified") {
      const { etag, lastModified } = check;
      const same = { kind: "page", permanentUrl, etag, lastModified, text: null, copy: null } as const;
      return void (await recordCheck({ ...looked, now: new Date(), ...same }));
    }
    const content = await contentOf(answer);
    const text = "text" in content ? content.text : null;
    // A scan never had a text; a page that had one and has none does not say what it said.
    if (!("text" in content) && check.hasText) return void (await failed(content));
    const { etag, lastModified } = answer;
    const page = { kind: "page", permanentUrl, etag, lastModified, text } as const;
    const record = (copy: ReadCopy | null) => recordCheck({ ...looked, now: new Date(), ...page, copy });
    if ((await record(null)) === "copy_wanted") await record(await readCopy(answer, content));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await failed(failureOf(error));
  }
};

type Page = { url: string; etag?: string | null; lastModified?: string | null };

function fetchPage(page: Page): Promise<FetchedDocument | NotModified> {
  return fetchDocument({
    ...page,
    accept: ACCEPTED,
    maxBytes: MAX_SNAPSHOT_BYTES,
    allowedHosts: env.FETCH_ALLOWED_HOSTS,
  });
}

async function readCopy(fetched: FetchedDocument, content?: ReadCopy["content"]): Promise<ReadCopy> {
  const { bytes, contentType, url, permanentUrl, fetchedAt } = fetched;
  return {
    ...{ url, permanentUrl, contentType, readAt: fetchedAt },
    ...(await keepFile(bytes)),
    content: content ?? (await contentOf(fetched)),
  };
}

/** A file is read when it is attached: what it says was read then. */
async function readDocument({ uploadedAt, ...document }: StoredDocument): Promise<ReadCopy> {
  const bytes = await readPacked(document);
  if (bytes === null) throw new Error(`${document.storageKey} is not in the storage`);
  return {
    ...document,
    url: null,
    permanentUrl: null,
    readAt: uploadedAt,
    content: await contentOf({ bytes, contentType: document.contentType, url: null }),
  };
}

/** Why nothing is read of a file, where what it is says so better. */
const UNREAD: Partial<Record<FileForm, SnapshotFailure>> = {
  picture: { reason: "picture_unread", values: {} },
  office: { reason: "office_unread", values: {} },
};

/** As large as what is kept. */
const LIMITS = { ...DEFAULT_LIMITS, bytes: MAX_SNAPSHOT_BYTES };

async function contentOf({
  bytes,
  contentType,
  url,
}: Pick<FetchedDocument, "bytes" | "contentType"> & { url: string | null }): Promise<ReadCopy["content"]> {
  try {
    const { parts, metadata } = await importArticle({ kind: "file", bytes, contentType, url }, LIMITS);
    const { canonicalUrl: _, ...said } = metadata;
    return { ...assembleBlocks(parts.filter(({ isKept }) => isKept)), metadata: said };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const unread = error.reason === "import_unreadable" && UNREAD[formOf(contentType)];
    return unread || failureOf(error);
  }
}

function failureOf(error: unknown): SnapshotFailure {
  const { reason, values } = error instanceof AppError ? error : new AppError("copy_failed");
  return { reason, values };
}
