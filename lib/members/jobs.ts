import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { purgeExpiredSessions, purgeOldForms } from "./commands.ts";

/** Deletes the rows of sessions that are over. */
export const purgeSessions: JobHandler<"sessions.purge"> = async () => {
  const purged = await purgeExpiredSessions({ now: new Date() });
  if (purged > 0) log.info({ purged }, "expired sessions purged");
};

/** Forgets which forms were sent, once nobody will send them again. */
export const purgeSentForms: JobHandler<"forms.purge"> = async () => {
  const purged = await purgeOldForms({ now: new Date() });
  if (purged > 0) log.info({ purged }, "sent forms forgotten");
};
