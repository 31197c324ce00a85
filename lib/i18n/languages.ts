/** The languages the interface speaks, by their ISO 639 codes. */
export const LANGUAGES = ["en", "fr", "es", "de", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What can be chosen: a language, and for English how its dates are written. BCP 47 tags. */
export const LOCALES = ["en-GB", "en-US", "fr", "es", "de", "ar"] as const;
export type Locale = (typeof LOCALES)[number];

/** Which of them suits a browser best, by its `Accept-Language` (RFC 9110 §12.5.4); its order counts, not its weights. */
export function preferredLocale(accepted: string | null): Locale {
  for (const range of (accepted ?? "").slice(0, 500).split(",")) {
    const tag = range.split(";")[0]?.trim().toLowerCase() ?? "";
    const found = LOCALES.find(
      (locale) => locale.toLowerCase() === tag || tag.split("-")[0] === languageOf(locale),
    );
    if (found) return LOCALES.find((locale) => locale.toLowerCase() === tag) ?? found;
  }
  return "en-GB";
}

/** The interface's language for a BCP 47 tag, English when it is none of them. */
export function languageOf(locale: string): Language {
  const asked = locale.split("-")[0]?.toLowerCase();
  return LANGUAGES.find((language) => language === asked) ?? "en";
}

/** Which way the interface's language is written. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return languageOf(locale) === "ar" ? "rtl" : "ltr";
}

/** What those who speak it call a language: "Français", "British English". */
export function ownNameOf(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** The language of a reader's address, `/fr/claims`, and the address without it. Null when it names none. */
export function languageInPath(path: string): { language: Language; rest: string } | null {
  const [, asked = "", rest = ""] = /^\/([a-z]{2})(\/.*)?$/.exec(path) ?? [];
  const language = LANGUAGES.find((known) => known === asked);
  // Files are of no language: they say in themselves which one they are in. Pictures show words of their page.
  if (language === undefined || /(?<!\/image)\.[a-z]+$/.test(rest)) return null;
  return { language, rest: rest === "" ? "/" : rest };
}
