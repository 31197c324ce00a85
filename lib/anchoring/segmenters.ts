const segmenters = new Map<string, Intl.Segmenter>();

/** A segmenter for a BCP 47 tag. A tag that is none (they come from pages and people) counts as "und". */
export function segmenterFor(language: string, granularity: "sentence" | "word"): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = segmenters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(isLanguageTag(language) ? language : "und", { granularity });
  segmenters.set(key, made);
  return made;
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
