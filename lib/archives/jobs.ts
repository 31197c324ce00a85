import type { Archive } from "#lib/archiving/archive.ts";
import { configuredArchive } from "#lib/archiving/configured.ts";
import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import {
  mayBeTold,
  queueArchivings,
  recordProgress,
  recordSubmission,
  recordUnreachable,
  type Step,
  takeSteps,
} from "./commands.ts";

/** Has kept copies archived, and asks how it stands with those that were submitted. Without an archive does nothing. */
export const runArchives: JobHandler<"archives.run"> = async () => {
  const archive = configuredArchive();
  if (archive === null) return;
  await queueArchivings({ now: new Date() });
  for (const step of await takeSteps({ now: new Date() })) await doStep(archive, step);
};

async function doStep(archive: Archive, step: Step): Promise<void> {
  try {
    if (step.jobId === null) {
      // Left as it is: when its time comes it is sent, or dropped.
      if (!(await mayBeTold(step))) return;
      const submission = await archive.submit(step.url);
      await recordSubmission({ step, submission, now: new Date() });
    } else {
      const progress = await archive.progressOf(step.jobId);
      await recordProgress({ step, progress, now: new Date() });
    }
  } catch (error) {
    log.warn({ err: error, snapshotId: step.snapshotId }, "the archive did not answer");
    await recordUnreachable({ step, now: new Date() });
  }
}
