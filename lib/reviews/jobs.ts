import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { releaseExpiredLeases } from "./commands.ts";

/** Puts back in the queue what a reviewer took and left. */
export const expireLeases: JobHandler<"leases.expire"> = async () => {
  const released = await releaseExpiredLeases({ now: new Date() });
  if (released > 0) log.info({ released }, "expired leases released");
};
