import type { WordsToFind } from "#lib/anchoring/find-quote.ts";

/** A claim as the marks on a page need it, read from its annotation. */
export type EmbeddedClaim = {
  /** 1, 2, 3 … in reading order. */
  number: number;
  statement: string;
  /** Null where no ratings are given. */
  rating: string | null;
  conclusion: string;
  /** Address of the check. */
  href: string;
  tone: string;
  newsroom: string;
  places: WordsToFind[];
};

type Json = { readonly [key: string]: unknown };

/**
 * The claims of an article's annotations. What is not as expected is left out: the page they are shown on is somebody
 * else's, and a script there must never fail.
 */
export function readClaims(document: unknown): EmbeddedClaim[] {
  const items = list(object(object(document).first).items);
  return items.flatMap((item, index) => claimOf(object(item), index + 1) ?? []);
}

function claimOf({ body, target, creator }: Json, number: number): EmbeddedClaim | null {
  const bodies = list(body).map(object);
  const said = (purpose: string) => text(bodies.find((each) => each.purpose === purpose)?.value);
  const href = text(bodies.find(({ purpose }) => purpose === "identifying")?.source);
  const [statement, conclusion] = [said("describing"), said("assessing")];
  // It is put into a link.
  if (statement === null || conclusion === null || href === null || !/^https?:/.test(href)) return null;
  const targets = list(target).map(object);
  return {
    number,
    statement,
    conclusion,
    href,
    rating: said("tagging"),
    tone: text(targets[0]?.styleClass) ?? "unverified",
    newsroom: text(object(creator).name) ?? "",
    places: targets.flatMap(wordsOf),
  };
}

function wordsOf({ selector }: Json): WordsToFind[] {
  const quote = list(selector)
    .map(object)
    .find(({ type }) => type === "TextQuoteSelector");
  const exact = text(quote?.exact);
  if (exact === null || exact.trim() === "") return [];
  return [{ exact, prefix: text(quote?.prefix) ?? "", suffix: text(quote?.suffix) ?? "" }];
}

const object = (value: unknown): Json => (typeof value === "object" && value !== null ? (value as Json) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
