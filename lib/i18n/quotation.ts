// Quotation marks as a language has them, round words that may hold some already.

type Marks = readonly [open: string, close: string];
/** Outer marks and those inside them. After Unicode's CLDR; French with its spaces, Arabic as newspapers print it. */
type Style = readonly [outer: Marks, inner: Marks];

const ENGLISH: Style = [
  ["“", "”"],
  ["‘", "’"],
];
const ANGLED: Style = [
  ["«", "»"],
  ["“", "”"],
];
const SPACED: Style = [
  ["«\u00a0", "\u00a0»"],
  ["“", "”"],
];
const LOW: Style = [
  ["„", "“"],
  ["‚", "‘"],
];
const LOW_HIGH: Style = [
  ["„", "”"],
  ["«", "»"],
];
const SLAVIC: Style = [
  ["«", "»"],
  ["„", "“"],
];
const SWEDISH: Style = [
  ["”", "”"],
  ["’", "’"],
];
const CORNERS: Style = [
  ["「", "」"],
  ["『", "』"],
];

const STYLES: Readonly<Record<string, Style>> = {
  ...{ ar: ANGLED, es: ANGLED, fa: ANGLED, it: ANGLED, pt: ANGLED, el: ANGLED, nb: ANGLED, no: ANGLED },
  ...{ fr: SPACED, "fr-CH": ANGLED, "de-CH": ANGLED, "pt-BR": ENGLISH },
  ...{ de: LOW, cs: LOW, sk: LOW, sl: LOW, bg: LOW, et: LOW, is: LOW, lt: LOW },
  ...{ pl: LOW_HIGH, hu: LOW_HIGH, ro: LOW_HIGH, hr: LOW_HIGH, sr: LOW_HIGH },
  ...{ ru: SLAVIC, uk: SLAVIC, be: SLAVIC },
  ...{ sv: SWEDISH, fi: SWEDISH, he: SWEDISH },
  ...{ ja: CORNERS, "zh-TW": CORNERS },
};

function styleOf(language: string): Style {
  const [base = ""] = language.split("-", 1);
  const known = [language, base].find((tag) => Object.hasOwn(STYLES, tag));
  return STYLES[known ?? ""] ?? ENGLISH;
}

/** Marks by what they can close; a straight one closes its own kind. */
const CLOSES: Readonly<Record<string, string>> = {
  "“": "”",
  "”": "”",
  "„": "“”",
  "«": "»",
  "»": "«",
  "‘": "’",
  "‚": "‘’",
  "‹": "›",
  "「": "」",
  "『": "』",
  '"': '"',
  "'": "'’",
};
const MARK = /["'“”„«»‘’‚‹›「」『』]/g;

type Pair = { open: number; close: number; depth: number };

/**
 * Words in the quotation marks of their language (a BCP 47 tag), with those that stand in them already turned into the
 * inner ones. Words that are one quotation as a whole do not get a second pair; marks without a partner stay as they are.
 */
export function quoted(words: string, language: string): string {
  const text = words.trim();
  const pairs = pairsIn(text);
  const isWhole = pairs.some(({ open, close }) => open === 0 && close === text.length - 1);
  const [outer] = styleOf(language);
  const inside = remarked(text, pairs, { style: styleOf(language), least: isWhole ? 0 : 1 });
  return isWhole ? inside : outer[0] + inside + outer[1];
}

function remarked(
  text: string,
  pairs: readonly Pair[],
  { style, least }: { style: Style; least: number },
): string {
  const opening = new Map(pairs.map((pair) => [pair.open, pair]));
  const closing = new Map(pairs.map((pair) => [pair.close, pair]));
  const marksAt = ({ depth }: Pair) => style[(depth + least) % 2 === 0 ? 0 : 1];
  let made = "";
  for (const [at, character] of [...text.split("")].entries()) {
    const [opens, closes] = [opening.get(at), closing.get(at)];
    // The space inside French marks is part of them.
    if (opens) made += marksAt(opens)[0];
    else if (closes) made = made.trimEnd() + marksAt(closes)[1];
    else if (!(opening.has(lastMark(text, at)) && /\s/u.test(character))) made += character;
  }
  return made;
}

/** Where the nearest character before `at` that is no space stands. */
function lastMark(text: string, at: number): number {
  let before = at - 1;
  while (before >= 0 && /\s/u.test(text[before] ?? "")) before -= 1;
  return before;
}

/** The marks of a text that belong together, with how deep they stand inside others; apostrophes are none. */
function pairsIn(text: string): Pair[] {
  const open: { at: number; mark: string }[] = [];
  const found: Pair[] = [];
  for (const { 0: mark, index: at } of text.matchAll(MARK)) {
    const [before, after] = [text[at - 1] ?? " ", text[at + 1] ?? " "];
    const partner = open.findLastIndex(({ mark: opener }) => CLOSES[opener]?.includes(mark));
    if (partner >= 0 && mayClose(mark, before, after)) {
      found.push({ open: open[partner]?.at ?? 0, close: at, depth: 0 });
      open.length = partner;
    } else if (Object.hasOwn(CLOSES, mark) && mayOpen(mark, before, after)) open.push({ at, mark });
  }
  return found.map((pair) => ({
    ...pair,
    depth: found.filter((other) => other.open < pair.open && other.close > pair.close).length,
  }));
}

/** French writes a space after its mark. */
const mayOpen = (mark: string, before: string, after: string) =>
  mark === "«" || (/[\s([{—–\-"'“„«‘‚‹「『]/u.test(before) && !/\s/u.test(after));

/** A single mark between letters is an apostrophe. */
const mayClose = (mark: string, before: string, after: string) =>
  !("'’‘".includes(mark) && /\p{L}/u.test(before) && /[\p{L}\p{N}]/u.test(after));
