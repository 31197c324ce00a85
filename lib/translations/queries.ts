import { type Db, db } from "#lib/db/client.ts";
import { LANGUAGES, type Language } from "#lib/i18n/languages.ts";

/** A published claim's words in another language. `rationale` is Markdown. */
export type TranslatedWords = { statement: string; conclusion: string; rationale: string };

/** As the desk sees one. */
export type Translation = TranslatedWords & {
  language: Language;
  version: number;
  translatorName: string;
  updatedAt: Date;
  /** Whether readers get it: the claim was corrected since when they do not. */
  isCurrent: boolean;
};

/** The translations of a claim, in the order of the languages. */
export async function listTranslations(claimId: string, on: Db = db): Promise<Translation[]> {
  const rows = await on.translation.findMany({
    where: { claimId },
    select: {
      language: true,
      statement: true,
      conclusion: true,
      rationale: true,
      version: true,
      updatedAt: true,
      translator: { select: { name: true } },
      publication: { select: { isCurrent: true, withdrawnAt: true } },
    },
  });
  return inOrder(
    rows.map(({ translator, publication, ...row }) => ({
      ...row,
      translatorName: translator.name,
      isCurrent: publication.isCurrent && publication.withdrawnAt === null,
    })),
  );
}

/** What readers get of a published claim in other languages. */
export async function listPublicTranslations(
  slug: string,
): Promise<{ language: Language; words: TranslatedWords }[]> {
  const rows = await db.translation.findMany({
    where: { publication: { slug: slug.replaceAll("\0", ""), isCurrent: true, withdrawnAt: null } },
    select: { language: true, statement: true, conclusion: true, rationale: true },
  });
  return inOrder(rows).map(({ language, ...words }) => ({ language, words }));
}

/** Those in a language the interface speaks. */
function inOrder<Row extends { language: string }>(
  rows: readonly Row[],
): (Omit<Row, "language"> & { language: Language })[] {
  return LANGUAGES.flatMap((language) =>
    rows.filter((row) => row.language === language).map((row) => ({ ...row, language })),
  );
}
