import { segmenterFor } from "#lib/anchoring/segmenters.ts";

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Where a text may be cut: after each of its words, or in the first one after each grapheme. Ascending offsets. */
function cutsOf(text: string, language: string): { words: number[]; graphemes: number[] } {
  const words = [...segmenterFor(language, "word").segment(text)].flatMap(({ index, segment, isWordLike }) =>
    isWordLike ? index + segment.length : [],
  );
  const first = text.slice(0, words[0] ?? text.length);
  return {
    words,
    graphemes: [...graphemes.segment(first)].map(({ index, segment }) => index + segment.length),
  };
}

/** The text when it fits, else as many of its words as do, with an ellipsis; of a word that is too long its beginning. */
export async function shortened(
  text: string,
  language: string,
  fits: (text: string) => Promise<boolean>,
): Promise<string> {
  if (await fits(text)) return text;
  const cut = (end: number) => `${text.slice(0, end)}…`;
  const { words, graphemes: letters } = cutsOf(text, language);
  const end =
    (await lastThat(words, (at) => fits(cut(at)))) ?? (await lastThat(letters, (at) => fits(cut(at))));
  return cut(end ?? letters[0] ?? 0);
}

/** The last of `values` for which it holds, where it holds for all before that one; null when it does for none. */
export async function lastThat<Value>(
  values: readonly Value[],
  holds: (value: Value) => Promise<boolean>,
): Promise<Value | null> {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = values[middle];
    if (value !== undefined && (await holds(value))) low = middle + 1;
    else high = middle;
  }
  return values[low - 1] ?? null;
}
