import type { Span } from "#lib/anchoring/spans.ts";
import { decodeCursor, encodeCursor, instantAndIdTowards, scoreAndInstantTowards } from "#lib/cursor.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { foundWords, spansOf } from "./highlights.ts";
import type { Marked } from "./in-language.ts";
import { filterMarks, type ListFilter } from "./list-filter.ts";
import { listColumns, type PublishedListItem } from "./queries.ts";
import { anyWord, piecesOf, websearch } from "./search-syntax.ts";

// The public list and its search. It is read from `listed_claims`, where nothing stands but published claims that are
// not withdrawn, and shown from their frozen copies.

/** What is searched for, ready for the database: all of it, and any one of its words. */
export type Search = { all: string; any: string };

/** Reads what was typed into the search field. Null when it asks for nothing; what cannot be found is a search too. */
export async function readSearch(typed: string): Promise<Search | null> {
  const pieces = piecesOf(typed);
  if (typed.trim() === "") return null;
  const rows = await db.$queryRaw<{ words: string }[]>`
    SELECT search_words(text) AS words
    FROM unnest(${pieces.map(({ text }) => text)}::text[]) WITH ORDINALITY AS piece (text, place) ORDER BY place`;
  const read = pieces.map((piece, at) => ({ ...piece, words: rows[at]?.words ?? "" }));
  return { all: websearch(read), any: anyWord(read) };
}

/** A filter as the database is asked: instants in place of the newsroom's days, `until` being outside. */
export type Asked = {
  search: Search | null;
  marks: readonly string[];
  since: Date | null;
  until: Date | null;
  order: ListFilter["order"];
};

/** The whole list, newest first. */
export const EVERYTHING: Asked = { search: null, marks: [], since: null, until: null, order: "date" };

/** `instant` gives when a day begins in the newsroom. */
export async function askedBy(filter: ListFilter, instant: (local: string) => Date): Promise<Asked> {
  const { from, to, order } = filter;
  const next = to && new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return {
    search: await readSearch(filter.search),
    marks: filterMarks(filter),
    since: from === null ? null : instant(`${from}T00:00`),
    until: next === null ? null : instant(`${next}T00:00`),
    order,
  };
}

/** One line of the list, with the places of the words that were looked for. */
export type ListedClaim = PublishedListItem & {
  publisher: string | null;
  /** Where the article is. */
  articleUrl: string | null;
  /** When what readers get of it changed last. */
  updatedAt: Date;
  found: { statement: Span[]; conclusion: Span[]; claimantName: Span[] };
};

export type ListPage = {
  items: ListedClaim[];
  /** Cursors of the pages after and before this one. */
  next: string | null;
  previous: string | null;
  /** How many there are in all, counted up to `MOST_FOUND`; null where that is not known, on later pages by date. */
  total: number | null;
};

/** Searches look at no more than this, the newest first: counting and putting in order cost no more, however many. */
export const MOST_FOUND = 500;

type Row = Omit<ListedClaim, "found"> & {
  claimId: string;
  score: number;
  total: number;
  /** On the first row of a page, where they were asked for. */
  choices: ChoiceRow[] | null;
};

/** The columns of a line of the list, of `publications p`. */
const columns = Prisma.sql`${listColumns}, p.created_at AS "updatedAt",
  p.content #>> '{article,publisher}' AS publisher, p.content #>> '{article,sourceUrl}' AS "articleUrl"`;

/** The beginning and the end of all times and ids: where there is no bound. */
const FIRST = "00000000-0000-0000-0000-000000000000";
const LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";
type Place = { at: string; id: string };

/** Published claims that stand and are asked for, a page of them. A cursor that is none of ours begins at the beginning. */
export async function listClaims(
  asked: Asked,
  { cursor = null, take = 20 }: { cursor?: string | null; take?: number } = {},
): Promise<ListPage> {
  const { rows, choices: _, ...page } = await readPage(asked, { cursor, take });
  return { ...page, items: await withFound(rows, asked.search) };
}

