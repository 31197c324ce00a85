import type { Choice } from "#components/ui/select-field.tsx";
import type { Words } from "#lib/i18n/words.ts";

/** What articles that are checked are mostly written in; any other language comes with the article that is. */
const COMMON =
  "am ar bg bn bs ca cs da de el en es et fa fi fr he hi hr hu hy id it ja ka ko lt lv my nb nl pl pt ro ru sk sl sq sr sv sw ta th tr uk ur vi zh".split(
    " ",
  );

/**
 * Languages by their names in the newsroom's language, `found` (BCP 47) among them. Made on the server: browsers
 * know some languages by other names.
 */
export function languageChoices({
  words,
  locale,
  found,
}: {
  words: Words;
  locale: string;
  found: string;
}): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: "language" });
  const unknown = { value: "und", label: words.articles.form.languageUnknown };
  const named = [...new Set([...COMMON, found])]
    .filter((tag) => tag !== unknown.value)
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  return [unknown, ...named];
}
