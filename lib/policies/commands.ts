import { recordAudit } from "#lib/audit/commands.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { listOffered } from "#lib/translations/queries.ts";
import type { SavePolicyInput, TranslatePolicyInput } from "./schema.ts";

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

/**
 * Says a policy in another language, or takes that back. It belongs to the version it was made from: once the policy is
 * another one, readers get the original until somebody brings the translation up to date.
 */
export async function translatePolicy({
  actor,
  policy: key,
  language,
  number,
  basedOn,
  policyText,
  now,
}: TranslatePolicyInput & { actor: Actor; now: Date }): Promise<void> {
  insist(forbidden(actor, "policies.edit"));
  const text = policyText ?? "";
  await db.$transaction(async (tx) => {
    if (!(await listOffered(tx)).includes(language)) throw new AppError("language_not_offered");
    const original = await tx.policyVersion.findFirst({
      where: { key },
      orderBy: { version: "desc" },
      select: { version: true, text: true },
    });
    const before = await tx.policyTranslation.findFirst({
      where: { key, language },
      orderBy: { version: "desc" },
      select: { version: true, originalVersion: true, text: true },
    });
    if (original?.version !== number || original.text === "") throw new AppError("stale_version");
    if ((before?.version ?? 0) !== basedOn) throw new AppError("stale_version");
    if ((before?.text ?? "") === text && (text === "" || before?.originalVersion === number)) return;
    const version = basedOn + 1;
    // Of two who save on the same version, the second adds no row.
    const { count } = await tx.policyTranslation.createMany({
      data: [{ key, language, version, originalVersion: number, text, savedById: actor.id, savedAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) throw new AppError("stale_version");
    const data = { policy: key, language, version, number };
    await recordAudit(tx, { actor, action: "policy.translated", data });
  });
}
