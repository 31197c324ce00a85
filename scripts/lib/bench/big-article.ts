import { db } from "#lib/db/client.ts";
import type { MadeArticle } from "#lib/testing/factories.ts";

const WORDS =
  "the council said that prices for water rose by nine per cent last year while wages in the region fell and more people than ever moved to towns along the coast where rents had doubled since".split(
    " ",
  );

/** Paragraphs of made-up sentences, about `length` UTF-16 code units. */
export function bigText(length: number, random: () => number): string {
  const pick = () => WORDS[Math.floor(random() * WORDS.length)] ?? "";
  const sentence = () => {
    const words = Array.from({ length: 8 + Math.floor(random() * 14) }, pick).join(" ");
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  const paragraphs: string[] = [];
  for (let size = 0; size < length; size += (paragraphs.at(-1)?.length ?? 0) + 2) {
    paragraphs.push(Array.from({ length: 3 + Math.floor(random() * 4) }, sentence).join(" "));
  }
  return paragraphs.join("\n\n");
}

export type MadeSpan = { start: number; end: number };

/** Stretches of 20 to 180 code units that begin and end at words, anywhere in the text: they overlap and nest. */
export function manySpans(text: string, count: number, random: () => number): MadeSpan[] {
  const edges = [...text.matchAll(/\b\w/g)].map(({ index }) => index);
  return Array.from({ length: count }, () => {
    const at = Math.floor(random() * (edges.length - 40));
    const start = edges[at] ?? 0;
    const upTo = edges[at + 4 + Math.floor(random() * 26)] ?? start + 20;
    return { start, end: start + text.slice(start, upTo).trimEnd().length };
  });
}

/** Drafts on all of these, set in two statements. */
export async function insertClaims(article: MadeArticle, authorId: string, spans: readonly MadeSpan[]) {
  const numbers = spans.map((_, index) => index + 1);
  const starts = spans.map(({ start }) => start);
  const ends = spans.map(({ end }) => end);
  const quotes = spans.map(({ start, end }) => article.text.slice(start, end));
  await db.$executeRaw`
    INSERT INTO claims (id, slug, article_id, number, statement, author_id, updated_at)
    SELECT uuidv7(), ${article.slug} || '-claim-' || n, ${article.id}::uuid, n, quote, ${authorId}::uuid, now()
    FROM unnest(${numbers}::int[], ${quotes}::text[]) AS given (n, quote)`;
  await db.$executeRaw`
    INSERT INTO passages (id, claim_id, revision_id, start_offset, end_offset, quote, chosen_quote, prefix, suffix)
    SELECT uuidv7(), claims.id, ${article.revisionId}::uuid, s, e, quote, quote, '', ''
    FROM unnest(${numbers}::int[], ${starts}::int[], ${ends}::int[], ${quotes}::text[]) AS given (n, s, e, quote)
    JOIN claims ON claims.article_id = ${article.id}::uuid AND claims.number = n`;
  await db.$executeRaw`UPDATE articles SET claims_made = ${spans.length} WHERE id = ${article.id}::uuid`;
}