/** A page of the list with what it could be narrowed down to, from one look at the index where one tells both. */
export async function listNarrowable(asked: Asked, cursor: string | null): Promise<[ListPage, Choices]> {
  const isNarrowed = asked.marks.length > 0;
  const [{ rows, choices, ...page }, wider] = await Promise.all([
    readPage(asked, { cursor, take: 20, withChoices: !isNarrowed }),
    isNarrowed ? listChoices(asked) : null,
  ]);
  const [items, found] = await Promise.all([
    withFound(rows, asked.search),
    wider ?? choices ?? listChoices(asked),
  ]);
  return [{ ...page, items }, found];
}

async function readPage(asked: Asked, paging: Paging): Promise<Rows> {
  const nothing = { rows: [], next: null, previous: null, total: 0, choices: noChoices() };
  if (asked.search?.all === "") return nothing;
  const isRanked = asked.search !== null && asked.order === "relevance";
  return await (isRanked ? pageByRelevance : pageByDate)(asked, paging);
}

type Paging = { cursor: string | null; take: number; withChoices?: boolean };
/** `choices`: null unless they were asked for, and what was looked at for the page tells them. */
type Rows = Omit<ListPage, "items"> & { rows: Row[]; choices: Choices | null };

async function pageByDate(asked: Asked, { cursor, take, withChoices = false }: Paging): Promise<Rows> {
  const [towards = "after", at, id] = decodeCursor(cursor, instantAndIdTowards) ?? [];
  const place = at === undefined || id === undefined ? null : { at: at.toISOString(), id };
  const low: Place = { at: asked.since?.toISOString() ?? "-infinity", id: FIRST };
  const high: Place = asked.until
    ? { at: asked.until.toISOString(), id: FIRST }
    : { at: "infinity", id: LAST };
  const isBack = place !== null && towards === "before";
  const bounds = {
    low: isBack ? later(low, place) : low,
    high: place !== null && !isBack ? earlier(high, place) : high,
  };
  const most = place === null ? Math.max(take, MOST_FOUND) + 1 : take + 1;
  const found =
    asked.search || asked.marks.length > 0
      ? findSql(asked, bounds, { isBack, most })
      : wholeSql(bounds, { isBack, most });
  const order = isBack ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const rows = await db.$queryRaw<Row[]>`
    WITH found AS MATERIALIZED (${found}), page AS MATERIALIZED (
      SELECT claim_id, publication_id, row_number() OVER (ORDER BY published_at ${order}, claim_id ${order}) AS place
      FROM found ORDER BY published_at ${order}, claim_id ${order} LIMIT ${take + 1}
    )
    SELECT page.claim_id AS "claimId", 0 AS score, (SELECT count(*)::int FROM found) AS total,
      ${choicesOfPage(withChoices && place === null)} AS choices, ${columns}
    FROM page JOIN publications p ON p.id = page.publication_id
    ORDER BY p.published_at ${order}, page.claim_id ${order}`;
  if (isBack && rows.length <= take) return pageByDate(asked, { cursor: null, take, withChoices });
  const shown = rows.slice(0, take);
  if (isBack) shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  const cursorAt = (towards: "after" | "before", row: Row | undefined) =>
    row === undefined ? null : encodeCursor([towards, row.publishedAt, row.claimId]);
  return {
    rows: shown,
    next: isBack || rows.length > take ? cursorAt("after", last) : null,
    previous: place === null ? null : cursorAt("before", first),
    total: place === null ? (rows[0]?.total ?? 0) : null,
    choices: choicesIn(rows, { isFirst: withChoices && place === null }),
  };
}

const earlier = (a: Place, b: Place): Place => (a.at === "infinity" || a.at > b.at ? b : a);
const later = (a: Place, b: Place): Place => (a.at === "-infinity" || a.at < b.at ? b : a);

type Bounds = { low: Place; high: Place };

/** Claims with the words and marks, by `find_listed` of the migration. */
function findSql(
  { search, marks }: Asked,
  { low, high }: Bounds,
  { isBack, most }: { isBack: boolean; most: number },
): Prisma.Sql {
  return Prisma.sql`
    SELECT * FROM find_listed(${search?.all ?? null}::text, ${[...marks]}::text[], ${!isBack}, ${most}::int,
      ${low.at}::timestamptz, ${low.id}::uuid, ${high.at}::timestamptz, ${high.id}::uuid)`;
}

