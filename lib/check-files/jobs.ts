import { AppError } from "#lib/errors.ts";
import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { failFile, importFileRows, purgeFiles, readFileRows } from "./commands.ts";

type Work = (given: { fileId: string; now: Date }) => Promise<void>;

/** What is expected is told on the file's page; anything else is tried again first. */
async function told(work: Work, fileId: string, isLastTry: boolean): Promise<void> {
  try {
    await work({ fileId, now: new Date() });
  } catch (error) {
    if (!(error instanceof AppError)) {
      if (!isLastTry) throw error;
      log.error({ err: error, fileId }, "file of checks failed");
    }
    const refusal = error instanceof AppError ? error : { reason: "check_file_failed" as const };
    await failFile({ fileId, refusal, now: new Date() });
  }
}

/** Looks what would become of a file. */
export const readFile: JobHandler<"checks.read"> = ({ fileId }, at) =>
  told(readFileRows, fileId, at?.isLastTry ?? true);

/** Imports what was shown. */
export const importFile: JobHandler<"checks.import"> = ({ fileId }, at) =>
  told(importFileRows, fileId, at?.isLastTry ?? true);

/** Forgets files nobody came back to. */
export const purgeOldFiles: JobHandler<"checks.purge"> = async () => {
  const purged = await purgeFiles({ now: new Date() });
  if (purged > 0) log.info({ purged }, "files of checks forgotten");
};
