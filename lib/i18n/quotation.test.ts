import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quoted } from "./quotation.ts";

describe("words stand in the marks of their language", () => {
  test.each([
    ["en-GB", "Taxes fell.", "“Taxes fell.”"],
    ["de", "Die Steuern sanken.", "„Die Steuern sanken.“"],
    ["de-CH", "Die Steuern sanken.", "«Die Steuern sanken.»"],
    ["fr", "Les impôts ont baissé.", "«\u00a0Les impôts ont baissé.\u00a0»"],
    ["es", "Los impuestos bajaron.", "«Los impuestos bajaron.»"],
    ["ar", "انخفضت الضرائب", "«انخفضت الضرائب»"],
    ["he", "המסים ירדו", "”המסים ירדו”"],
    ["pl", "Podatki spadły.", "„Podatki spadły.”"],
    ["ja", "税金は下がった。", "「税金は下がった。」"],
    ["und", "Taxes fell.", "“Taxes fell.”"],
    ["constructor", "Taxes fell.", "“Taxes fell.”"],
    ["en", "  Taxes fell.\n", "“Taxes fell.”"],
  ])("%s: %s", (language, words, expected) => {
    expect(quoted(words, language)).toBe(expected);
  });
});

describe("marks inside become the inner ones", () => {
  test.each([
    ["en", "She said “no” twice", "“She said ‘no’ twice”"],
    ["en", 'She said "no" twice', "“She said ‘no’ twice”"],
    ["en", "“No” means “no”", "“‘No’ means ‘no’”"],
    ["en", "He said “she told me ‘no’ twice”.", "“He said ‘she told me “no” twice’.”"],
    ["de", "Er sagte „nein“ dazu", "„Er sagte ‚nein‘ dazu“"],
    ["fr", "Il a dit « non » hier", "«\u00a0Il a dit “non” hier\u00a0»"],
    ["es", "Dijo «no» ayer", "«Dijo “no” ayer»"],
    ["ar", "قال «لا» أمس", "«قال “لا” أمس»"],
    ["sv", "Han sade ”nej” i går", "”Han sade ’nej’ i går”"],
  ])("%s: %s", (language, words, expected) => {
    expect(quoted(words, language)).toBe(expected);
  });
});

describe("what is no nested quotation stays", () => {
  test.each([
    ["one quotation as a whole", "“Taxes fell.”", "“Taxes fell.”"],
    ["one in straight marks", '"Taxes fell."', "“Taxes fell.”"],
    ["one with another inside", "“She said ‘no’ twice”", "“She said ‘no’ twice”"],
    ["apostrophes", "It’s the players' ball, isn't it", "“It’s the players' ball, isn't it”"],
    ["inches", 'A 5" screen', '“A 5" screen”'],
    ["an opening mark alone", "He said “no", "“He said “no”"],
    ["a closing mark alone", "no” he said", "“no” he said”"],
    ["nothing", "", "“”"],
  ])("%s", (_, words, expected) => {
    expect(quoted(words, "en")).toBe(expected);
  });
});

test("no letter is lost or moved, whatever the words", () => {
  const bare = (text: string) => text.replace(/["'“”„«»‘’‚‹›「」『』\s]/g, "");
  const words = fc.string({ unit: fc.constantFrom(..."ab \"'“”„«»‘’(-é税") });
  fc.assert(
    fc.property(words, fc.constantFrom("en", "de", "fr", "ar", "sv", "ja"), (text, language) => {
      expect(bare(quoted(text, language))).toBe(bare(text));
    }),
  );
});
