/** Words in, words out; `others` to take words from. */
type Reword = (words: readonly string[], random: () => number, others: readonly string[]) => string[];

/** Share of the words that are dropped, or replaced. */
const SHARE = 0.25;

const dropped: Reword = (words, random) => words.filter(() => random() >= SHARE);

/** Other claims' words stand in for them. */
export const replaced: Reword = (words, random, others) =>
  words.map((word) => (random() < SHARE ? (others[Math.floor(random() * others.length)] ?? word) : word));

/** The second part comes first, as in "In March prices rose" and "Prices rose in March". */
const reordered: Reword = (words, random) => {
  const at = 1 + Math.floor(random() * (words.length - 1));
  return [...words.slice(at), ...words.slice(0, at)];
};

/** Long words end otherwise: "claimed", "claims". */
const inflected: Reword = (words, random) =>
  words.map((word) => {
    const letters = Array.from(word);
    return letters.length > 4 && random() < 2 * SHARE ? [...letters.slice(0, -2), "ed"].join("") : word;
  });

const allAtOnce: Reword = (words, random, others) =>
  reordered(replaced(dropped(words, random, others), random, others), random, others);

/** What stands in the field while the sentence is still being typed. */
const begun: Reword = (words) => words.slice(0, Math.ceil(words.length / 2));

/** Ways in which a claim comes back, by the name that is printed. */
export const REWORDINGS: readonly (readonly [name: string, reword: Reword])[] = [
  ["a quarter of the words dropped", dropped],
  ["a quarter of the words replaced", replaced],
  ["the order turned round", reordered],
  ["half of the long words inflected", inflected],
  ["dropped, replaced and reordered", allAtOnce],
  ["the first half, still being typed", begun],
];

/** Fewer words are too few to reword. */
const LEAST_WORDS = 5;

/** The first `count` of the claims that are long enough, each with its reworded form. */
export function rewordAll(
  claims: readonly string[],
  { reword, count, random }: { reword: Reword; count: number; random: () => number },
): [claim: string, reworded: string][] {
  const vocabulary = claims.flatMap((claim) => claim.split(" "));
  const long = claims.filter((claim) => claim.split(" ").length >= LEAST_WORDS).slice(0, count);
  return long.map((claim) => [claim, reword(claim.split(" "), random, vocabulary).join(" ")]);
}
