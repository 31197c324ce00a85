import { pairWords } from "../diff/pair-words.ts";
import { runsOf } from "../diff/word-diff.ts";
import { listWords, type WordList } from "../diff/words.ts";
import type { Span } from "../spans.ts";
import { alignedSpan } from "./aligned-span.ts";
import { LONGEST_APPROXIMATE } from "./approximate.ts";
import { changedImage } from "./changed-image.ts";
import {
  findApproximately,
  findExactly,
  type Haystack,
  newText,
  type Wanted,
  wholeText,
} from "./find-words.ts";
import { type Diff, type Image, type WordRange, wholeImages, wordsAt } from "./passage-image.ts";
import { isAlike, similarity } from "./similarity.ts";

/**
 * A passage as the older text has it, offsets in UTF-16 code units. `start` and `end` null: it has no place there
 * (lost or undecided before). `quote`: the words a person chose or confirmed last; they may differ from the older
 * text at `start` to `end` when a reworded place still waits for a person.
 */
export type PassageToAnchor = {
  id: string;
  start: number | null;
  end: number | null;
  quote: string;
  prefix: string;
  suffix: string;
};

/** A place to show to a person. `score` 0 to 1: how alike its words are to the quote, 1 the same (folded). */
export type Candidate = { start: number; end: number; score: number };

/**
 * Where a passage stands in the newer text. `exact`: its words, where they stood. `moved`: its words, out of order
 * or found by search. `reworded`: other words in its place, which a person must look at. `ambiguous`: several
 * places equally good, at most 5, best first. `lost`: no place like it; up to 3 suggestions.
 */
export type Anchored = { id: string } & (
  | { outcome: "exact" | "moved"; start: number; end: number; score: 1 }
  | { outcome: "reworded"; start: number; end: number; score: number }
  | { outcome: "ambiguous"; candidates: Candidate[] }
  | { outcome: "lost"; candidates: Candidate[] }
);

type Anchor = Anchored extends infer Each ? (Each extends { id: string } ? Omit<Each, "id"> : never) : never;

/**
 * A place the diff points at is the passage's if its words are this alike to the quote: more of it stayed than went.
 * Measured with `npm run bench:anchoring`, 20 % of the words changed: at 0.4 one or two in a thousand deleted quotes
 * were placed on what their neighbours became; at 0.5 next to none, and about 1.5 % more of the changed passages are
 * offered to a person instead of being placed for one to confirm.
 */
const LOWEST_IN_PLACE = 0.5;
/** A place found by search has only its words to speak for it, so they must be more alike. */
const LOWEST_FOUND = 0.65;
/** A suggestion below it would be noise. */
const LOWEST_SUGGESTED = 0.4;
/** With this much in common, a place the diff points at need not be compared with what a search finds. */
const SURE = 0.75;

/** The words around a place tell it from another if they are this alike to those kept. */
const LEAST_CONTEXT = 0.5;
/** By how much the best place must beat the second, in likeness of the words around and of the words themselves. */
const LEAST_CONTEXT_LEAD = 0.15;
const LEAST_LEAD = 0.05;

/** Finds every passage of `before` again in `after`, in the order given. Never a silent best guess. */
export function reanchor(input: {
  before: string;
  after: string;
  passages: readonly PassageToAnchor[];
}): Anchored[] {
  const revision = compare(input.before, input.after);
  return input.passages.map((passage) => ({ id: passage.id, ...anchor(revision, passage) }));
}

/** Two texts with their diff. The haystacks are made when the first passage needs them. */
type Revision = Diff & { newText: () => Haystack; wholeText: () => Haystack; oldText: () => Haystack };

