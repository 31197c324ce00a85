import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { purgeDrafts } from "./commands.ts";

/** Forgets drafts nobody came back for. */
export const purgeOldDrafts: JobHandler<"drafts.purge"> = async () => {
  const purged = await purgeDrafts({ now: new Date() });
  if (purged > 0) log.info({ purged }, "old drafts forgotten");
};
