import { env } from "#lib/env.ts";
import type { Archive } from "./archive.ts";
import { wayback } from "./wayback.ts";

/** The archive that is set up; null: none is, and nothing is told to anybody outside. */
export function configuredArchive(): Archive | null {
  if (!isArchivingOn()) return null;
  const { WAYBACK_KEY: key, WAYBACK_SECRET: secret, WAYBACK_ENDPOINT: endpoint } = env;
  return wayback({ key, secret, endpoint });
}

/** Whether copies are archived at all. */
export function isArchivingOn(): boolean {
  return env.WAYBACK_KEY !== "" && env.WAYBACK_SECRET !== "";
}