function compare(before: string, after: string): Revision {
  const pairs = pairWords(listWords(before), listWords(after));
  return {
    pairs,
    runs: runsOf(pairs),
    newText: once(() => newText(pairs)),
    wholeText: once(() => wholeText(pairs.after)),
    oldText: once(() => wholeText(pairs.before)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function anchor(revision: Revision, passage: PassageToAnchor): Anchor {
  const { start, end } = passage;
  if (start === null || end === null) return anchorUnplaced(revision, passage);
  const span = { start, end };
  const words = wordsAt(revision.pairs.before, span);
  if (words.first >= words.end) return anchorUnplaced(revision, passage);
  for (const image of wholeImages(revision, words, span)) {
    const verified = verify(revision, passage, image);
    if (verified !== null) return verified;
  }
  return anchorChanged(revision, passage, { list: revision.pairs.before, words, span });
}

/** The same words at the image, or null. */
function verify({ pairs }: Diff, { quote }: PassageToAnchor, image: Image): Anchor | null {
  const place = alignedSpan(pairs.after.text, image);
  if (place === null || !hasWords(pairs.after.text, place, quote)) return null;
  return { outcome: image.isMoved ? "moved" : "exact", ...place, score: 1 };
}

function hasWords(text: string, { start, end }: Span, quote: string): boolean {
  const words = text.slice(start, end);
  return words === quote || isAlike(words, quote);
}

function anchorChanged(revision: Revision, passage: PassageToAnchor, wanted: Wanted): Anchor {
  const place = changedPlace(revision, passage, wanted);
  if (place !== null && hasWords(revision.pairs.after.text, place, passage.quote)) {
    return { ...place, outcome: leftMainLine(revision, wanted.words) ? "moved" : "exact", score: 1 };
  }
  if (place !== null && place.score >= SURE) return { outcome: "reworded", ...place };
  const exactly = findExactly(revision.newText(), wanted);
  const moved = choose(revision.pairs.after, passage, exactly);
  if (moved !== null) return unlessTwin(revision, passage, wanted, moved);
  if (place !== null && place.score >= LOWEST_IN_PLACE) return { outcome: "reworded", ...place };
  const found = unlessTwin(revision, passage, wanted, anchorByLikeness(revision.newText(), passage, wanted));
  if (found.outcome !== "lost") return found;
  return (
    ofTwin(revision, passage, wanted) ?? {
      ...found,
      candidates: [...(place === null ? [] : [place]), ...found.candidates].slice(0, 3),
    }
  );
}

/**
 * The words stood twice and stand once now, where the other one was: whose they are only a person can say. Null
 * without such places.
 */
function ofTwin(revision: Revision, passage: PassageToAnchor, wanted: Wanted): Anchor | null {
  const left = choose(revision.pairs.after, passage, findExactly(revision.wholeText(), wanted));
  if (left === null) return null;
  const candidates =
    "candidates" in left ? left.candidates : [{ start: left.start, end: left.end, score: 1 }];
  return { outcome: "ambiguous", candidates };
}

/** Whether the first word that was kept did. */
function leftMainLine({ runs }: Diff, { first, end }: WordRange): boolean {
  for (let word = first; word < end; word += 1) {
    const run = runs.ofWord[word] ?? -1;
    if (run !== -1) return runs.isMoved[run] === 1;
  }
  return false;
}

/**
 * A place found by search is only offered when the older text had such words twice: they may be the other's, unless
 * the words around say whose they are.
 */
function unlessTwin(revision: Revision, passage: PassageToAnchor, wanted: Wanted, found: Anchor): Anchor {
  if (!("start" in found)) return found;
  const { start, end, score } = found;
  const { after } = revision.pairs;
  if (contextLikeness(after.text, found, passage) >= LEAST_CONTEXT) return found;
  const isOther = (place: Span) => place.end <= wanted.span.start || place.start >= wanted.span.end;
  const words = wordsAt(after, { start, end });
  const likeIt = { list: after, words, span: { start, end }, quote: after.text.slice(start, end) };
  const twins =
    score === 1
      ? findExactly(revision.oldText(), likeIt)
      : findApproximately(revision.oldText(), likeIt, LOWEST_FOUND);
  return twins.some(isOther) ? { outcome: "ambiguous", candidates: [{ start, end, score }] } : found;
}

function changedPlace({ pairs, runs }: Diff, { quote }: PassageToAnchor, wanted: Wanted): Candidate | null {
  const image = changedImage({ pairs, runs }, wanted.words);
  if (image === null) return null;
  const { starts, ends, text } = pairs.after;
  const place = alignedSpan(text, { start: starts[image.first] ?? 0, end: ends[image.end - 1] ?? 0 });
  return place === null ? null : { ...place, score: similarity(quote, text.slice(place.start, place.end)) };
}

function anchorUnplaced(revision: Revision, passage: PassageToAnchor): Anchor {
  const { quote } = passage;
  const list = listWords(quote);
  const wanted = { list, words: { first: 0, end: list.count }, span: { start: 0, end: quote.length } };
  if (list.count === 0) return { outcome: "lost", candidates: [] };
  const exactly = findExactly(revision.wholeText(), wanted);
  return (
    choose(revision.pairs.after, passage, exactly) ?? anchorByLikeness(revision.wholeText(), passage, wanted)
  );
}

/** The one place of several with the same words, if the words around tell them apart. Null without any. */
function choose({ text }: WordList, passage: PassageToAnchor, images: readonly Image[]): Anchor | null {
  const places = images.flatMap((image) => {
    const place = alignedSpan(text, image);
    return place !== null && hasWords(text, place, passage.quote) ? [place] : [];
  });
  const [only] = places;
  if (only === undefined) return null;
  if (places.length === 1) return { outcome: "moved", ...only, score: 1 };
  const ranked = places
    .map((place) => ({ place, context: contextLikeness(text, place, passage) }))
    .sort((a, b) => b.context - a.context);
  const [best, second] = ranked;
  if (
    best !== undefined &&
    second !== undefined &&
    best.context >= LEAST_CONTEXT &&
    best.context - second.context >= LEAST_CONTEXT_LEAD
  ) {
    return { outcome: "moved", ...best.place, score: 1 };
  }
  return {
    outcome: "ambiguous",
    candidates: ranked.slice(0, 5).map(({ place }) => ({ ...place, score: 1 })),
  };
}

/** How alike the words around a place are to those kept, 0 to 1. */
function contextLikeness(text: string, { start, end }: Span, { prefix, suffix }: PassageToAnchor): number {
  const before = text.slice(Math.max(0, start - prefix.length), start);
  const after = text.slice(end, end + suffix.length);
  return (similarity(before, prefix) + similarity(after, suffix)) / 2;
}

function anchorByLikeness(hay: Haystack, passage: PassageToAnchor, wanted: Wanted): Anchor {
  if (passage.quote.length > LONGEST_APPROXIMATE) return { outcome: "lost", candidates: [] };
  const places = findApproximately(hay, { ...wanted, quote: passage.quote }, LOWEST_SUGGESTED).flatMap(
    (place) => {
      const aligned = alignedSpan(hay.after.text, place);
      return aligned === null ? [] : [{ ...aligned, score: place.score }];
    },
  );
  const [best, second] = places;
  if (best === undefined || best.score < LOWEST_FOUND)
    return { outcome: "lost", candidates: places.slice(0, 3) };
  if (second !== undefined && best.score - second.score < LEAST_LEAD)
    return { outcome: "ambiguous", candidates: places.slice(0, 5) };
  if (hasWords(hay.after.text, best, passage.quote))
    return { outcome: "moved", start: best.start, end: best.end, score: 1 };
  return { outcome: "reworded", ...best };
}