/** All of the list between two places. */
function wholeSql({ low, high }: Bounds, { isBack, most }: { isBack: boolean; most: number }): Prisma.Sql {
  const order = isBack ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return Prisma.sql`
    SELECT claim_id, publication_id, published_at, marks FROM listed_claims
    WHERE (published_at, claim_id) > (${low.at}::timestamptz, ${low.id}::uuid)
      AND (published_at, claim_id) < (${high.at}::timestamptz, ${high.id}::uuid)
    ORDER BY published_at ${order}, claim_id ${order} LIMIT ${most}::int`;
}

/** The best of the newest that match. Of two as good the newer is first. */
async function pageByRelevance(asked: Asked, { cursor, take, withChoices = false }: Paging): Promise<Rows> {
  const [towards = "after", score, at, id] = decodeCursor(cursor, scoreAndInstantTowards) ?? [];
  const isFirst = score === undefined || at === undefined || id === undefined;
  const isBack = !isFirst && towards === "before";
  const bounds = boundsOf(asked);
  const place = isFirst ? null : Prisma.sql`(${score}::int, ${at}::timestamptz, ${id}::uuid)`;
  const beyond = isBack ? Prisma.sql`>` : Prisma.sql`<`;
  const order = isBack ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const rows = await db.$queryRaw<Row[]>`
    WITH found AS MATERIALIZED (
      SELECT claim_id, publication_id, published_at, marks,
        round(ts_rank('{0.1, 0.3, 0.6, 1}', words, matched) * 1000000)::int AS score
      FROM (${findSql(asked, bounds, { isBack: false, most: MOST_FOUND + 1 })}) candidates
    ), page AS MATERIALIZED (
      SELECT claim_id, publication_id, score,
        row_number() OVER (ORDER BY score ${order}, published_at ${order}, claim_id ${order}) AS place
      FROM found WHERE ${place === null ? Prisma.sql`true` : Prisma.sql`(score, published_at, claim_id) ${beyond} ${place}`}
      ORDER BY score ${order}, published_at ${order}, claim_id ${order} LIMIT ${take + 1}
    )
    SELECT page.claim_id AS "claimId", page.score, (SELECT count(*)::int FROM found) AS total,
      ${choicesOfPage(withChoices)} AS choices, ${columns}
    FROM page JOIN publications p ON p.id = page.publication_id
    ORDER BY page.score ${order}, p.published_at ${order}, page.claim_id ${order}`;
  if (isBack && rows.length <= take) return pageByRelevance(asked, { cursor: null, take, withChoices });
  const shown = rows.slice(0, take);
  if (isBack) shown.reverse();
  const cursorAt = (towards: "after" | "before", row: Row | undefined) =>
    row === undefined ? null : encodeCursor([towards, row.score, row.publishedAt, row.claimId]);
  return {
    rows: shown,
    next: isBack || rows.length > take ? cursorAt("after", shown.at(-1)) : null,
    previous: isFirst ? null : cursorAt("before", shown[0]),
    total: rows[0]?.total ?? 0,
    choices: choicesIn(rows, { isFirst: withChoices && isFirst }),
  };
}

/** A day's range without a place in the list. */
function boundsOf({ since, until }: Pick<Asked, "since" | "until">): Bounds {
  return {
    low: { at: since?.toISOString() ?? "-infinity", id: FIRST },
    high: until ? { at: until.toISOString(), id: FIRST } : { at: "infinity", id: LAST },
  };
}

async function withFound(rows: readonly Row[], search: Search | null): Promise<ListedClaim[]> {
  const texts = rows.flatMap(({ language, statement, conclusion, claimantName }) =>
    [statement, conclusion, claimantName ?? ""].map((text) => ({ language, text })),
  );
  const isFound = await foundWords(texts, search?.any ?? "");
  return rows.map(({ claimId: _, score: __, total: ___, choices: ____, ...item }) => {
    const spans = (text: string | null) => spansOf(text ?? "", (word) => isFound(item.language, word));
    const { statement, conclusion, claimantName } = item;
    return {
      ...item,
      found: {
        statement: spans(statement),
        conclusion: spans(conclusion),
        claimantName: spans(claimantName),
      },
    };
  });
}

