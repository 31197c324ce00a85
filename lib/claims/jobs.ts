import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { purgeDeletedClaims } from "./commands.ts";

/** Forgets deleted drafts nobody brought back. */
export const purgeDeleted: JobHandler<"claims.purge"> = async () => {
  const purged = await purgeDeletedClaims({ now: new Date() });
  if (purged > 0) log.info({ purged }, "deleted drafts forgotten");
};
