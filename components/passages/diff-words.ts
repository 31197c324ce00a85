import { matchWords } from "#lib/anchoring/diff/word-diff.ts";

/** A piece of words; `isChanged`: it stands on this side only. */
export type WordPiece = { text: string; isChanged: boolean };

/**
 * Two wordings side by side, each cut into what both have and what only it has. Words that changed places are changed
 * on both sides. The pieces of a side, put together, are its text.
 */
export function diffWords(before: string, after: string): { before: WordPiece[]; after: WordPiece[] } {
  const kept = matchWords(before, after).filter(({ isMoved }) => !isMoved);
  return {
    before: piecesOf(
      before,
      kept.map(({ beforeStart, beforeEnd }) => [beforeStart, beforeEnd]),
    ),
    after: piecesOf(
      after,
      kept.map(({ afterStart, afterEnd }) => [afterStart, afterEnd]),
    ),
  };
}

type Stretch = readonly [start: number, end: number];

/** `kept` in the order of the text. */
function piecesOf(text: string, kept: readonly Stretch[]): WordPiece[] {
  const pieces: WordPiece[] = [];
  let end = 0;
  for (const [from, to] of changedIn(text, kept)) {
    add(pieces, text.slice(end, from), false);
    add(pieces, text.slice(Math.max(end, from), to), true);
    end = Math.max(end, to);
  }
  add(pieces, text.slice(end), false);
  return pieces;
}

/** What lies between the kept stretches, without the white space around it. Of a number all of it: 2.4, not its 4. */
function changedIn(text: string, kept: readonly Stretch[]): Stretch[] {
  const numbers = [...text.matchAll(NUMBER)].map(
    ({ 0: { length }, index }): Stretch => [index, index + length],
  );
  const ends = [0, ...kept.map(([, end]) => end)];
  const starts = [...kept.map(([start]) => start), text.length];
  return ends.flatMap((end, index): Stretch[] => {
    const gap = text.slice(end, starts[index]);
    const changed = gap.trim();
    if (changed === "") return [];
    const from = end + gap.indexOf(changed);
    const to = from + changed.length;
    const cut = numbers.filter((number) => number[0] < to && number[1] > from);
    return [[Math.min(from, cut[0]?.[0] ?? from), Math.max(to, cut.at(-1)?.[1] ?? to)]];
  });
}

const NUMBER = /\p{N}+(?:[.,:’'\u00a0\u202f]\p{N}+)*/gu;

function add(pieces: WordPiece[], text: string, isChanged: boolean): void {
  const last = pieces.at(-1);
  if (text === "") return;
  if (last?.isChanged === isChanged) last.text += text;
  else pieces.push({ text, isChanged });
}
