import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { sweepFiles } from "./commands.ts";

/** Removes files nobody needs. */
export const sweepUnusedFiles: JobHandler<"files.sweep"> = async () => {
  const removed = await sweepFiles({ now: new Date() });
  if (removed > 0) log.info({ removed }, "unused files removed");
};
