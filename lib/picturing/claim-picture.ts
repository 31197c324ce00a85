import sharp, { type OverlayOptions } from "sharp";
import { quoted } from "#lib/i18n/quotation.ts";
import { directionOf, isDrawable } from "./fonts.ts";
import { type Lettering, type Letters, letter } from "./lettering.ts";
import { oneAtATime } from "./turns.ts";

/** A verdict as it looks everywhere: word, colour, shape and edge. */
export type PicturedVerdict = {
  word: string;
  /** As `#rrggbb`. */
  colour: string;
  edge: "solid" | "outline" | "dashed";
  /** SVG of the shape in a square of 16, drawn in `currentColor`. */
  shape: string;
};

export type PicturedClaim = {
  newsroom: string;
  statement: string;
  /** BCP 47, of the statement. */
  language: string;
  /** BCP 47, of all else. */
  locale: string;
  /** Null where the newsroom gives no ratings: then what it found stands there. */
  verdict: PicturedVerdict | null;
  conclusion: string;
  /** Who said it and when. */
  byline: string;
};

/** Pixels, as networks ask for: 1.91 to 1. */
export const PICTURE_SIZE = { width: 1_200, height: 630 } as const;

const COLOURS = { paper: "#fbfaf7", ink: "#1b1d21", muted: "#50545b", onSolid: "#ffffff", accent: "#1f4b99" };

const MARGIN = 72;
const STRIPE = 16;
const INNER = PICTURE_SIZE.width - 2 * MARGIN;
/** Where each part stands, from the top. */
const ROWS = { newsroom: 56, statement: 122, verdict: 446, byline: 542 } as const;
const STATEMENT = { height: 292, sizes: [72, 64, 56, 49, 43, 38, 34] } as const;

/** Whether a picture of it would show letters throughout. */
export function canPicture({ statement, verdict, conclusion, byline, newsroom }: PicturedClaim): boolean {
  return [statement, verdict?.word ?? conclusion, byline, newsroom].every(isDrawable);
}

/** As many as wait at most; each takes some 50 ms of one core. */
const inTurn = oneAtATime(100);

/** What was claimed and what came of it, as a PNG for where its page is shared. */
export function drawClaim(claim: PicturedClaim): Promise<Buffer> {
  return inTurn(() => drawNow(claim));
}

async function drawNow(claim: PicturedClaim): Promise<Buffer> {
  const { statement, language, verdict, locale } = claim;
  const direction = directionOf(statement);
  const line = { language: locale, face: "sans", colour: COLOURS.muted, width: INNER } as const;
  const put = place(direction);
  const words = await letter({
    text: statement,
    language,
    dress: (text) => quoted(text, language),
    face: "serif",
    colour: COLOURS.ink,
    width: INNER,
    ...STATEMENT,
  });
  const parts = [
    put(await letter({ ...line, text: claim.newsroom, height: 44, sizes: [30, 26, 22] }), ROWS.newsroom),
    // In the middle of its room, a little above.
    put(words, ROWS.statement + Math.round((STATEMENT.height - words.height) * 0.42)),
    ...(verdict
      ? await drawVerdict(verdict, { put, direction, locale })
      : [
          put(
            await letter({
              ...line,
              text: claim.conclusion,
              colour: COLOURS.ink,
              height: 76,
              sizes: [30, 26],
            }),
            ROWS.verdict,
          ),
        ]),
    ...(claim.byline === ""
      ? []
      : [put(await letter({ ...line, text: claim.byline, height: 44, sizes: [30, 26, 22] }), ROWS.byline)]),
  ];
  const stripe = { ...PICTURE_SIZE, height: STRIPE };
  return sharp({ create: { ...PICTURE_SIZE, channels: 3, background: COLOURS.paper } })
    .composite([
      {
        input: { create: { ...stripe, channels: 3, background: verdict?.colour ?? COLOURS.accent } },
        left: 0,
        top: 0,
      },
      ...parts,
    ])
    .png({ palette: true, colours: 64, dither: 0, effort: 3 })
    .toBuffer();
}

type Placed = (letters: Letters, top: number, from?: number) => OverlayOptions;

/** Puts letters at the edge their picture begins at, `from` pixels further in. */
const place =
  (direction: "ltr" | "rtl"): Placed =>
  ({ pixels, width, height }, top, from = 0) => ({
    input: pixels,
    raw: { width, height, channels: 4 },
    top,
    left: direction === "ltr" ? MARGIN + from : PICTURE_SIZE.width - MARGIN - from - width,
  });

const BADGE = { height: 68, icon: 38, before: 22, between: 14, after: 34, edge: 4 } as const;

/** A badge as on the page: filled, in an outline or a dashed one, with shape and word. */
async function drawVerdict(
  verdict: PicturedVerdict,
  { put, direction, locale }: { put: Placed; direction: "ltr" | "rtl"; locale: string },
): Promise<OverlayOptions[]> {
  const { word, colour, edge, shape } = verdict;
  const ink = edge === "solid" ? COLOURS.onSolid : colour;
  const aroundWord = BADGE.before + BADGE.icon + BADGE.between;
  const lettering: Lettering = {
    text: word,
    language: locale,
    face: "sans",
    colour: ink,
    width: INNER - aroundWord - BADGE.after,
    height: 48,
    sizes: [36, 30, 25],
  };
  const letters = await letter(lettering);
  const width = aroundWord + letters.width + BADGE.after;
  // The eye takes the middle of the letters without what hangs below their line.
  const lowered = /[gjpqy\p{Script=Arabic}]/u.test(word) ? 4 : 0;
  const half = BADGE.edge / 2;
  const at = direction === "ltr" ? BADGE.before : width - BADGE.before - BADGE.icon;
  const outline =
    edge === "solid"
      ? `fill="${colour}"`
      : `fill="#ffffff" stroke="${colour}" stroke-width="${BADGE.edge}"${edge === "dashed" ? ' stroke-dasharray="10 7"' : ""}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${BADGE.height}">
<rect x="${half}" y="${half}" width="${width - BADGE.edge}" height="${BADGE.height - BADGE.edge}" rx="${BADGE.height / 2 - half}" ${outline}/>
<svg x="${at}" y="${(BADGE.height - BADGE.icon) / 2}" width="${BADGE.icon}" height="${BADGE.icon}" viewBox="0 0 16 16" color="${ink}" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">${shape}</svg>
</svg>`;
  const badge = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width: wide, height: high } = badge.info;
  return [
    put({ pixels: badge.data, width: wide, height: high }, ROWS.verdict),
    put(letters, ROWS.verdict + Math.round((BADGE.height - letters.height) / 2) + lowered, aroundWord),
  ];
}
