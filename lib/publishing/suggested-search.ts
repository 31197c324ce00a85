import { db } from "#lib/db/client.ts";
import { distance } from "./distance.ts";

/** A word of a search and its place in it. */
const WORD = /[\p{L}\p{M}]{3,40}/gu;

/** More words are not looked at. */
const MOST_WORDS = 6;

/** Of each word, among which the nearest is looked for. */
const MOST_NEAR = 20;

type Near = { nth: number; word: string; claims: number; isSame: boolean; isLonger: boolean };

/**
 * The search with words no published claim has put right: by one that is spelt nearly so or goes on from there. Null when
 * there is nothing to put right. That it finds anything is not said.
 */
export async function putRight(search: string): Promise<string | null> {
  const asked = [...search.matchAll(WORD)].slice(0, MOST_WORDS);
  if (asked.length === 0) return null;
  const rows = await db.$queryRaw<Near[]>`
    SELECT nth, word, claims, is_same AS "isSame", is_longer AS "isLonger"
    FROM near_words(${asked.map(([word]) => word)}::text[], ${MOST_NEAR}::int)`;
  let [better, shift] = [search, 0];
  asked.forEach(({ 0: word, index }, at) => {
    const near = nearest(
      word.toLowerCase(),
      rows.filter(({ nth }) => nth === at + 1),
    );
    if (near === null) return;
    better = better.slice(0, index + shift) + near + better.slice(index + shift + word.length);
    shift += near.length - word.length;
  });
  return better === search ? null : better;
}

/** The word meant, or null when the word is known as it is or nothing is near enough. */
function nearest(word: string, near: readonly Near[]): string | null {
  if (near.some(({ isSame }) => isSame)) return null;
  const most = word.length < 5 ? 1 : word.length < 9 ? 2 : 3;
  const ranked = near
    .map((candidate) => ({ ...candidate, far: candidate.isLonger ? 1 : distance(word, candidate.word) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far || b.claims - a.claims);
  return ranked[0]?.word ?? null;
}
