import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { DateRange } from "#lib/insights/values.ts";

/** "1 Mar 2026 to 31 Mar 2026", days of the newsroom. */
export function rangeText(
  { from, to }: DateRange,
  { words, format }: { words: Words; format: Format },
): string {
  const texts = words.insights.range;
  const last = format.shortDay(to);
  return from === null
    ? fill(texts.until, { to: last })
    : fill(texts.between, { from: format.shortDay(from), to: last });
}
