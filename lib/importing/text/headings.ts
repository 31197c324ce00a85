import type { BlockPart } from "#lib/anchoring/blocks.ts";

/** In UTF-16 code units and words: beyond these a line is a sentence rather than a heading. */
const LONGEST_HEADING = 80;
const MOST_WORDS = 10;
const LONGEST_HEADLINE = 160;
/** A paragraph shorter than this is not taken for the text under a heading. */
const SHORTEST_BODY = 80;

/** Makes headings of the short lines that stand between paragraphs, and of a headline in front. */
export function findHeadings(parts: readonly BlockPart[]): BlockPart[] {
  return parts.map((part, index) => {
    const next = parts[index + 1];
    if (part.type !== "paragraph" || next === undefined || !isBody(next)) return part;
    if (index === 0) return isHeadline(part.text) ? { ...part, type: "heading", level: 1 } : part;
    const previous = parts[index - 1];
    const isBetween = previous !== undefined && previous.type !== "heading";
    return isBetween && isHeading(part.text) ? { ...part, type: "heading", level: 2 } : part;
  });
}

/** The headline a text begins with; null unless its first block clearly is one. */
export function guessTitle(parts: readonly BlockPart[]): string | null {
  const [first, next] = parts;
  return first?.type === "heading" && first.level === 1 && next !== undefined ? first.text : null;
}

function isBody({ type, text }: BlockPart): boolean {
  return type === "paragraph" && text.length >= SHORTEST_BODY && /[.!?…。！？؟।:]["'”’»)\]]*$/u.test(text);
}

function isHeading(text: string): boolean {
  return text.length <= LONGEST_HEADING && text.split(/\s+/).length <= MOST_WORDS && isTitleLike(text);
}

function isHeadline(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return text.length <= LONGEST_HEADLINE && letters >= 8 && isTitleLike(text);
}

/** No sentence, no byline, no address, no line of a letter. */
function isTitleLike(text: string): boolean {
  const endsLikeSentence = /[.,;:!?…。，；：！？।،؛؟"”»)\]]$/u.test(text);
  const isByline = /^(?:By|Von|Par|Por|Di) \p{Lu}/u.test(text);
  return (
    !(endsLikeSentence || isByline || /^\p{Ll}/u.test(text) || /[\n\t@]|https?:|www\./u.test(text)) &&
    /\p{L}/u.test(text)
  );
}
