import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";
import { ROOT } from "./root.mjs";

const FROM = join(ROOT, "node_modules/@fontsource-variable");
const TO = join(ROOT, "app/styles/fonts");

/** The Latin letters that pages show first: what each is made of, and the name app/fonts.ts knows it by. */
const FONTS = {
  "source-serif.woff2": "source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  "source-serif-italic.woff2": "source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
  "inter.woff2": "inter/files/inter-latin-wght-normal.woff2",
};

/** No page is lighter or bolder. */
const WEIGHTS = { min: 400, max: 700 };

/** What fontsource calls Latin: its other files bring the rest, where a page has such letters. */
const LETTERS = [
  ...range(0x20, 0xff),
  ...[0x131, 0x152, 0x153, 0x2bb, 0x2bc, 0x2c6, 0x2da, 0x2dc, 0x304, 0x308, 0x329],
  ...range(0x2000, 0x206f),
  ...[0x20ac, 0x2122, 0x2191, 0x2193, 0x2212, 0x2215, 0xfeff, 0xfffd],
];

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/**
 * Cuts both families down to the weights that are used and to the alternates that are not chosen by hand: half the bytes
 * a reader waits for.
 */
export async function makeFonts(): Promise<void> {
  mkdirSync(TO, { recursive: true });
  const text = String.fromCodePoint(...LETTERS);
  for (const [name, source] of Object.entries(FONTS)) {
    const whole = readFileSync(join(FROM, source));
    const font = await subsetFont(whole, text, { targetFormat: "woff2", variationAxes: { wght: WEIGHTS } });
    writeFileSync(join(TO, name), font);
  }
}
