import { join } from "node:path";

// What pictures are written with. scripts/lib/picture-fonts.ts makes the files, and these are the families in them.

/** Tells fontconfig of them and of nothing else, so that every machine draws the same. An absolute path. */
export const FONT_SETTINGS = join(process.cwd(), "lib/picturing/fonts/fonts.conf");

export const FACES = { serif: "Source Serif 4", sans: "Inter" } as const;
export type Face = keyof typeof FACES;

const SC = "Noto Sans SC Thin";
const TC = "Noto Sans TC Thin";
const JP = "Noto Sans JP Thin";
const KR = "Noto Sans KR Thin";
const OTHERS = ["Noto Sans Arabic", "Noto Sans Hebrew Thin", "Noto Sans Devanagari", "Noto Sans Thai"];
const EMOJI = "Noto Emoji";

/** Scripts there are letters for. */
const SCRIPTS = [
  ...["Latin", "Greek", "Cyrillic", "Arabic", "Hebrew", "Devanagari", "Thai"],
  ...["Han", "Hiragana", "Katakana", "Hangul", "Common", "Inherited"],
];
const DRAWABLE = new RegExp(`^[${SCRIPTS.map((script) => `\\p{Script=${script}}`).join("")}]*$`, "u");

/** Whether there are letters for all of it. Boxes in place of letters tell nothing. */
export function isDrawable(text: string): boolean {
  return DRAWABLE.test(text);
}

/** The families for a text, the first that has a letter giving it. `language`: its BCP 47 tag. */
export function familiesFor(text: string, { face, language }: { face: Face; language: string }): string {
  const first = hanFamily(text, language);
  const han = [first, ...[SC, TC, JP, KR].filter((family) => family !== first)];
  return [FACES[face], ...OTHERS, ...han, EMOJI].join(", ");
}

/** The same character is written otherwise in China, Taiwan, Japan and Korea; other letters of a text tell best. */
function hanFamily(text: string, language: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return JP;
  if (/\p{Script=Hangul}/u.test(text)) return KR;
  if (/^zh\b.*-(?:hant|tw|hk|mo)\b/i.test(language)) return TC;
  if (/^ja\b/i.test(language)) return JP;
  return SC;
}

/** Letters with marks above and below, or that hang from a line, want more room between lines. */
export function lineHeightOf(text: string): number {
  if (/[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}]/u.test(text)) return 1.6;
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text) ? 1.4 : 1.27;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu;

/** Which way most of its letters run. A name in Latin letters at its beginning does not turn an Arabic sentence round. */
export function directionOf(text: string): "ltr" | "rtl" {
  const rightToLeft = text.match(RIGHT_TO_LEFT)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return rightToLeft * 2 > letters ? "rtl" : "ltr";
}
