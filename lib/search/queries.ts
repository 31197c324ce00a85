import { db as pool, type Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { escapeLike, searchWords } from "#lib/db/search.ts";
import { holds, isMeant } from "./rules.ts";
import {
  type Found,
  type FoundArticle,
  type FoundClaim,
  type FoundPerson,
  type Visit,
  wordsOfClaim,
} from "./values.ts";

/** Of each kind. */
const BEST = 6;

/** The newest that match, among which the best are looked for: enough to choose from, however common the words. */
const CANDIDATES = 200;

/** More words than these narrow nothing down. */
const MOST_WORDS = 8;

/** Least likeness of a mistyped word, from 0 to 1, to be looked at: "treety" and "treaty" have 0.43. */
const LIKENESS = 0.4;

const NOTHING: Found = { articles: [], claims: [], people: [] };

/**
 * Articles by title, claims by statement or claimant, people by name. All words must be there, in any order and each
 * as part of a word; where that finds little, mistyped ones count too. Never looks at opinions, verdicts, evidence or
 * comments: who may not see them must not learn of them by searching.
 */
export async function searchDesk({ query, db = pool }: { query: string; db?: typeof pool }): Promise<Found> {
  const words = (searchWords(query) ?? "").split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS);
  if (words.length === 0) return NOTHING;
  return db.$transaction(async (tx) => {
    const exact = await find(tx, words, SPELT);
    const isEnough = exact.articles.length + exact.claims.length + exact.people.length >= BEST;
    if (isEnough || !words.some(hasLetters)) return exact;
    // The planner takes comparing by letters for cheap, and would do it with every row.
    await tx.$executeRaw`
      SELECT set_config('pg_trgm.word_similarity_threshold', ${String(LIKENESS)}, true),
        set_config('enable_seqscan', 'off', true)`;
    const alike = await find(tx, words, MISTYPED);
    return {
      articles: together(exact.articles, alike.articles),
      claims: together(exact.claims, alike.claims),
      people: together(exact.people, alike.people),
    };
  });
}

/** How words are looked for: the test in the database, what of it is looked at, and what of that is meant. */
type Manner = {
  test: (column: Prisma.Sql, word: string) => Prisma.Sql;
  /** Which candidates are looked at. */
  candidates: (newest: Prisma.Sql) => Prisma.Sql;
  rows: number;
  isMeant: (text: string, words: readonly string[]) => boolean;
};

const contains: Manner["test"] = (column, word) =>
  Prisma.sql`${column} ILIKE ANY (${spellings(word).map((spelt) => `%${escapeLike(spelt)}%`)}::text[])`;

const SPELT: Manner = {
  test: contains,
  candidates: (newest) => Prisma.sql`ORDER BY ${newest} LIMIT ${CANDIDATES}`,
  rows: BEST,
  isMeant: (text, words) => holds(text, words.join(" ")),
};

/**
 * Likeness by letters brings what only sounds alike too: the words are looked at one by one then. Comparing is dear,
 * so any candidates do: putting all of them in order would take each row that is alike.
 */
const MISTYPED: Manner = {
  test: (column, word) =>
    // In some locales only letters of English can be compared: then there is nothing to go through all rows for.
    hasLetters(word)
      ? Prisma.sql`(cardinality(show_trgm(${word}::text)) > 0 AND ${word}::text <% ${column})`
      : contains(column, word),
  candidates: () => Prisma.sql`LIMIT ${CANDIDATES}`,
  rows: CANDIDATES,
  isMeant,
};

/** Whether there is enough of a word to be like another. */
const hasLetters = (word: string): boolean => /[\p{L}\p{M}\p{N}]{3}/u.test(word);

/** In some locales ILIKE knows capitals of English only: "москва" is to find "Москва" in all. */
function spellings(word: string): string[] {
  if (isEnglish(word)) return [word];
  const small = word.toLowerCase();
  const [first = "", ...rest] = small;
  return [...new Set([word, small, word.toUpperCase(), first.toUpperCase() + rest.join("")])];
}

const isEnglish = (word: string): boolean => /^[ -~]*$/.test(word);

const all = (words: readonly string[], column: Prisma.Sql, { test }: Manner): Prisma.Sql =>
  Prisma.join(
    words.map((word) => test(column, word)),
    " AND ",
  );

/** First what begins with what was typed, then what has a word that does, then the rest. */
function rank(column: Prisma.Sql, words: readonly string[]): Prisma.Sql {
  const typed = escapeLike(words.join(" "));
  return Prisma.sql`CASE WHEN ${column} ILIKE ${`${typed}%`} THEN 0 WHEN ${column} ILIKE ${`% ${typed}%`} THEN 1 ELSE 2 END`;
}

