import { recordAudit } from "#lib/audit/commands.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { refusal } from "#lib/claims/rules.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { type LockedClaim, lockClaim } from "#lib/reviews/queries.ts";
import { listOffered, type Term } from "./queries.ts";
import type { PublishTranslationInput, RemoveTranslationInput, TranslateTermInput } from "./schema.ts";

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
    await insistOffered(tx, language);
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

async function insistOffered(tx: Tx, language: Language): Promise<void> {
  if (!(await listOffered(tx)).includes(language)) throw new AppError("language_not_offered");
}

/**
 * Says what a rating or a kind of problem is called in another language, or takes that back. It may be said anew while
 * the scale is in use: what the rating means is fixed in the scale's own words.
 */
export async function translateTerm({
  actor,
  termId,
  language,
  version,
  label,
  definition,
  now,
}: TranslateTermInput & By): Promise<void> {
  insist(forbidden(actor, "newsroom.edit"));
  await db.$transaction(async (tx) => {
    await insistOffered(tx, language);
    const original = await requireTerm(tx, termId);
    const row = { language, label: original.label, definition: original.definition };
    const before = await tx.termTranslation.findUnique({
      where: { language_label_definition: row },
      select: { version: true, translatedLabel: true, translatedDefinition: true },
    });
    if ((before?.version ?? 0) !== version) throw new AppError("stale_version");
    if ((before?.translatedLabel ?? null) === label && (before?.translatedDefinition ?? null) === definition)
      return;
    // Of two who save on the same version, the second changes no row.
    const seen = { where: { ...row, version } };
    const said = { translatorId: actor.id, updatedAt: now };
    const { count } =
      label === null || definition === null
        ? await tx.termTranslation.deleteMany(seen)
        : version === 0
          ? await tx.termTranslation.createMany({
              data: [{ ...row, ...said, translatedLabel: label, translatedDefinition: definition }],
              skipDuplicates: true,
            })
          : await tx.termTranslation.updateMany({
              ...seen,
              data: {
                ...said,
                translatedLabel: label,
                translatedDefinition: definition,
                version: { increment: 1 },
              },
            });
    if (count === 0) throw new AppError("stale_version");
    const data = {
      ...{ language, label: original.label },
      before: before && { label: before.translatedLabel, definition: before.translatedDefinition },
      after: label === null || definition === null ? null : { label, definition },
    };
    await recordAudit(tx, { actor, action: "scale.translated", subjectId: termId, data });
  });
}

/** A rating or a kind of problem of a scale that is or was in use. In a draft its words may still change. */
async function requireTerm(tx: Tx, id: string): Promise<Term> {
  const of = {
    where: { id, scale: { inUseSince: { not: null } } },
    select: { id: true, label: true, definition: true },
  };
  const term = (await tx.rating.findFirst(of)) ?? (await tx.problem.findFirst(of));
  if (term === null) throw new AppError("not_found");
  return term;
}
