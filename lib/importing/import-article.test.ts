import { describe, expect, test } from "vitest";
import { AppError } from "#lib/errors.ts";
import { readShared } from "#lib/testing/corpora.ts";
import { importArticle, MAX_ARTICLE_LENGTH } from "./import-article.ts";
import { directionOf, guessLanguage } from "./language.ts";

function refusalOf(text: string): unknown {
  try {
    return importArticle({ kind: "text", text });
  } catch (error) {
    return error instanceof AppError ? { reason: error.reason, field: error.field } : error;
  }
}

describe("importArticle", () => {
  test("gives the text with what is known about it", () => {
    const text = "date 2026-05-01 The council said that it was not asked and that the bridge is closed.";
    expect(importArticle({ kind: "text", text })).toMatchObject({
      text: "The council said that it was not asked and that the bridge is closed.",
      blocks: [{ type: "paragraph", start: 0 }],
      metadata: { title: null, publishedOn: "2026-05-01", language: "en", direction: "ltr" },
      notes: [{ kind: "date_stamp" }],
    });
  });

  test("refuses what holds no words", () => {
    for (const text of ["", " \n\u200B ", ">"]) {
      expect(refusalOf(text)).toEqual({ reason: "text_empty", field: "text" });
    }
  });

  test("takes a text as long as allowed and refuses one character more", () => {
    expect(refusalOf("a".repeat(MAX_ARTICLE_LENGTH))).toMatchObject({ text: "a".repeat(MAX_ARTICLE_LENGTH) });
    expect(refusalOf("a".repeat(MAX_ARTICLE_LENGTH + 1))).toEqual({ reason: "text_too_long", field: "text" });
  });
});

const LANGUAGE_CASES: [string, string, "ltr" | "rtl"][] = [
  ["The council said that it was not asked and that the bridge is closed.", "en", "ltr"],
  ["Le conseil a dit que les ponts ne sont pas sur la liste pour une fermeture.", "fr", "ltr"],
  ["Der Rat sagte, dass die Brücke nicht auf der Liste ist und für ein Jahr zu bleibt.", "de", "ltr"],
  [
    "El consejo dijo que los puentes no están en la lista por una razón, pero su cierre fue votado.",
    "es",
    "ltr",
  ],
  ["Il consiglio ha detto che non è una chiusura della città, anche per gli abitanti.", "it", "ltr"],
  ["O conselho disse que não foi uma decisão do prefeito, mas também dos moradores em geral.", "pt", "ltr"],
  ["Rada města rozhodla, že most zůstane zavřený dva roky.", "und", "ltr"],
  ["The council and der Rat und the people of die Stadt with das Volk.", "und", "ltr"],
  ["قال المجلس إن الجسر مغلق لمدة عامين.", "ar", "rtl"],
  ["شورا گفت که پل دو سال بسته می‌ماند و چیزی نپرسیدند.", "fa", "rtl"],
  ["کونسل نے کہا کہ پل دو سال بند رہے گا۔", "ur", "rtl"],
  ["המועצה אמרה שהגשר סגור לשנתיים.", "he", "rtl"],
  ["Совет сказал, что мост закрыт на два года.", "ru", "ltr"],
  ["Рада сказала, що міст зачинено на два роки, і ніхто їх не питав.", "uk", "ltr"],
  ["理事会称大桥将关闭两年。", "zh", "ltr"],
  ["評議会は橋を二年間閉鎖すると述べた。", "ja", "ltr"],
  ["의회는 다리를 2년간 폐쇄한다고 밝혔다.", "ko", "ltr"],
  ["1 2 3", "und", "ltr"],
];

test.each(LANGUAGE_CASES)("%s is %s, %s", (text, language, direction) => {
  expect(guessLanguage(text)).toBe(language);
  expect(directionOf(language, text)).toBe(direction);
});

test("a text in no language we know runs as its first letter does", () => {
  expect(directionOf("und", "123 ܫܠܡܐ")).toBe("rtl");
  expect(directionOf("und", "123 abc שלום")).toBe("ltr");
});

const multilingual = readShared("corpora/multilingual-text/texts.json");

test.skipIf(multilingual === null)(
  "articles of a known language are told, or left open, never taken for another",
  () => {
    const { texts }: { texts: { id: string; lang: string; text: string }[] } = JSON.parse(
      multilingual ?? "{}",
    );
    const told = texts.filter(
      ({ lang, id }) => /^[a-z]{2}(-[A-Z]{2})?$/.test(lang) && !id.includes("yna_co_kr"),
    );
    expect(told).not.toEqual([]);
    for (const { id, lang, text } of told) {
      expect([id, guessLanguage(text)]).toEqual([id, expect.stringMatching(`^(und|${lang.slice(0, 2)})$`)]);
    }
  },
);
