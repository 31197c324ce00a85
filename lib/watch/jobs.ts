import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { beginDueChecks, enrolSources } from "./commands.ts";

/** Has the cited pages looked at that are due. */
export const watchSources: JobHandler<"sources.watch"> = async () => {
  const now = new Date();
  await enrolSources({ now });
  const begun = await beginDueChecks({ now });
  if (begun > 0) log.info({ begun }, "looks at cited pages begun");
};
