import sharp from "sharp";
import { segmenterFor } from "#lib/anchoring/segmenters.ts";
import { lastThat, shortened } from "./fit.ts";
import { directionOf, type Face, FONT_SETTINGS, familiesFor, lineHeightOf } from "./fonts.ts";

// Text as pixels: Pango breaks lines, shapes letters and orders what runs both ways. Its markup is written here alone.

process.env.FONTCONFIG_FILE = FONT_SETTINGS;
// Pictures are drawn one at a time and kept elsewhere.
sharp.cache(false);
sharp.concurrency(1);

/** Sizes and room in pixels. */
export type Lettering = {
  text: string;
  /** BCP 47. */
  language: string;
  face: Face;
  /** As `#rrggbb`. */
  colour: string;
  width: number;
  height: number;
  /** The largest that fits is taken. */
  sizes: readonly number[];
  /** What is put round the words, also when they are cut. */
  dress?: (text: string) => string;
};

/** Red, green, blue and opacity of each pixel; no larger than the letters are. */
export type Letters = { pixels: Buffer; width: number; height: number };

/** A text as large as its room lets it, and cut at a word where even the smallest does not fit. */
export async function letter({ sizes, dress = (text) => text, ...given }: Lettering): Promise<Letters> {
  const text = shown(given.text);
  const { language, width, height } = given;
  const draw = (words: string, size: number) => drawn({ ...given, text: dress(words), size });
  const fits = (letters: Letters) => letters.height <= height && letters.width <= width;
  const smallest = sizes.at(-1) ?? 0;
  const size = await lastThat(sizes.toReversed(), async (each) => fits(await draw(text, each)));
  if (size !== null) return draw(text, size);
  const cut = await shortened(text, language, async (words) => fits(await draw(words, smallest)));
  return within(await draw(cut, smallest), { width, height });
}

/** Marks piled upon marks leave any room: what is outside is not shown. */
async function within(letters: Letters, room: { width: number; height: number }): Promise<Letters> {
  const width = Math.min(letters.width, room.width);
  const height = Math.min(letters.height, room.height);
  if (width === letters.width && height === letters.height) return letters;
  const raw = { width: letters.width, height: letters.height, channels: 4 } as const;
  const pixels = await sharp(letters.pixels, { raw })
    .extract({ left: 0, top: 0, width, height })
    .raw()
    .toBuffer();
  return { pixels, width, height };
}

/** One pixel that does not show. */
const NOTHING: Letters = { pixels: Buffer.alloc(4), width: 1, height: 1 };

type Drawing = Pick<Lettering, "text" | "language" | "face" | "colour" | "width"> & { size: number };

async function drawn({ text, language, face, colour, width, size }: Drawing): Promise<Letters> {
  if (!/[^\s\p{Default_Ignorable_Code_Point}]/u.test(text)) return NOTHING;
  // Pango goes by the first letter; most of them count.
  const direction = directionOf(text) === "rtl" ? "\u200f" : "\u200e";
  // In 1,024ths of a point, which at 72 dots per inch is a pixel.
  const lineHeight = Math.round(size * lineHeightOf(text) * 1_024);
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}" line_height="${lineHeight}" insert_hyphens="false">${direction}${escaped(breakable(text))}</span>`,
      font: `${familiesFor(text, { face, language })}, ${size}`,
      width,
      dpi: 72,
      rgba: true,
      wrap: "word-char",
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

/** Marks above and below letters that no font here has; piled up they are a prank, and alone a box. */
const LOST_MARKS = /[\u0302\u0305\u0306\u030a\u030b\u030d-\u0322\u0324-\u0328\u032a-\u036f]/g;
/** Turn round what stands beside them; which way a text runs is decided here. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** In one line, of characters that markup may hold and fonts have. */
function shown(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/[\ufffe\uffff]/g, "")
    .replace(LOST_MARKS, "")
    .replace(TURNS, "")
    .trim();
}

/** Thai puts no spaces between words, and Pango knows none of them: says where lines may end. */
function breakable(text: string): string {
  if (!/\p{Script=Thai}/u.test(text)) return text;
  const words = [...segmenterFor("th", "word").segment(text)];
  return words
    .map(({ segment, isWordLike }, at) => (isWordLike && at > 0 ? ZERO_WIDTH_SPACE + segment : segment))
    .join("");
}

const ZERO_WIDTH_SPACE = "\u200b";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}
