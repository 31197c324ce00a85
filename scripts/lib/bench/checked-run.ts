/** Words that are typed, and the claim they should bring up; null when the desk has none. */
export type Asked = { id: string | null; words: string };

type Answer = { ms: number; isFound: boolean; shown: number };
export type Judged = { ours: Answer; whole: Answer; indexed: Answer };

/** Asks each of them all three, taking turns, so that a busy machine slows all alike. */
export async function judge(cases: readonly Asked[]): Promise<Judged[]> {
  const { findAlike } = await import("#lib/claims/checked-before.ts");
  const { db } = await import("#lib/db/client.ts");
  const judged: Judged[] = [];
  for (const { id, words } of cases) {
    const answer = async (ask: () => Promise<string[]>): Promise<Answer> => {
      const began = performance.now();
      const ids = await ask();
      return { ms: performance.now() - began, isFound: id !== null && ids.includes(id), shown: ids.length };
    };
    judged.push({
      ours: await answer(() => findAlike({ statement: words, exceptId: null, db })),
      whole: await answer(() => wholeTable(words)),
      indexed: await answer(() => byIndex(words)),
    });
  }
  return judged;
}

/** The plain way: every statement of the desk compared. From 0.3 on `pg_trgm` calls two texts alike. */
async function wholeTable(words: string): Promise<string[]> {
  const { db } = await import("#lib/db/client.ts");
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (SELECT id, similarity(statement, ${words}) AS likeness FROM claims) AS compared
    WHERE likeness >= 0.3 ORDER BY likeness DESC LIMIT 3`;
  return rows.map(({ id }) => id);
}

async function byIndex(words: string): Promise<string[]> {
  const { db } = await import("#lib/db/client.ts");
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM claims WHERE statement % ${words} ORDER BY similarity(statement, ${words}) DESC LIMIT 3`;
  return rows.map(({ id }) => id);
}
