import { assembleBlocks } from "#lib/anchoring/blocks.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { type FetchedDocument, fetchDocument } from "#lib/fetching/fetch-document.ts";
import { importArticle } from "#lib/importing/import-article.ts";
import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { keepPacked } from "#lib/storage/packed.ts";
import { failCopy, getWaiting, type ReadCopy, recordCopy } from "./commands.ts";
import type { SnapshotFailure } from "./schema.ts";
import { MAX_SNAPSHOT_BYTES } from "./values.ts";

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
    const answer = await fetchDocument({
      url: waiting.url,
      accept: ACCEPTED,
      maxBytes: MAX_SNAPSHOT_BYTES,
      allowedHosts: env.FETCH_ALLOWED_HOSTS,
    });
    if (answer.kind === "not_modified") throw new Error("Nobody asked whether it was modified");
    await recordCopy({ snapshotId, read: await readCopy(answer) });
  } catch (error) {
    if (!(error instanceof AppError) && !isLastTry) throw error;
    if (!(error instanceof AppError)) log.error({ err: error, snapshotId }, "keeping a copy failed");
    await failCopy({ snapshotId, failure: failureOf(error) });
  }
};

async function readCopy(fetched: FetchedDocument): Promise<ReadCopy> {
  const { bytes, contentType, url, fetchedAt } = fetched;
  return {
    ...{ url, contentType, readAt: fetchedAt },
    ...(await keepPacked(bytes)),
    content: await contentOf(fetched),
  };
}

async function contentOf({ bytes, contentType, url }: FetchedDocument): Promise<ReadCopy["content"]> {
  try {
    const { parts, metadata } = await importArticle({ kind: "file", bytes, contentType, url });
    const { canonicalUrl: _, ...said } = metadata;
    return { ...assembleBlocks(parts.filter(({ isKept }) => isKept)), metadata: said };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return failureOf(error);
  }
}

function failureOf(error: unknown): SnapshotFailure {
  const { reason, values } = error instanceof AppError ? error : new AppError("copy_failed");
  return { reason, values };
}
