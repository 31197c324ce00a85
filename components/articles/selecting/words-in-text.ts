import { wordsId } from "#components/articles/text/marked-words.tsx";
import type { Block } from "#lib/anchoring/blocks.ts";
import { rangeOfSpan } from "#lib/anchoring/selection.ts";
import { listSentences } from "#lib/anchoring/sentences.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { BLOCK_START, offsetsOfRange } from "#lib/anchoring/text-tree.ts";

type Text = { text: string; blocks: readonly Block[]; language: string };

/** The claims whose words lie at a place in the text, outermost first. */
export function claimsAt(root: HTMLElement, target: Element): string[] {
  const mark = target.closest<HTMLElement>("mark");
  const ids = mark && root.contains(mark) ? mark.dataset.claims : undefined;
  return ids ? ids.split(" ") : [];
}

/** The lines that the words at the beginning of a claim stand in; none while they are not drawn. */
export function rectOfWords(number: number): DOMRect | undefined {
  return document.getElementById(wordsId(number))?.closest("mark")?.getClientRects()[0];
}

/** The sentence at a place on screen, null when there are no words. */
export function sentenceAt(
  root: HTMLElement,
  article: Text,
  { x, y }: { x: number; y: number },
): Span | null {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (!caret) return null;
  const point = { node: caret.offsetNode, offset: caret.offset };
  const before = offsetsOfRange(root, { start: { node: root, offset: 0 }, end: point });
  const at = before === null ? undefined : sentencesOver(article, { start: before.end, end: before.end })[0];
  return at ?? null;
}

/** From the beginning of the sentence `span` begins in to the end of the one it ends in. */
export function sentenceAround(article: Text, span: Span): Span {
  const touched = sentencesOver(article, span);
  const start = Math.min(span.start, touched[0]?.start ?? span.start);
  const end = Math.max(span.end, touched.at(-1)?.end ?? span.end);
  return { start, end };
}

/** The sentences that have a character next to `span` or in it. */
function sentencesOver({ text, blocks, language }: Text, span: Span): Span[] {
  const around = blocks.filter(({ start, end }) => start <= span.end && end >= span.start);
  return listSentences(text, around, language).filter(
    ({ start, end }) => end > span.start && start < Math.max(span.end, span.start + 1),
  );
}

/** Offset of the first block in sight: where the reader is. */
export function offsetInSight(root: HTMLElement): number {
  const blocks = [...root.querySelectorAll(`[${BLOCK_START}]`)];
  const first = blocks.find((block) => block.getBoundingClientRect().bottom > UNDER_THE_BAR);
  return Number(first?.getAttribute(BLOCK_START) ?? 0);
}

/** Scrolls so that words or a card come into sight, if they are not, without hurry for those who want no motion. */
export function reveal(place: Element | Range | null | undefined): void {
  if (!place) return;
  const { top, bottom, height } = place.getBoundingClientRect();
  if (top >= UNDER_THE_BAR && bottom <= innerHeight - UNDER_THE_BAR) return;
  const toMiddle = top - Math.max(UNDER_THE_BAR, (innerHeight - height) / 2);
  const isFar = Math.abs(toMiddle) > FAR * innerHeight;
  scrollBy({ top: toMiddle, behavior: isFar ? "instant" : motion() });
}

/** The same for the words of `span`. */
export function revealSpan(root: HTMLElement | null, span: Span): void {
  reveal(root && rangeOfSpan(root, span));
}

/** The part of the window in which nothing lies over a card, in pixels. */
export const clearOfBars = () => ({ top: UNDER_THE_BAR, bottom: innerHeight - ROUND_IT });

/** Scrolls to a form that opened out of sight or under a bar. One that shows stays, and the text with it. */
export function revealForm(form: Element | null | undefined): void {
  const room = clearOfBars();
  const top = form?.getBoundingClientRect().top ?? room.top;
  if (top < room.top || top > room.bottom) reveal(form);
}

const motion = (): ScrollBehavior =>
  matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";

/**
 * Scrolls so that a card in its place beside words is in sight to its end, as far as the words stay there too.
 * `card.bottom`: where it ends in the window once it has come to rest.
 */
export function revealBeside(words: DOMRect | undefined, card: { bottom: number }): void {
  // Words out of sight are on their way to the middle, and the card with them.
  if (!words || words.top < UNDER_THE_BAR || words.bottom > innerHeight - UNDER_THE_BAR) return;
  moveUp(words, card.bottom + ROUND_IT - innerHeight);
}

/** Scrolls by the pixels that are missing below, as far as words stay in sight at the top. */
function moveUp(words: DOMRect, missing: number): void {
  const by = Math.min(missing, words.top - UNDER_THE_BAR);
  if (by > 0) scrollBy({ top: by, behavior: motion() });
}

/**
 * Scrolls the words of claims that show in the window out from under a sheet whose upper edge is at `edge`, in pixels
 * of the window. Words that do not show are not what was pressed.
 */
export function revealAbove(places: readonly DOMRect[], edge: number): void {
  const words = places.find(({ top, bottom }) => top < innerHeight && bottom > 0);
  if (words) moveUp(words, words.bottom + ROUND_IT - edge);
}

/** Where all words of a claim stand in the window, by line. */
export function placesOfClaim(claimId: string): DOMRect[] {
  const marks = document.querySelectorAll(`mark[data-claims~="${CSS.escape(claimId)}"]`);
  return [...marks].flatMap((mark) => [...mark.getClientRects()]);
}

/** Makes the words of `span` the browser's selection again, and lets the keys act on it. */
export function selectSpan(root: HTMLElement | null, span: Span): void {
  const range = root && rangeOfSpan(root, span);
  if (!root || !range) return;
  root.focus({ preventScroll: true });
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

/** Windows' heights from which on nobody can follow the way. */
const FAR = 4;

/** Pixels at the top and bottom of the window that bars may cover. */
const UNDER_THE_BAR = 120;

/** Pixels to be seen around a card. */
const ROUND_IT = 16;
