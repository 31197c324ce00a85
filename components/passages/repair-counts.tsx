import type { Conventions } from "#components/claims/conventions.ts";
import { plural } from "#lib/i18n/words.ts";

/** How many passages wait, and how many of them readers are told of. */
export function RepairCounts({
  counts: { all, published },
  words,
  locale,
}: { counts: { all: number; published: number } } & Pick<Conventions, "words" | "locale">) {
  const texts = words.passages;
  return (
    <span>
      {plural(locale, texts.waiting, all)}
      {published > 0 && words.common.comma + plural(locale, texts.ofThemPublished, published)}
    </span>
  );
}
