import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { purgeAnswers } from "./commands.ts";

/** Forgets what programs were answered, once nobody will send the same again. */
export const purgeOldAnswers: JobHandler<"answers.purge"> = async () => {
  const purged = await purgeAnswers({ now: new Date() });
  if (purged > 0) log.info({ purged }, "answers to programs forgotten");
};
