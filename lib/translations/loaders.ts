import "server-only";
import { requireActor } from "#lib/auth/session.ts";
import { getClaimCard } from "#lib/claims/queries.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { requireNewsroom } from "#lib/members/queries.ts";
import {
  getTermTranslations,
  listOffered,
  listTerms,
  listTranslations,
  type Term,
  type TermTranslation,
  type Translation,
} from "./queries.ts";

/** One language readers may choose, and what there is of a claim in it. */
export type TranslationSlot = { language: Language; translation: Translation | null };

/** A published claim's translations, in each language readers may choose; none for a claim that is not published. */
export async function loadTranslations(claimId: string): Promise<TranslationSlot[]> {
  await requireActor();
  const claim = await getClaimCard(claimId);
  if (claim?.state !== "published") return [];
  const [translations, offered] = await Promise.all([listTranslations(claimId), listOffered()]);
  return offered.map((language) => ({
    language,
    translation: translations.find((found) => found.language === language) ?? null,
  }));
}

/** One language readers may choose, and what ratings and kinds of problem are called in it. */
export type TermSlot = {
  language: Language;
  terms: { term: Term; translation: TermTranslation | null }[];
};

/** What readers of each language they may choose get to read on verdicts, for those who may change it. */
export async function loadTermTranslations(): Promise<TermSlot[]> {
  await requireActor("newsroom.edit");
  const [{ scaleId }, offered] = await Promise.all([requireNewsroom(), listOffered()]);
  const terms = await listTerms(scaleId);
  return Promise.all(
    offered.map(async (language) => {
      const translated = await getTermTranslations(language);
      return { language, terms: terms.map((term) => ({ term, translation: translated(term) })) };
    }),
  );
}
