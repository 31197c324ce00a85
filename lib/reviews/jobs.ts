import { endAssignments } from "#lib/assignments/commands.ts";
import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { releaseExpiredLeases } from "./commands.ts";

/** Puts back in the queue what a reviewer took and left, or was asked to do and did not. */
export const expireLeases: JobHandler<"leases.expire"> = async () => {
  const now = new Date();
  const released = await releaseExpiredLeases({ now });
  const unassigned = await endAssignments({ now });
  if (released > 0) log.info({ released }, "expired leases released");
  if (unassigned > 0) log.info({ unassigned }, "assignments ended");
};
