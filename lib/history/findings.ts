import { createHash } from "node:crypto";
import { z } from "zod";
import type { KeptVerification } from "#lib/audit/queries.ts";
import { FINDING_KINDS } from "#lib/audit/values.ts";

/** Findings that are kept and shown; the rest the command tells, which is on the machine anyway. */
const SHOWN = 10;

const finding = z.strictObject({
  kind: z.enum(FINDING_KINDS),
  chain: z.string(),
  from: z.int().nullable(),
  to: z.int().nullable(),
  eventId: z.string().nullable(),
});

/** What is kept of the findings. */
export const foundSchema = z.strictObject({
  kinds: z.partialRecord(z.enum(FINDING_KINDS), z.int()),
  first: z.array(finding),
  /** The same for the same findings. */
  digest: z.string(),
});
export type Found = z.infer<typeof foundSchema>;

/** What is kept of findings; null when there are none. */
export function foundOf(findings: KeptVerification["findings"]): Found | null {
  if (findings.length === 0) return null;
  const kinds: Found["kinds"] = {};
  const hash = createHash("sha256");
  for (const each of findings) {
    kinds[each.kind] = (kinds[each.kind] ?? 0) + 1;
    hash.update(`${signOf(each)}\n`);
  }
  const first = findings
    .slice(0, SHOWN)
    .map(({ kind, chain, from, to, eventId }) => ({ kind, chain, from, to, eventId }));
  return { kinds, first, digest: hash.digest("hex") };
}

/** What follows an alteration grows with every event: that is no other finding. */
function signOf(found: KeptVerification["findings"][number]): string {
  const { kind, chain, from, to, eventId } = found;
  const line = "line" in found ? found.line : "";
  return [kind, chain, from, kind === "unproven" ? "" : to, eventId, line].join(" ");
}
