import { type PassageToAnchor, reanchor } from "#lib/anchoring/reanchoring/reanchor.ts";
import { quoteAt, type Span } from "#lib/anchoring/spans.ts";
import { type EditRates, editText, seededRandom, type Truth } from "#lib/testing/edit-script.ts";
import { bestGuess } from "./best-guess.ts";
import { type Grade, grade, placeOf } from "./grade.ts";

/** One kind of edit to measure with. `length`: code units of the text, as far as there is text for it. */
export type Scenario = {
  name: string;
  title: string;
  length: number;
  rates: EditRates;
  hasPeer: boolean;
};

/** `ms`: median of the rounds. `placed`: deleted quotes answered with a place, and those without asking anyone. */
export type Answers = { ms: number; grades: Grade[]; placed: number; placedSilently: number };

export type Result = {
  scenario: Scenario;
  length: number;
  passages: number;
  deleted: number;
  ours: Answers;
  peer: Answers | null;
};

const PASSAGES = 5_000;
const ROUNDS = 25;
/** Rounds before those that count: the first ones pay for compiling. */
const WARM_UP = 5;
/** Share of the passages whose words are taken out, with whatever overlaps them. */
const DELETED = 0.01;

export function measure(input: { scenario: Scenario; paragraphs: readonly string[]; seed: number }): Result {
  const { scenario, paragraphs, seed } = input;
  const random = seededRandom(seed);
  const { before, spares } = takeText(paragraphs, scenario.length);
  const spans = chooseSpans(before, random);
  const passages = spans.map((span, index) => ({ id: String(index), ...span, ...quoteAt(before, span) }));
  const deleted = spans.filter(() => random() < DELETED);
  const { after, truthOf } = editText({ before, rates: scenario.rates, deleted, spares, random });
  const truths = spans.map(truthOf);
  return {
    scenario,
    length: before.length,
    passages: passages.length,
    deleted: truths.filter(({ image }) => image === null).length,
    ...answerByTurns({ before, after, passages, truths }, scenario.hasPeer),
  };
}

type Edited = { before: string; after: string; passages: PassageToAnchor[]; truths: Truth[] };

/**
 * Our rounds and the peer's passages by turns, so that both run under the same conditions whatever else the machine
 * is doing: after each of our rounds the peer answers its share of the passages. It takes seconds for all of them,
 * so it gets each once. All that it places it places silently.
 */
function answerByTurns(edited: Edited, hasPeer: boolean): { ours: Answers; peer: Answers | null } {
  const { before, after, passages, truths } = edited;
  let answers = reanchor({ before, after, passages });
  for (let round = 1; round < WARM_UP; round += 1) reanchor({ before, after, passages });
  const times: number[] = [];
  const guesses: (Span | null)[] = [];
  let peerMs = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const startedAt = performance.now();
    answers = reanchor({ before, after, passages });
    const ourEnd = performance.now();
    times.push(ourEnd - startedAt);
    if (!hasPeer) continue;
    const share = passages.slice(guesses.length, Math.ceil((passages.length * round) / ROUNDS));
    for (const passage of share) guesses.push(bestGuess(after, passage));
    peerMs += performance.now() - ourEnd;
  }
  const isSilent = answers.map(({ outcome }) => outcome === "exact" || outcome === "moved");
  return {
    ours: graded(median(times), answers.map(placeOf), truths, after, isSilent),
    peer: hasPeer
      ? graded(
          peerMs,
          guesses,
          truths,
          after,
          guesses.map(() => true),
        )
      : null,
  };
}

function graded(
  ms: number,
  places: readonly (Span | null)[],
  truths: readonly Truth[],
  after: string,
  isSilent: readonly boolean[],
): Answers {
  const grades = truths.map((truth, index) => grade(after, places[index] ?? null, truth));
  const placed = grades.flatMap((each, index) => (each === "haunting" ? [isSilent[index]] : []));
  return { ms, grades, placed: placed.length, placedSilently: placed.filter(Boolean).length };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Paragraphs to put in come from the far end, so that none of them is in the text. */
const SPARES = 200;

function takeText(paragraphs: readonly string[], length: number): { before: string; spares: string[] } {
  const taken: string[] = [];
  const available = paragraphs.slice(0, -SPARES);
  let size = 0;
  for (const paragraph of available) {
    if (size >= length) break;
    taken.push(paragraph);
    size += paragraph.length + 2;
  }
  return { before: taken.join("\n\n"), spares: paragraphs.slice(-SPARES) };
}

/** Words of scripts with spaces; of the others, characters by twos. */
const WORDS = /[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Myanmar}]+|[^\s]{2}/gu;
const [FEWEST_WORDS, MOST_WORDS] = [3, 30];

/** 3 to 30 words each, within a paragraph, anywhere, overlapping as they come. */
function chooseSpans(before: string, random: () => number): Span[] {
  const words = Array.from(before.matchAll(WORDS), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const spans: Span[] = [];
  while (spans.length < PASSAGES) {
    const first = Math.floor(random() * words.length);
    const count = FEWEST_WORDS + Math.floor(random() * (MOST_WORDS - FEWEST_WORDS + 1));
    const last = lastOnLine(before, words, first, first + count - 1);
    const [start, end] = [words[first]?.start, words[last]?.end];
    if (start === undefined || end === undefined || last - first + 1 < FEWEST_WORDS) continue;
    spans.push({ start, end });
  }
  return spans;
}

function lastOnLine(text: string, words: readonly Span[], first: number, wanted: number): number {
  let last = first;
  while (last < wanted && last + 1 < words.length) {
    if (text.slice(words[last]?.end, words[last + 1]?.start).includes("\n")) break;
    last += 1;
  }
  return last;
}
