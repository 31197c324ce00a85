import { recordAudit } from "#lib/audit/commands.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { refusal } from "#lib/claims/rules.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { type LockedClaim, lockClaim } from "#lib/reviews/queries.ts";
import { visibleEvidence } from "#lib/sources/rules.ts";
import type { SightingInput } from "./schema.ts";

type By = { actor: Actor; now?: Date };

/**
 * An editor says that they have seen confidential evidence, in the version their page showed; else `stale_version`.
 * Said twice it counts once. Of public evidence nobody says so: readers see it themselves.
 */
export async function recordSighting({
  actor,
  now = new Date(),
  evidenceId,
  version,
}: SightingInput & By): Promise<void> {
  await db.$transaction(async (tx) => {
    const { claim, evidence } = await lockConfidential(tx, { evidenceId, actor, now });
    if (evidence.version !== version) throw new AppError("stale_version");
    const { count } = await tx.evidenceSighting.createMany({
      data: [{ evidenceId, memberId: actor.id, seenAt: now }],
      skipDuplicates: true,
    });
    if (count > 0) await tell(tx, { action: "evidence.seen", claim, evidence, actor });
  });
}

/** Takes back what `recordSighting` noted. Where nothing is noted any more nothing happens. */
export async function takeBackSighting({
  actor,
  now = new Date(),
  evidenceId,
}: By & { evidenceId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { claim, evidence } = await lockConfidential(tx, { evidenceId, actor, now });
    const { count } = await tx.evidenceSighting.deleteMany({ where: { evidenceId, memberId: actor.id } });
    if (count > 0) await tell(tx, { action: "evidence.seen_taken_back", claim, evidence, actor });
  });
}

/** Evidence whose words and source stay as they are until the transaction ends. What is public is not there. */
async function lockConfidential(tx: Tx, { evidenceId, actor, now }: Required<By> & { evidenceId: string }) {
  const where = { AND: [{ id: evidenceId }, visibleEvidence(actor)] };
  const found = await tx.evidence.findFirst({ where, select: { claimId: true } });
  if (!found) throw new AppError("not_found");
  const claim = await lockClaim(tx, found.claimId);
  insist(refusal("attest", claim, actor, now));
  const cited = await tx.evidence.findFirst({
    where: { id: evidenceId, visibility: "confidential" },
    select: { sourceId: true },
  });
  if (!cited) throw new AppError("not_found");
  // Through another claim the source may be edited, or merged into another, without this one being locked.
  await tx.$queryRaw`SELECT id FROM sources WHERE id = ${cited.sourceId}::uuid FOR NO KEY UPDATE`;
  const evidence = await tx.evidence.findUniqueOrThrow({ where: { id: evidenceId }, select: evidenceSelect });
  return { claim, evidence };
}

const evidenceSelect = {
  id: true,
  version: true,
  stance: true,
  visibility: true,
  source: { select: { title: true, url: true } },
} as const;

type Event = {
  action: "evidence.seen" | "evidence.seen_taken_back";
  claim: LockedClaim;
  evidence: Awaited<ReturnType<typeof lockConfidential>>["evidence"];
  actor: Actor;
};

async function tell(tx: Tx, { action, claim, evidence, actor }: Event): Promise<void> {
  const { id, stance, visibility, source } = evidence;
  await recordAudit(tx, {
    actor,
    articleId: claim.articleId,
    claimId: claim.id,
    action,
    subjectId: id,
    data: { stance, visibility, ...source },
  });
}
