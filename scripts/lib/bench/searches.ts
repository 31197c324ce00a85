import { seededRandom } from "#lib/testing/edit-script.ts";
import { readStatements } from "./statements.ts";

/** A search, as an address of the list has it, and its words alone, for who knows nothing else. */
export type Asked = { query: string; words: string };

/** So many searches of each kind, with words as often and as seldom as they are in what was filled in. */
export async function drawSearches(each: number, seed: number): Promise<Record<string, Asked[]>> {
  const { db } = await import("#lib/db/client.ts");
  const random = seededRandom(seed);
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error("There is nothing to pick from");
    return value;
  };
  const total = await db.listedClaim.count();
  const rows = await db.listedWord.findMany({
    orderBy: { word: "asc" },
    select: { word: true, claims: true },
  });
  const words = (least: number, most: number) =>
    rows
      .filter(({ word, claims }) => word.length > 3 && claims >= least * total && claims <= most * total)
      .map(({ word }) => word);
  const [common, rare] = [words(0.01, 1), words(0, 0.0005)];
  const { claims } = readStatements(seed);
  const neighbours = () => {
    const said = pick(claims).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const at = Math.floor(random() * Math.max(1, said.length / 2 - 1));
    return [said[at] ?? "a", said[at + 1] ?? "b"].join(" ");
  };
  const ask = (words: string, filter: Record<string, string> = {}): Asked => ({
    words: words.replaceAll('"', ""),
    query: new URLSearchParams({ q: words, ...filter }).toString(),
  });
  const filters = (): Record<string, string>[] => [
    { verdict: "false" },
    { topic: `topic-${Math.floor(random() * 60)}` },
    { claimant: `speaker-${Math.floor(random() * 5_000)}` },
    { language: "en", from: "2020-01-01", to: "2022-12-31" },
  ];
  const draw = (one: () => Asked) => Array.from({ length: each }, one);
  return {
    "a rare word": draw(() => ask(pick(rare))),
    "a common word": draw(() => ask(pick(common))),
    "two common words": draw(() => ask(`${pick(common)} ${pick(common)}`)),
    "two words side by side": draw(() => ask(neighbours())),
    "a phrase": draw(() => ask(`"${neighbours()}"`)),
    "nothing is found": draw(() => ask(`${[...pick(common)].reverse().join("")}x`)),
    "a common word, filtered": draw(() => ask(pick(common), pick(filters()))),
    "a common word, newest first": draw(() => ask(pick(common), { sort: "date" })),
  };
}
