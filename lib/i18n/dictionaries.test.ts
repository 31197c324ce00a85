import { describe, expect, test } from "vitest";
import { wordsFor } from "./dictionaries.ts";
import { en } from "./en/words.ts";
import { LANGUAGES } from "./languages.ts";
import { plural } from "./words.ts";

/** English sentences that another language has letter for letter: names, codes, and words that are simply the same. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  fr: [
    "Code",
    ...["CSV", "ClaimReview", "JSON", "PDF", "Proofmark", "{newsroom}, Proofmark"],
    ...[
      "Article",
      "Articles",
      "Conclusion",
      "Corrections",
      "Desk",
      "E-mail",
      "Embargo",
      "Invitations",
      "Menu",
      "Messages",
      "Note",
      "Webhooks",
      "Notifications",
      "Organisation",
      "Original",
      "Source",
      "Source {number}",
      "Sources",
      "Suggestions",
      "Verdict",
      "Verdicts",
      "Version {count}",
      "Version {version}",
      "corrections",
      "mentions",
      "verdict",
      "verdicts",
      "{count} minute",
      "{count} minutes",
      "{count} notification",
      "{count} notifications",
      "{count} passage",
      "{count} passages",
      "{count} source",
      "{count} sources",
      "{count} verdict",
      "{count} verdicts",
      "{name}, version {number}",
    ],
  ],
  es: [
    ...["CSV", "ClaimReview", "JSON", "PDF", "Proofmark", "{newsroom}, Proofmark"],
    ...["Embargo", "Original", "Webhooks", "no", "normal"],
  ],
  de: [
    ...["CSV", "JSON", "PDF", "Proofmark", "{newsroom}, Proofmark", "{count} MB", "{count} kB"],
    ...[
      "Code",
      "Code: {digest}",
      "Feed",
      "Feeds",
      "Filter",
      "In",
      "Link",
      "Name",
      "Organisation",
      "Original",
      "Person",
      "Text",
      "Webhooks",
    ],
    ...["Version {count}", "Version {version}", "normal", "optional"],
  ],
  ar: ["CSV", "JSON", "PDF", "Proofmark"],
};

type Forms = Readonly<Record<string, string>>;
type Sentences = ReadonlyMap<string, string | Forms>;

/** The whole numbers by which a language's forms can be told apart. */
const NUMBERS = [...Array.from({ length: 201 }, (_, count) => count), 1_000_000];

const english = sentencesOf(en);

test("the English dictionary is read to its ends", () => {
  expect(english.get("common.save")).toBe(en.common.save);
  expect(english.get("common.sources")).toBe(en.common.sources);
  expect(english.get("claims.stances.supports")).toBeUndefined();
});

describe.each(LANGUAGES.filter((language) => language !== "en"))("%s", (language) => {
  const sentences = sentencesOf(wordsFor(language));
  const pairs = [...english].flatMap(([path, original]) => {
    const translated = sentences.get(path);
    return translated === undefined ? [] : [{ path, original, translated }];
  });

  test("has the keys of English and no others", () => {
    expect([...sentences.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("has every form its numbers need, and no more", () => {
    const needed = [...numbersByForm(language).keys()].sort();
    const wrong = pairs.filter(({ original, translated }) => {
      if (typeof original === "string") return typeof translated !== "string";
      return String(Object.keys(translated).filter(isRule).sort()) !== String(needed);
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("has the placeholders of English in every sentence", () => {
    expect(pairs.flatMap((pair) => wrongPlaceholders(pair, language))).toEqual([]);
  });

  test("says something everywhere", () => {
    const empty = pairs.filter(({ translated }) => spellings(translated).some((text) => text.trim() === ""));
    expect(empty.map(({ path }) => path)).toEqual([]);
  });

  test("leaves nothing in English but what is the same in both", () => {
    const same = pairs.flatMap(({ original, translated }) => {
      const taken = new Set(spellings(original));
      return spellings(translated).filter((text) => taken.has(text) && hasWords(text));
    });
    expect([...new Set(same)].sort()).toEqual([...(SAME[language] ?? [])].sort());
  });
});

/** Every sentence by its path. One that depends on a number is kept together with all its forms. */
function sentencesOf(part: object, above: readonly string[] = []): Sentences {
  return new Map(
    Object.entries(part).flatMap(([key, value]: [string, string | object]): [string, string | Forms][] => {
      const path = [...above, key];
      const isSentence = typeof value === "string" || isPlural(value);
      return isSentence ? [[path.join("."), value]] : [...sentencesOf(value, path)];
    }),
  );
}

function isPlural(value: object): value is Forms {
  return ["one", "other"].every((form) => typeof (value as Forms)[form] === "string");
}

/** A form of the language, and not one for a number of its own, like `=2`. */
function isRule(form: string) {
  return !form.startsWith("=");
}

function spellings(sentence: string | Forms): string[] {
  return typeof sentence === "string" ? [sentence] : Object.values(sentence);
}

function hasWords(text: string) {
  return /\p{Letter}/u.test(text.replace(/\{\w+\}/g, ""));
}

function placeholders(text: string) {
  return new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name ?? ""));
}

function numbersByForm(language: string): Map<string, number[]> {
  const rules = new Intl.PluralRules(language);
  return Map.groupBy(NUMBERS, (count) => rules.select(count));
}

type Pair = { path: string; original: string | Forms; translated: string | Forms };

/** What a sentence has too much or too little of. A form that is only used for one number need not say it. */
function wrongPlaceholders({ path, original, translated }: Pair, language: string): string[] {
  const known = placeholders(spellings(original).join(" "));
  const numbers = numbersByForm(language);
  return Object.entries(typeof translated === "string" ? { "": translated } : translated).flatMap(
    ([form, text]) => {
      const given = placeholders(text);
      const silent =
        (typeof original !== "string" &&
          !placeholders(original[form] ?? original.other ?? "").has("count")) ||
        (typeof translated !== "string" && (form.startsWith("=") || numbers.get(form)?.length === 1));
      const missing = [...known].filter((name) => !given.has(name) && !(name === "count" && silent));
      const unknown = [...given].filter((name) => !known.has(name));
      return [...missing, ...unknown].map((name) => `${path} ${form} {${name}}`);
    },
  );
}

// WCAG 2.5.3: who speaks to a button says what stands on it.
test.each(LANGUAGES)("the name of a line's marker has the figure that stands on it, in %s", (language) => {
  const { here } = wordsFor(language).articles.claims;
  for (const count of [1, 2, 3, 11, 100]) expect(plural(language, here, count)).toContain(String(count));
});
