import { randomBytes } from "node:crypto";
import { violatedIndex } from "#lib/db/unique.ts";

/** In UTF-16 code units: an address one can still read and send. */
const LONGEST = 80;

/** Letters that NFKD leaves whole. */
const SPELT_OUT: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
};

/**
 * The words as one readable part of an address: "NATO’s €5 Café" → "natos-5-cafe". Latin letters lose their
 * accents, other scripts stay as they are. Cut after a whole word where there is one. Empty when the words
 * hold no letter or digit.
 */
export function slugOf(words: string, longest = LONGEST): string {
  const slug = words
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{Me}\p{Variation_Selector}'’ʼ]/gu, "")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .replace(/[ßæœøđðłþı]/g, (letter) => SPELT_OUT[letter] ?? letter)
    .normalize("NFC")
    .replace(/(?<![\p{L}\p{N}\p{M}])\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^-|-$/g, "");
  if (slug.length <= longest) return slug;
  const lastWord = slug.lastIndexOf("-", longest);
  return withoutHalves(slug.slice(0, lastWord > 0 ? lastWord : longest));
}

/** A cut inside a surrogate pair leaves a half of it at the end. */
function withoutHalves(text: string): string {
  return text.isWellFormed() ? text : text.slice(0, -1);
}

/** Endings are one in a million: more clashes in a row are a fault, not chance. */
const ATTEMPTS = 5;

/** Runs `create` with the plain slug of `words`, then with random endings while the unique index says it is taken. */
export async function withFreeSlug<Result>(
  words: string,
  create: (slug: string) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await create(slugCandidate(words, attempt));
    } catch (error) {
      if (attempt >= ATTEMPTS || !violatedIndex(error)?.endsWith("_slug_key")) throw error;
    }
  }
}

/**
 * The id of a row, which is made with a free slug when there is none. `make` must do nothing when the row or the
 * slug is there already (ON CONFLICT DO NOTHING): inside a transaction a violation would be the end of it.
 */
export async function findOrMake(
  words: string,
  { find, make }: { find: () => Promise<{ id: string } | null>; make: (slug: string) => Promise<unknown> },
): Promise<string> {
  for (let attempt = 0; attempt <= ATTEMPTS; attempt += 1) {
    const found = await find();
    if (found) return found.id;
    await make(slugCandidate(words, attempt));
  }
  throw new Error(`No free slug for “${words}”`);
}

/** The slug to try at this attempt, counted from 0. */
export function slugCandidate(words: string, attempt: number): string {
  if (slugOf(words) === "") return randomEnding(8);
  return attempt === 0 ? slugOf(words) : `${slugOf(words, LONGEST - 5)}-${randomEnding(4)}`;
}

function randomEnding(length: number): string {
  return Array.from(randomBytes(length), (byte) => "abcdefghijkmnpqrstuvwxyz23456789"[byte % 32]).join("");
}
