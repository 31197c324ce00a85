import { recordAudit } from "#lib/audit/commands.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import type { SavePolicyInput } from "./schema.ts";

/** Saves the next version of a policy, or takes it back. Saving what stands there already does nothing. */
export async function savePolicy({
  actor,
  policy: key,
  basedOn,
  policyText,
  now,
}: SavePolicyInput & { actor: Actor; now: Date }): Promise<void> {
  insist(forbidden(actor, "policies.edit"));
  const text = policyText ?? "";
  await db.$transaction(async (tx) => {
    const before = await tx.policyVersion.findFirst({
      where: { key },
      orderBy: { version: "desc" },
      select: { version: true, text: true },
    });
    if ((before?.version ?? 0) !== basedOn) throw new AppError("stale_version");
    if ((before?.text ?? "") === text) return;
    const version = basedOn + 1;
    // Of two who save on the same version, the second adds no row.
    const { count } = await tx.policyVersion.createMany({
      data: [{ key, version, text, savedById: actor.id, savedAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) throw new AppError("stale_version");
    await recordAudit(tx, { actor, action: "policy.saved", data: { policy: key, version } });
  });
}
