import { type Db, db } from "#lib/db/client.ts";
import { LANGUAGES, type Language, languageOf } from "#lib/i18n/languages.ts";
import { requireNewsroom } from "#lib/members/queries.ts";
import { listEarlierRatings, requireScale } from "#lib/verdicts/queries.ts";

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

/** The languages readers may choose besides the newsroom's own, in the order of the languages. */
export async function listOffered(on: Db = db): Promise<Language[]> {
  const { locale, readerLanguages } = await requireNewsroom(on);
  return LANGUAGES.filter(
    (language) => language !== languageOf(locale) && readerLanguages.includes(language),
  );
}

/** What a rating or a kind of problem is called and what it means. */
export type TermWords = { label: string; definition: string };

/** A rating or a kind of problem that readers meet. */
export type Term = TermWords & { id: string };

/** As the desk sees it. */
export type TermTranslation = TermWords & {
  version: number;
  updatedAt: Date;
  /** Null: it came with the product. */
  translatorName: string | null;
};

/** Each meaning that readers meet once: of the scale in use, retired ones too, then of those verdicts were given on before. */
export async function listTerms(scaleId: string): Promise<Term[]> {
  const [{ ratings, problems }, earlier] = await Promise.all([
    requireScale(scaleId),
    listEarlierRatings(scaleId),
  ]);
  const byWords = new Map<string, Term>();
  for (const { id, label, definition } of [...ratings, ...problems, ...earlier]) {
    const key = keyOf({ label, definition });
    if (!byWords.has(key)) byWords.set(key, { id, label, definition });
  }
  return [...byWords.values()];
}

/** Of counted ones only the label is known. */
export type KnownWords = { label: string; definition?: string };
const keyOf = ({ label, definition }: KnownWords) => JSON.stringify([label, definition]);

/**
 * What ratings and kinds of problem are called in a language, by the words they are written in. Of a label whose meaning
 * is not known, which is what is counted, the newest translation counts.
 */
export async function getTermTranslations(
  language: string,
): Promise<(words: KnownWords) => TermTranslation | null> {
  const rows = await db.termTranslation.findMany({
    where: { language },
    orderBy: [{ updatedAt: "asc" }, { definition: "asc" }],
    select: {
      label: true,
      definition: true,
      translatedLabel: true,
      translatedDefinition: true,
      version: true,
      updatedAt: true,
      translator: { select: { name: true } },
    },
  });
  const found = new Map<string, TermTranslation>();
  for (const { translatedLabel, translatedDefinition, translator, version, updatedAt, ...words } of rows) {
    const translatorName = translator?.name ?? null;
    const said = { label: translatedLabel, definition: translatedDefinition };
    const translation = { ...said, version, updatedAt, translatorName };
    found.set(keyOf(words), translation).set(keyOf({ label: words.label }), translation);
  }
  return (words) => found.get(keyOf(words)) ?? null;
}

/** What there is of a published claim in another language, for a line of a list. */
export type ListedWords = {
  slug: string;
  /** Null when the claim as it stands has no translation. */
  statement: string | null;
  conclusion: string | null;
  /** Null when its rating has none. */
  ratingLabel: string | null;
};

/** What there is in a language of the published claims at these addresses that stand. */
export function listListedWords(slugs: readonly string[], language: string): Promise<ListedWords[]> {
  return db.$queryRaw<ListedWords[]>`
    SELECT p.slug, t.statement, t.conclusion, r.translated_label AS "ratingLabel"
    FROM publications p
    LEFT JOIN translations t ON t.publication_id = p.id AND t.language = ${language}
    LEFT JOIN term_translations r ON r.language = ${language}
      AND r.label = p.content #>> '{rating,label}' AND r.definition = p.content #>> '{rating,definition}'
    WHERE p.is_current AND p.withdrawn_at IS NULL AND p.slug = ANY (${[...slugs]}::text[])`;
}
