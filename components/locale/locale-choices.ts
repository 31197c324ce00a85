import { LOCALES, ownNameOf } from "#lib/i18n/languages.ts";

/** The languages to choose from, by their own names, and the one chosen before if it is none of them. */
export function localeChoices(chosen: string): { value: string; label: string }[] {
  const locales = new Set<string>([...LOCALES, chosen]);
  return [...locales].map((locale) => ({ value: locale, label: ownNameOf(locale) }));
}
