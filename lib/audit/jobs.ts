import { env } from "#lib/env.ts";
import type { JobHandler } from "#lib/jobs/definitions.ts";
import { auditFolder } from "#lib/storage/audit-folder.ts";
import { keepHeads } from "./commands.ts";

/** Signs the ends of the chains that have grown, and keeps them outside the database. */
export const signHeads: JobHandler<"audit.sign"> = async () => {
  const folder = auditFolder(env.AUDIT_DIR, env.AUDIT_KEY);
  const keep = (lines: readonly string[]) => folder.append(lines);
  await keepHeads({ privateKey: await folder.privateKey(), now: new Date(), keep });
};
