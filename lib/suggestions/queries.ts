import { type Db, db as pool } from "#lib/db/client.ts";
import { isId } from "#lib/input.ts";

/** More sentences than anybody waves away by hand. */
const MOST = 5_000;

/** The keys of the sentences of an article that need not be suggested again (`sentenceKey`). */
export async function listWavedAway(articleId: string, db: Db = pool): Promise<string[]> {
  if (!isId(articleId)) return [];
  const rows = await db.wavedSuggestion.findMany({
    where: { articleId },
    orderBy: { sentenceKey: "asc" },
    take: MOST,
    select: { sentenceKey: true },
  });
  return rows.map(({ sentenceKey }) => sentenceKey);
}
