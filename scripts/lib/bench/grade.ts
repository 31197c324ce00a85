import type { Anchored } from "#lib/anchoring/reanchoring/reanchor.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import type { Truth } from "#lib/testing/edit-script.ts";

/**
 * What an answer is worth, the true place being that of the passage's words or of what replaced them.
 * `right`: at the true place, both ends included: the answer and the true place have four fifths of their common
 * extent in common, punctuation and white space at the ends apart (a changed word at an edge beside one put in or
 * taken out is anyone's, as the person asked may see). Or asking a person when the words are gone, or more than half
 * of them. `asked`: a person is asked though the words are there. `cut`: touches the true place, but more is off.
 * `wrong`: a place that has nothing of the true one, also where the same words stand twice. `haunting`: a deleted
 * quote placed somewhere.
 */
export type Grade = "right" | "asked" | "cut" | "wrong" | "haunting";

const MOST_LOST = 0.5;
const LEAST_COMMON = 0.8;

/** `answer`: the place given, null when a person is asked where. Offsets are those of `after`. */
export function grade(after: string, answer: Span | null, { image, keptShare }: Truth): Grade {
  if (image === null) return answer === null ? "right" : "haunting";
  if (answer === null) return keptShare < MOST_LOST ? "right" : "asked";
  const [found, wanted] = [withoutSigns(after, answer), withoutSigns(after, image)];
  const common = Math.min(found.end, wanted.end) - Math.max(found.start, wanted.start);
  const extent = Math.max(found.end, wanted.end) - Math.min(found.start, wanted.start);
  if (common >= LEAST_COMMON * extent) return "right";
  return common > 0 ? "cut" : "wrong";
}

/** Without white space and punctuation at the ends, unless there is nothing else. */
function withoutSigns(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + (/^[^\p{L}\p{M}\p{N}]*/u.exec(words)?.[0].length ?? 0);
  const to = end - (/[^\p{L}\p{M}\p{N}]*$/u.exec(words)?.[0].length ?? 0);
  return from < to ? { start: from, end: to } : { start, end };
}

/** The place an answer gives; null for the answers that ask where it is. */
export function placeOf(answer: Anchored): Span | null {
  return "start" in answer ? { start: answer.start, end: answer.end } : null;
}
