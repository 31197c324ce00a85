import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";
import { ROOT } from "./root.mjs";

const FROM = join(ROOT, "node_modules/@fontsource-variable");
/** Beside lib/picturing/fonts.ts, which knows their families. */
const TO = join(ROOT, "lib/picturing/fonts");

/**
 * What pictures of claims are written with: of each package the files that bring its letters. Chinese, Japanese and
 * Korean come in some hundred pieces each.
 */
const FILES: Readonly<Record<string, RegExp>> = {
  "source-serif-4": /-wght-normal/,
  inter: /-wght-normal/,
  "noto-sans-arabic": /-arabic-arabic-wght/,
  "noto-sans-hebrew": /-hebrew-hebrew-wght/,
  "noto-sans-devanagari": /-devanagari-devanagari-wght/,
  "noto-sans-thai": /-thai-thai-wght/,
  "noto-sans-sc": /-\d+-wght/,
  "noto-sans-tc": /-\d+-wght/,
  "noto-sans-jp": /-\d+-wght/,
  "noto-sans-kr": /-\d+-wght/,
  "noto-emoji": /-\d+-wght/,
};

/** Every letter stays. A variable, as the package's types do not know `keepAllGlyphs`. */
const CUT = { keepAllGlyphs: true, targetFormat: "sfnt", variationAxes: { wght: 600 } } as const;

/** For fontconfig: these fonts alone, whatever the machine has. */
const SETTINGS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
</fontconfig>
`;

/** Unpacks the fonts of pictures at the one weight they have: what draws them reads neither WOFF2 nor a network. */
export async function makePictureFonts(): Promise<void> {
  rmSync(TO, { recursive: true, force: true });
  mkdirSync(TO, { recursive: true });
  for (const [name, wanted] of Object.entries(FILES)) {
    const folder = join(FROM, name, "files");
    for (const file of readdirSync(folder).filter((each) => wanted.test(each))) {
      const font = await subsetFont(readFileSync(join(folder, file)), "", CUT);
      writeFileSync(join(TO, file.replace(/woff2$/, "ttf")), font);
    }
  }
  writeFileSync(join(TO, "fonts.conf"), SETTINGS);
}
