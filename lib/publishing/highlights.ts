import type { Span } from "#lib/anchoring/spans.ts";
import { db } from "#lib/db/client.ts";

/** A word of a text, as it is searched by, and its place in UTF-16 code units. */
type Word = Span & { word: string };

/** Scripts without spaces, and Korean with its particles, are searched by pairs of neighbours. */
const RUN =
  /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]+|[\p{L}\p{N}\p{M}]+?(?=[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]|[^\p{L}\p{N}\p{M}]|$)/gu;
const UNSPACED =
  /^[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]{2}/u;

/** The words of a text with their places. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => {
    if (!UNSPACED.test(run)) return [{ word: run, start: index, end: index + run.length }];
    return Array.from({ length: run.length - 1 }, (_, at) => ({
      word: run.slice(at, at + 2),
      start: index + at,
      end: index + at + 2,
    }));
  });
}

/** The places of those words, in order; what touches is one. */
export function spansOf(text: string, isFound: (word: string) => boolean): Span[] {
  const spans: Span[] = [];
  for (const { word, start, end } of wordsIn(text)) {
    if (!isFound(word)) continue;
    const last = spans.at(-1);
    if (last && start <= last.end) spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start, end });
  }
  return spans;
}

/** A text in one language. */
type Text = { language: string; text: string };

/**
 * Which words of these texts a search finds, each in the dictionary of its language. `any`: one of the words, as
 * `websearch_to_tsquery` reads it. The database is asked, which knows that "vaccines" is a "vaccine".
 */
export async function foundWords(
  texts: readonly Text[],
  any: string,
): Promise<(language: string, word: string) => boolean> {
  const key = (language: string, word: string) => `${language} ${word}`;
  const asked = new Map<string, { language: string; word: string }>();
  for (const { language, text } of any === "" ? [] : texts) {
    for (const { word } of wordsIn(text)) asked.set(key(language, word), { language, word });
  }
  if (asked.size === 0) return () => false;
  const pairs = [...asked.values()];
  const rows = await db.$queryRaw<{ language: string; word: string }[]>`
    SELECT asked.language, asked.word
    FROM (
      SELECT language, websearch_to_tsquery(search_config(language), ${any}) AS query
      FROM unnest(${[...new Set(pairs.map(({ language }) => language))]}::text[]) language
    ) queries JOIN unnest(${pairs.map(({ language }) => language)}::text[], ${pairs.map(({ word }) => word)}::text[])
      AS asked (language, word) ON asked.language = queries.language
    WHERE to_tsvector(search_config(asked.language), search_words(asked.word)) @@ queries.query`;
  const found = new Set(rows.map(({ language, word }) => key(language, word)));
  return (language, word) => found.has(key(language, word));
}
