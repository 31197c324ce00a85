import { recordAudit } from "#lib/audit/commands.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { refusal } from "#lib/claims/rules.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { languageOf } from "#lib/i18n/languages.ts";
import { requireNewsroom } from "#lib/members/queries.ts";
import { type LockedClaim, lockClaim } from "#lib/reviews/queries.ts";
import type { PublishTranslationInput, RemoveTranslationInput } from "./schema.ts";

type By = { actor: Actor; now: Date };

/** Gives readers a published claim in another of the languages they may choose, or puts other words in place of it. */
export async function publishTranslation({
  actor,
  claimId,
  language,
  number,
  version,
  now,
  ...words
}: PublishTranslationInput & By): Promise<void> {
  await db.$transaction(async (tx) => {
    const claim = await lockToTranslate(tx, { actor, claimId, now });
    const publication = await tx.publication.findFirst({
      where: { claimId, isCurrent: true, withdrawnAt: null },
      select: { id: true, number: true },
    });
    if (!publication) throw new AppError("not_found");
    if (publication.number !== number) throw new AppError("stale_version");
    const { locale, readerLanguages } = await requireNewsroom(tx);
    if (language === languageOf(locale) || !readerLanguages.includes(language)) {
      throw new AppError("language_not_offered");
    }
    const key = { claimId_language: { claimId, language } };
    const before = await tx.translation.findUnique({ where: key, select: { version: true } });
    if ((before?.version ?? 0) !== version) throw new AppError("stale_version");
    const made = { ...words, publicationId: publication.id, translatorId: actor.id, updatedAt: now };
    await tx.translation.upsert({
      where: key,
      create: { claimId, language, ...made },
      update: { ...made, version: { increment: 1 } },
    });
    const data = { language, number };
    await recordAudit(tx, { actor, action: "claim.translated", claimId, articleId: claim.articleId, data });
  });
}

/** Takes a translation from readers. */
export async function removeTranslation({
  actor,
  claimId,
  language,
  version,
  now,
}: RemoveTranslationInput & By): Promise<void> {
  await db.$transaction(async (tx) => {
    const claim = await lockToTranslate(tx, { actor, claimId, now });
    const { count } = await tx.translation.deleteMany({ where: { claimId, language, version } });
    if (count === 0) throw new AppError("stale_version");
    const data = { language };
    await recordAudit(tx, {
      actor,
      action: "claim.translation_removed",
      claimId,
      articleId: claim.articleId,
      data,
    });
  });
}

/** Whoever may correct a claim may translate it. The claim's row is held, so that of two at once one waits. */
async function lockToTranslate(
  tx: Tx,
  { actor, claimId, now }: By & { claimId: string },
): Promise<LockedClaim> {
  const claim = await lockClaim(tx, claimId);
  insist(refusal("correct", claim, actor, now));
  return claim;
}
