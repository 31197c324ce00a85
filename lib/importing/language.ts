export type Direction = "ltr" | "rtl";

/** Enough to tell a language, in UTF-16 code units; more would only take longer. */
const SAMPLE_LENGTH = 20_000;

/** Scripts that (nearly) belong to one language of news. Those of several languages are told apart below. */
const SCRIPTS = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["bn", /\p{Script=Bengali}/gu],
  ["ta", /\p{Script=Tamil}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["my", /\p{Script=Myanmar}/gu],
  ["ka", /\p{Script=Georgian}/gu],
  ["hy", /\p{Script=Armenian}/gu],
  ["am", /\p{Script=Ethiopic}/gu],
] as const;

/** Letters that give away another language of a script. */
const NEIGHBOURS: Record<string, readonly (readonly [string, RegExp])[]> = {
  ar: [
    ["ur", /[ٹڈڑںے]/gu],
    ["fa", /[پچژگی]/gu],
  ],
  ru: [["uk", /[іїєґ]/giu]],
};

/** Frequent words, each of one language among these only. */
const STOP_WORDS: Record<string, string> = {
  en: "the and of that with was were is are has have his from they this which would said",
  fr: "le les des est dans pour une du qui sur avec sont pas aux ont cette elle été plus",
  de: "der die das und nicht ist ein eine mit von den dem auf für sich auch wird zu im",
  es: "el los las y una por del con para su está fue pero más como ha sus lo",
  it: "il che di della per gli è non sono una nel alla dei delle anche ha si",
  pt: "o os uma não do da em dos das ao são foi mais também pelo pela com à",
};

/** How often stop words must come, of all words, before they prove a language. */
const PROOF = 0.08;

/** The language of a text as a BCP 47 tag, "und" when its script or its small words do not tell. */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const letters = count(sample, /\p{L}/gu);
  if (letters === 0) return "und";
  // Japanese is written mostly in Han: a tenth of kana tells it from Chinese.
  const found = SCRIPTS.find(([tag, script]) => count(sample, script) > letters * (tag === "ja" ? 0.1 : 0.5));
  if (found === undefined) return guessLatin(sample);
  const [tag, script] = found;
  const written = count(sample, script);
  return NEIGHBOURS[tag]?.find(([, hint]) => count(sample, hint) > written * 0.02)?.[0] ?? tag;
}

/** Languages whose small words give them away. */
const TOLD_BY_WORDS = new Set(Object.keys(STOP_WORDS));

/**
 * The language of a text that says its own: the declared one, unless the text is plainly in another. Pages carry
 * the language of their template; scripts of several languages are told apart by what is declared.
 */
export function settleLanguage(declared: string | null, text: string): string {
  const guess = guessLanguage(text);
  const tag = canonicalTag(declared);
  if (tag === null || guess === "und") return tag ?? guess;
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language === guess) return tag;
  const guessed = new Intl.Locale(guess).maximize();
  if (script !== guessed.script) return guess;
  return TOLD_BY_WORDS.has(language) && TOLD_BY_WORDS.has(guess) ? guess : tag;
}

/** A BCP 47 tag in its usual spelling (en_us becomes en-US); null for what is none, or says nothing. */
export function canonicalTag(tag: string | null): string | null {
  try {
    const [canonical] = Intl.getCanonicalLocales((tag ?? "").trim().replaceAll("_", "-"));
    return canonical === undefined || /^(?:und|mul|zxx|x|i)(?:-|$)/.test(canonical) ? null : canonical;
  } catch {
    return null;
  }
}

/** Which way a text runs: as its language does, or as its first letter when the language is not known. */
export function directionOf(language: string, text: string): Direction {
  if (language !== "und") return RIGHT_TO_LEFT.has(language.split("-")[0] ?? "") ? "rtl" : "ltr";
  const letter = /\p{L}/u.exec(text)?.[0] ?? "";
  return RIGHT_TO_LEFT_LETTER.test(letter) ? "rtl" : "ltr";
}

const RIGHT_TO_LEFT = new Set(["ar", "he", "fa", "ur", "ps", "yi", "dv", "ckb", "sd", "ug"]);
const RIGHT_TO_LEFT_LETTER =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

function guessLatin(sample: string): string {
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const ranked = Object.entries(STOP_WORDS)
    .map(([tag, list]) => {
      const stopWords = new Set(list.split(" "));
      return { tag, hits: words.filter((word) => stopWords.has(word)).length };
    })
    .sort((a, b) => b.hits - a.hits);
  const [best, second] = ranked;
  if (best === undefined || second === undefined) return "und";
  return best.hits >= Math.max(2, words.length * PROOF) && best.hits > second.hits * 1.3 ? best.tag : "und";
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