/** Something the list can be narrowed down to. `count`: how many claims would be left; null where too many match. */
export type Choice = Marked & { value: string; name: string; count: number | null };
export type Choices = Record<"verdict" | "topic" | "claimant" | "publisher" | "language", Choice[]>;

/** As many of a kind as a person looks through. */
const MOST_CHOICES = 40;

type ChoiceRow = Omit<Choice, "count"> & { kind: keyof Choices; count: number; isWhole: boolean };

const noChoices = (): Choices => ({ verdict: [], topic: [], claimant: [], publisher: [], language: [] });

/**
 * What the newest claims with these words, in this time, could be narrowed down to, most claims first: of each kind as
 * if nothing of that kind were chosen yet.
 */
export async function listChoices(asked: Asked): Promise<Choices> {
  if (asked.search?.all === "") return noChoices();
  const [bounds, how] = [boundsOf(asked), { isBack: false, most: MOST_FOUND + 1 }];
  const found = asked.search ? findSql({ ...asked, marks: [] }, bounds, how) : wholeSql(bounds, how);
  return choicesOf(
    await db.$queryRaw<ChoiceRow[]>`
      WITH found AS MATERIALIZED (SELECT marks FROM (${found}) listed) ${choicesSql(asked.marks)}`,
  );
}

/** Rows of choices, of a table `found` with the marks of each claim. */
function choicesSql(chosen: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT kind, value, count, (SELECT count(*) FROM found) <= ${MOST_FOUND} AS "isWhole",
      coalesce(CASE kind
        WHEN 'topic' THEN (SELECT name FROM topics WHERE slug = value)
        WHEN 'claimant' THEN (SELECT name FROM claimants WHERE slug = value)
      END, value) AS name
    FROM (
      SELECT *, row_number() OVER (PARTITION BY kind ORDER BY count DESC, value) AS place
      FROM (
        SELECT split_part(mark, ':', 1) AS kind, substr(mark, strpos(mark, ':') + 1) AS value, count(*)::int AS count
        FROM ${marksSql(chosen)} GROUP BY mark HAVING mark !~ '^(month|year):'
      ) counted
    ) placed
    WHERE place <= ${MOST_CHOICES} ORDER BY kind, place`;
}

/** The marks to count: of claims that have all that is chosen, and of those that lack one, what would be in its place. */
function marksSql(chosen: readonly string[]): Prisma.Sql {
  if (chosen.length === 0) return Prisma.sql`found, unnest(marks) mark`;
  return Prisma.sql`(
      SELECT marks, ARRAY(SELECT mark FROM unnest(${[...chosen]}::text[]) mark WHERE mark <> ALL (marks)) AS lacks
      FROM found
    ) lacking, unnest(marks) mark
    WHERE cardinality(lacks) = 0
      OR cardinality(lacks) = 1 AND split_part(lacks[1], ':', 1) = split_part(mark, ':', 1)`;
}

/** The same as a column of the page's first row. */
function choicesOfPage(isAsked: boolean): Prisma.Sql {
  if (!isAsked) return Prisma.sql`NULL::json`;
  return Prisma.sql`CASE WHEN page.place = 1 THEN (SELECT json_agg(choice) FROM (${choicesSql([])}) choice) END`;
}

/** Null when no row tells them. Where the first page is empty there are none. */
function choicesIn(rows: readonly Row[], { isFirst }: { isFirst: boolean }): Choices | null {
  const told = rows.find(({ choices }) => choices !== null)?.choices;
  if (told) return choicesOf(told);
  return isFirst && rows.length === 0 ? noChoices() : null;
}

function choicesOf(rows: readonly ChoiceRow[]): Choices {
  const choices = noChoices();
  for (const { kind, isWhole, count, ...choice } of rows)
    choices[kind].push({ ...choice, count: isWhole ? count : null });
  return choices;
}
