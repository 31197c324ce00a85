import { fill, plural, type Words } from "#lib/i18n/words.ts";

/** What readers are told of confidential sources: how many there are, and how many editors have seen all of them. */
export function confidentialLine({
  count,
  seenBy,
  words,
  locale,
}: {
  count: number;
  seenBy: number;
  words: Words;
  locale: string;
}): string {
  const { confidential, confidentialSeen } = words.publicSite.claim;
  const sources = plural(locale, confidential, count);
  if (seenBy === 0) return sources;
  return fill<"{sources}">(plural(locale, confidentialSeen, seenBy) as "{sources}", { sources });
}
