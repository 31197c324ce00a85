import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { readKept } from "#lib/storage/audit-folder.ts";
import { askVerification, failVerification, runVerification } from "./commands.ts";

/** Has the history verified every night. */
export const verifyNightly: JobHandler<"audit.nightly"> = async () => {
  await askVerification({ actor: null, now: new Date() }).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error; // an admin asked just now
  });
};

/** Verifies the history. What comes of it stands on the page of the audit log. */
export const verifyHistory: JobHandler<"audit.verify"> = async ({ verificationId: id }, at) => {
  try {
    await runVerification({ id, kept: await readKept(env.AUDIT_DIR) });
  } catch (error) {
    if (!(at?.isLastTry ?? true)) throw error;
    log.error({ err: error }, "history could not be verified");
    await failVerification({ id, now: new Date() });
  }
};
