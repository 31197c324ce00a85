/** How well an order puts what is wanted first: the share among the first 10 and 50, and average precision. */
export type RankingScore = { at10: number; at50: number; average: number };

/** `isWanted` in the order to judge. */
export function judgeRanking(isWanted: readonly boolean[]): RankingScore {
  const among = (count: number) => isWanted.slice(0, count).filter(Boolean).length / count;
  let found = 0;
  let sum = 0;
  isWanted.forEach((wanted, at) => {
    if (!wanted) return;
    found += 1;
    sum += found / (at + 1);
  });
  return { at10: among(10), at50: among(50), average: found === 0 ? 0 : sum / found };
}

/** The mean of several. */
export function meanOf(scores: readonly RankingScore[]): RankingScore {
  const mean = (of: keyof RankingScore) => scores.reduce((sum, each) => sum + each[of], 0) / scores.length;
  return { at10: mean("at10"), at50: mean("at50"), average: mean("average") };
}
