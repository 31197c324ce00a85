import type { Span } from "#lib/anchoring/spans.ts";

type Place = { memberId: string; articleId: string; revisionId: string };

const keyOf = ({ memberId, articleId, revisionId }: Place) => `words:${memberId}:${articleId}:${revisionId}`;

/** Remembers in this browser which words a claim is being written for, so that a reload opens its form again. */
export function keepWords(place: Place, span: Span | null): void {
  quietly(() => {
    if (span) localStorage.setItem(keyOf(place), `${span.start}-${span.end}`);
    else localStorage.removeItem(keyOf(place));
  });
}

/** The words a claim was being written for, null when none or when they lie outside the text. */
export function keptWords(place: Place, textLength: number): Span | null {
  const kept = quietly(() => localStorage.getItem(keyOf(place)));
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(kept ?? "");
  if (match === null) return null;
  const [start, end] = [Number(match[1]), Number(match[2])];
  return start < end && end <= textLength ? { start, end } : null;
}

/** A browser may keep nothing: then nothing is kept. */
function quietly<Result>(run: () => Result): Result | null {
  try {
    return run();
  } catch {
    return null;
  }
}
