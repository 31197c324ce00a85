import pg from "pg";
import type { Asked } from "./searches.ts";

/** What one page took, in milliseconds: waiting for Postgres, and all of it in the process. */
export type Cost = { database: number; all: number };

/** Reads for a page of the list what the product reads, without drawing it. */
export async function searchOurs({ query }: Pick<Asked, "query">): Promise<Cost> {
  const [{ listFilter }, { askedBy, listNarrowable }, { putRight }] = await Promise.all([
    import("#lib/publishing/list-filter.ts"),
    import("#lib/publishing/listing.ts"),
    import("#lib/publishing/suggested-search.ts"),
  ]);
  const waited = waitedForPostgres();
  const [began, before] = [performance.now(), waited()];
  const params = Object.fromEntries(new URLSearchParams(query));
  const filter = listFilter(params);
  const asked = await askedBy(filter, (local) => new Date(`${local}Z`));
  const [page] = await listNarrowable(asked, params.cursor ?? null);
  if (page.total === 0) await putRight(filter.search);
  return { database: waited() - before, all: performance.now() - began };
}

let waiting: (() => number) | null = null;

/** Milliseconds this process has waited for Postgres; waiting for two questions at once counts once. */
function waitedForPostgres(): () => number {
  if (waiting) return waiting;
  let [sum, asked, since] = [0, 0, 0];
  const ask = pg.Client.prototype.query;
  pg.Client.prototype.query = function timed(this: pg.Client, ...args: Parameters<typeof ask>) {
    if (asked === 0) since = performance.now();
    asked += 1;
    const add = () => {
      asked -= 1;
      if (asked === 0) sum += performance.now() - since;
    };
    const given: unknown[] = args;
    const last = given.at(-1);
    if (typeof last === "function") {
      given[given.length - 1] = (...told: unknown[]) => {
        add();
        last(...told);
      };
    }
    const answer: unknown = ask.apply(this, args);
    if (answer instanceof Promise) answer.then(add, add);
    return answer;
  } as typeof ask;
  waiting = () => sum;
  return waiting;
}

/** The same rows, all hits put in order by `ts_rank`. In one dictionary only, without filters, counts and marks. */
export async function searchUnbounded({ words }: Asked): Promise<number> {
  const { db } = await import("#lib/db/client.ts");
  return timed(
    () => db.$queryRaw`
      SELECT p.slug, p.statement FROM (
        SELECT publication_id, ts_rank(words, query) AS rank
        FROM listed_claims, websearch_to_tsquery('english', search_words(${words})) query
        WHERE words @@ query ORDER BY rank DESC LIMIT 20
      ) best JOIN publications p ON p.id = best.publication_id ORDER BY rank DESC`,
  );
}

/** The way without any index of words. */
export async function searchByLike({ words }: Asked): Promise<number> {
  const { db } = await import("#lib/db/client.ts");
  return timed(
    () => db.$queryRaw`
      SELECT slug, statement FROM publications WHERE is_current AND withdrawn_at IS NULL
        AND statement || ' ' || conclusion ILIKE ${`%${words}%`} ORDER BY similarity(statement, ${words}) DESC LIMIT 20`,
  );
}

/** The list at a depth, by counting rows off. */
export async function pageByOffset(depth: number): Promise<number> {
  const { db } = await import("#lib/db/client.ts");
  return timed(
    () => db.$queryRaw`
      SELECT slug, statement FROM publications WHERE is_current AND withdrawn_at IS NULL
      ORDER BY published_at DESC, id DESC LIMIT 21 OFFSET ${depth}::int`,
  );
}

/** The cursor of the page that begins after so many claims. */
export async function cursorAt(depth: number): Promise<string> {
  const [{ db }, { encodeCursor }] = await Promise.all([
    import("#lib/db/client.ts"),
    import("#lib/cursor.ts"),
  ]);
  const [row] = await db.listedClaim.findMany({
    orderBy: [{ publishedAt: "desc" }, { claimId: "desc" }],
    skip: depth - 1,
    take: 1,
    select: { publishedAt: true, claimId: true },
  });
  if (!row) throw new Error(`There are not ${depth} claims`);
  return encodeCursor(["after", row.publishedAt, row.claimId]);
}

/** A page of the list as the product reads it, its lines alone. */
export async function pageOurs(cursor: string | null): Promise<number> {
  const { EVERYTHING, listClaims } = await import("#lib/publishing/listing.ts");
  return timed(() => listClaims(EVERYTHING, { cursor }));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
