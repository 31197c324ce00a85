import { expect, test } from "vitest";
import { readShared } from "#lib/testing/corpora.ts";
import { directionOf, guessLanguage, settleLanguage } from "./language.ts";

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

const SETTLED: [string | null, string, string][] = [
  [null, "en", "en"],
  ["en-gb", "en", "en-GB"],
  ["pt_BR", "pt", "pt-BR"],
  ["en", "fr", "fr"],
  ["en", "ja", "ja"],
  ["nl", "en", "nl"],
  ["sr", "ru", "sr"],
  ["fa-IR", "ar", "fa-IR"],
  ["zh-TW", "zh", "zh-TW"],
  ["sv", "und", "sv"],
  ["x-default", "und", "und"],
  ["<script>", "de", "de"],
];
const TEXTS = new Map(LANGUAGE_CASES.map(([text, language]) => [language, text]));

test.each(SETTLED)("a text declared as %s that reads as %s is %s", (declared, reads, language) => {
  expect(settleLanguage(declared, TEXTS.get(reads) ?? "")).toBe(language);
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
