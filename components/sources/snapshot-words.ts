import type { Format } from "#lib/i18n/format.ts";
import { sentenceOf } from "#lib/i18n/refusals.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { SnapshotFailure } from "#lib/snapshots/schema.ts";

/** Why no copy was kept, in words for somebody who cites a source. */
export function failureSentence(failure: SnapshotFailure, words: Words, format: Format): string {
  const reasons = { ...words.reasons, ...words.sources.copy.failures };
  return sentenceOf(failure, { ...words, reasons }, format);
}

/** Why a copy that is kept has no text. */
export function unreadSentence(failure: SnapshotFailure, words: Words, format: Format): string {
  const reasons = { ...words.reasons, ...words.sources.copy.unread };
  return sentenceOf(failure, { ...words, reasons }, format);
}

export function sizeOf(bytes: number, words: Words, format: Format): string {
  const { kilobytes, megabytes } = words.sources.snapshot;
  if (bytes < 1_000_000) return fill(kilobytes, { count: format.number(Math.ceil(bytes / 1_000)) });
  return fill(megabytes, { count: format.number(Math.round(bytes / 100_000) / 10) });
}
