import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  directionOf,
  LANGUAGES,
  LOCALES,
  languageInPath,
  languageOf,
  ownNameOf,
  preferredLocale,
} from "./languages.ts";

test.each([
  ["fr-CA", "fr", "ltr"],
  ["AR-eg", "ar", "rtl"],
  ["en-GB", "en", "ltr"],
  ["es-MX", "es", "ltr"],
  ["pt-BR", "en", "ltr"],
  ["", "en", "ltr"],
])("%s is drawn in %s, %s", (locale, language, direction) => {
  expect(languageOf(locale)).toBe(language);
  expect(directionOf(locale)).toBe(direction);
});

test("each language is called by its own name", () => {
  expect(LOCALES.map(ownNameOf)).toEqual([
    "British English",
    "American English",
    "Français",
    "Español",
    "Deutsch",
    "العربية",
  ]);
});

describe("what a browser accepts", () => {
  test.each([
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["en-US,en;q=0.5", "en-US"],
    ["en", "en-GB"],
    ["pt-BR, ar;q=0.7", "ar"],
    ["es-419,es;q=0.9", "es"],
    ["xx", "en-GB"],
    ["", "en-GB"],
    [null, "en-GB"],
  ])("%s suits %s", (accepted, locale) => {
    expect(preferredLocale(accepted)).toBe(locale);
  });

  test("anything gives a language there is", () => {
    fc.assert(
      fc.property(fc.string(), (accepted) => {
        expect(LOCALES).toContain(preferredLocale(accepted));
      }),
    );
  });
});

test("a page in a language is told from all others", () => {
  fc.assert(
    fc.property(fc.constantFrom(...LANGUAGES), fc.webPath(), (language, path) => {
      const found = languageInPath(`/${language}${path}`);
      if (found !== null) expect(found).toEqual({ language, rest: path === "" ? "/" : path });
    }),
  );
  expect(languageInPath("/fr")).toEqual({ language: "fr", rest: "/" });
  expect(languageInPath("/fr/claims/a.b-c")).toEqual({ language: "fr", rest: "/claims/a.b-c" });
  expect(languageInPath("/fr/claims/a/image.png")?.language).toBe("fr");
  for (const path of ["/", "/claims", "/fra", "/fr/feed.xml", "/fr/claims/image.xml.gz", "/xx/claims"])
    expect(languageInPath(path)).toBeNull();
});
