import type { Draft } from "./blocks.ts";
import { rounded, type Typography } from "./lines.ts";

/** Times the size of the text: from here on a line is a heading. */
const LARGER = 1.12;
/** In UTF-16 code units: larger type that is longer is an introduction or a pull quote. */
const LONGEST_HEADING = 200;
/** Of a heading in the size of the text, told by its font alone. */
const LONGEST_BOLD = 80;

/** Makes headings of what is set larger than the text, or alone in another font above it. */
export function findHeadings(drafts: readonly Draft[], typography: Typography): Draft[] {
  const isLarge = (draft: Draft) => isLargeHeading(draft, typography);
  const sizes = [...new Set(drafts.filter(isLarge).map(sizeOf))].toSorted((a, b) => b - a);
  return drafts.map((draft, index) => {
    const { text } = draft.part;
    const level = isLarge(draft) ? sizes.indexOf(sizeOf(draft)) + 1 : sizes.length + 1;
    if (!isLarge(draft) && !isBoldHeading(draft, { next: drafts[index + 1], typography })) return draft;
    return { ...draft, part: { type: "heading", text, level: Math.min(6, level) } };
  });
}

/** Whether a number in front is that of a section rather than of a list's item: "1.2 Scope". */
export function isNumbered(text: string): boolean {
  return /^\d{1,2}\.\d/.test(text);
}

function sizeOf({ lines }: Draft): number {
  return rounded(lines[0]?.size ?? 0);
}

function isLargeHeading({ part, lines }: Draft, { size }: Typography): boolean {
  if (part.type !== "paragraph" || part.text.length > LONGEST_HEADING || !/\p{L}/u.test(part.text))
    return false;
  return lines.every((line) => line.size > size * LARGER);
}

type Place = { next: Draft | undefined; typography: Typography };

function isBoldHeading({ part, lines }: Draft, { next, typography }: Place): boolean {
  if (part.type !== "paragraph" || part.text.length > LONGEST_BOLD || !isTitleLike(part.text)) return false;
  const isOther = lines.every(({ font, size }) => font !== typography.font && size > typography.size * 0.95);
  return isOther && next?.part.type === "paragraph" && next.lines[0]?.font === typography.font;
}

function isTitleLike(text: string): boolean {
  return /^\P{Ll}*\p{L}/u.test(text) && !/^\p{Ll}/u.test(text) && !/[.,;:!…。，；：！،؛"”»)\]]$/u.test(text);
}
