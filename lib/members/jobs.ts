import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { purgeExpiredSessions } from "./commands.ts";

/** Deletes the rows of sessions that are over. */
export const purgeSessions: JobHandler<"sessions.purge"> = async () => {
  const purged = await purgeExpiredSessions({ now: new Date() });
  if (purged > 0) log.info({ purged }, "expired sessions purged");
};
