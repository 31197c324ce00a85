import "server-only";
import { requireActor } from "#lib/auth/session.ts";
import { getClaimCard } from "#lib/claims/queries.ts";
import { LANGUAGES, type Language, languageOf } from "#lib/i18n/languages.ts";
import { requireNewsroom } from "#lib/members/queries.ts";
import { listTranslations, type Translation } from "./queries.ts";

/** One language readers may choose, and what there is of a claim in it. */
export type TranslationSlot = { language: Language; translation: Translation | null };

/** A published claim's translations, in each language readers may choose; none for a claim that is not published. */
export async function loadTranslations(claimId: string): Promise<TranslationSlot[]> {
  await requireActor();
  const claim = await getClaimCard(claimId);
  if (claim?.state !== "published") return [];
  const [translations, { locale, readerLanguages }] = await Promise.all([
    listTranslations(claimId),
    requireNewsroom(),
  ]);
  const offered = LANGUAGES.filter(
    (language) => language !== languageOf(locale) && readerLanguages.includes(language),
  );
  return offered.map((language) => ({
    language,
    translation: translations.find((found) => found.language === language) ?? null,
  }));
}
