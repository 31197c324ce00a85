import type { Tone } from "./values.ts";

/** A line of a shape, or with `isFilled` a surface. Lengths are those of a square of 16. */
export type ToneStroke = { d: string; width?: number; dashes?: string; isFilled?: true };

const RING = "M14 8a6 6 0 1 1-12 0 6 6 0 1 1 12 0z";

/** The shape that stands for a tone beside its word, told apart without colour and when small. */
export const TONE_SHAPES: Readonly<Record<Tone, readonly ToneStroke[]>> = {
  // A disc out of which the check is cut, against a check in a ring.
  true: [
    {
      d: "M8 1a7 7 0 1 1 0 14A7 7 0 1 1 8 1zM3.96 8.94l3.09 3.08 5.03-5.83-1.36-1.18-3.77 4.37-1.71-1.72z",
      isFilled: true,
    },
  ],
  mostly_true: [
    { d: "M14.2 8a6.2 6.2 0 1 1-12.4 0 6.2 6.2 0 1 1 12.4 0z", width: 1.6 },
    { d: "m5 8.2 2.2 2.2 3.8-4.4", width: 1.7 },
  ],
  mixed: [
    { d: RING, width: 1.8 },
    { d: "M8 2a6 6 0 0 0 0 12z", isFilled: true },
  ],
  misleading: [
    { d: "M8 2.4 14.4 13.4H1.6z", width: 1.8 },
    { d: "M8 6.6v3.1", width: 1.8 },
    { d: "M8 11.6h.01", width: 1.8 },
  ],
  false: [{ d: "m4 4 8 8m0-8-8 8", width: 2.2 }],
  unverified: [{ d: RING, width: 1.8, dashes: "2.1 2.6" }],
};

/** How its badge is drawn, so that colour is never alone. */
export const TONE_EDGES: Readonly<Record<Tone, "solid" | "outline" | "dashed">> = {
  true: "solid",
  mostly_true: "outline",
  mixed: "outline",
  misleading: "outline",
  false: "solid",
  unverified: "dashed",
};

const [BLUE, OCHRE, RED, GREY] = ["#0a58a6", "#7d5c00", "#8f0f3a", "#5c6067"];

/** The colours of app/styles/tokens.css in the light theme, for what has no style sheet. */
export const TONE_COLOURS: Readonly<Record<Tone, string>> = {
  true: BLUE,
  mostly_true: BLUE,
  mixed: OCHRE,
  misleading: RED,
  false: RED,
  unverified: GREY,
};