async function find(tx: Tx, words: readonly string[], manner: Manner): Promise<Found> {
  const keep = <Item>(items: readonly Item[], textOf: (item: Item) => string): Item[] =>
    items.filter((item) => manner.isMeant(textOf(item), words)).slice(0, BEST);
  return {
    articles: keep(await findArticles(tx, words, manner), ({ title }) => title),
    claims: keep(await findClaims(tx, words, manner), wordsOfClaim),
    people: keep(await findPeople(tx, words, manner), ({ name }) => name),
  };
}

function findArticles(tx: Tx, words: readonly string[], manner: Manner): Promise<FoundArticle[]> {
  const title = Prisma.sql`a.title`;
  return tx.$queryRaw`
    SELECT a.id, a.title, a.publisher FROM (
      SELECT id, title, publisher, created_at FROM articles a WHERE ${all(words, title, manner)}
      ${manner.candidates(Prisma.sql`created_at DESC, id DESC`)}
    ) a ORDER BY ${rank(title, words)}, a.created_at DESC, a.id DESC LIMIT ${manner.rows}`;
}

/** Some words may be in the statement, and others in the name of who said it. */
async function findClaims(tx: Tx, words: readonly string[], manner: Manner): Promise<FoundClaim[]> {
  const claimants = await findClaimants(tx, words, manner);
  const statement = Prisma.sql`c.statement`;
  const stands = (word: string): Prisma.Sql => {
    const said = claimants.filter(({ name }) => manner.isMeant(name, [word])).map(({ id }) => id);
    const test = manner.test(statement, word);
    return said.length === 0 ? test : Prisma.sql`(${test} OR c.claimant_id = ANY (${said}::uuid[]))`;
  };
  return tx.$queryRaw`
    SELECT c.id, c.statement, c.state, k.name AS "claimantName", a.title AS "articleTitle"
    FROM (
      SELECT c.id, c.statement, c.state, c.article_id, c.claimant_id, c.updated_at FROM claims c
      WHERE ${Prisma.join(words.map(stands), " AND ")}
      ${manner.candidates(Prisma.sql`c.updated_at DESC, c.id DESC`)}
    ) c JOIN articles a ON a.id = c.article_id LEFT JOIN claimants k ON k.id = c.claimant_id
    ORDER BY ${rank(statement, words)}, c.updated_at DESC, c.id DESC LIMIT ${manner.rows}`;
}

/** Whose names have any of the words. */
function findClaimants(
  tx: Tx,
  words: readonly string[],
  manner: Manner,
): Promise<{ id: string; name: string }[]> {
  const tests = words.map((word) => manner.test(Prisma.sql`k.name`, word));
  return tx.$queryRaw`
    SELECT k.id, k.name FROM claimants k WHERE ${Prisma.join(tests, " OR ")}
    ${manner.candidates(Prisma.sql`k.id DESC`)}`;
}

function findPeople(tx: Tx, words: readonly string[], manner: Manner): Promise<FoundPerson[]> {
  const name = Prisma.sql`m.name`;
  return tx.$queryRaw`
    SELECT m.id, m.name, m.role FROM members m
    WHERE m.disabled_at IS NULL AND ${all(words, name, manner)}
    ORDER BY ${rank(name, words)}, m.name, m.id LIMIT ${manner.rows}`;
}

function together<Item extends { id: string }>(exact: readonly Item[], alike: readonly Item[]): Item[] {
  const known = new Set(exact.map(({ id }) => id));
  return [...exact, ...alike.filter(({ id }) => !known.has(id))].slice(0, BEST);
}

/** What somebody looked at before, as it is called now. What is gone is left out. */
export async function listVisited({
  visits,
  db = pool,
}: {
  visits: readonly Visit[];
  db?: typeof pool;
}): Promise<Pick<Found, "articles" | "claims">> {
  const idsOf = (kind: Visit["kind"]) => visits.filter((visit) => visit.kind === kind).map(({ id }) => id);
  const [articles, claims] = await Promise.all([
    db.article.findMany({
      where: { id: { in: idsOf("article") } },
      select: { id: true, title: true, publisher: true },
    }),
    db.claim.findMany({
      where: { id: { in: idsOf("claim") } },
      select: {
        id: true,
        statement: true,
        state: true,
        claimant: { select: { name: true } },
        article: { select: { title: true } },
      },
    }),
  ]);
  return {
    articles,
    claims: claims.map(({ article, claimant, ...claim }) => ({
      ...claim,
      claimantName: claimant?.name ?? null,
      articleTitle: article.title,
    })),
  };
}
