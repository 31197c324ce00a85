import type { PdfToMake, PlacedText } from "./pdf.ts";

/** Pages and the blocks they should become: type (with its level or place), words; in brackets what is not kept. */
export type PdfCase = {
  name: string;
  pages: PlacedText[][];
  rotate?: PdfToMake["rotate"];
  blocks: [type: string, text: string][];
};

type Setting = { text: string; top: number; x?: number; width?: number; size?: number };

/** Breaks a text into lines of at most `width` characters, 1.2 sizes apart, the first `top` points from below. */
export function paragraph({ text, top, x = 50, width = 80, size = 10 }: Setting): PlacedText[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return linesAt(lines, { top, x, size });
}

export function linesAt(
  lines: readonly string[],
  { top, x = 50, size = 10 }: Omit<Setting, "text">,
): PlacedText[] {
  return lines.map((text, index) => ({ text, x, y: top - index * size * 1.2, size }));
}

export const FIRST =
  "The harbour council voted on Tuesday to close the old bridge for two years, starting in the spring, after engineers found that its piers had been hollowed out by the tide and by a century of neglect.";
export const SECOND =
  "Traders on both banks said they had not been asked, and that the ferry could not carry their goods in winter, when the river is high and the crossing is closed for days on end.";
export const THIRD =
  "The mayor answered that the council had written to every one of them in January, and that eleven letters had come back, all of which she promised to publish before the end of the month.";

/** A line of words with gaps between that are wider than those between columns often are. */
export function stretched(words: readonly string[], y: number): PlacedText[] {
  return words.map((text, index) => ({ text, x: 50 + 88 * index, y }));
}

/** Hebrew as a page shows it: from the left, the last letter first. */
export function mirrored(text: string): string {
  return [...text].toReversed().join("");
}
