import { searchWords } from "#lib/db/search.ts";
import { TONES, type Tone } from "./values.ts";

/** What the public list is asked for. A day is `YYYY-MM-DD`, of the newsroom, both ends in the range. */
export type ListFilter = {
  /** As it was typed; empty when nothing is searched for. */
  search: string;
  verdict: Tone | null;
  /** Slugs, the publisher's name, and the first part of a BCP 47 tag. */
  topic: string | null;
  claimant: string | null;
  publisher: string | null;
  language: string | null;
  from: string | null;
  to: string | null;
  /** By relevance only where something is searched for. */
  order: "relevance" | "date";
};

/** The parts of a filter that a claim has or has not; each is a parameter of that name. */
export const FILTER_KINDS = ["verdict", "topic", "claimant", "publisher", "language"] as const;
export type FilterKind = (typeof FILTER_KINDS)[number];

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** Names are no longer. */
const LONGEST = 300;

/** What an address asks for. What makes no sense is left out, as if it had not been there. */
export function listFilter(params: Parameters): ListFilter {
  const value = (name: string) => {
    const given = params[name];
    return searchWords(Array.isArray(given) ? given[0] : given, LONGEST);
  };
  const search = searchWords(value("q") ?? "") ?? "";
  const days = [dayOf(value("from")), dayOf(value("to"))] as const;
  const isTurned = days[0] !== null && days[1] !== null && days[0] > days[1];
  const [from, to] = isTurned ? [days[1], days[0]] : days;
  const language = value("language");
  return {
    search,
    verdict: TONES.find((tone) => tone === value("verdict")) ?? null,
    topic: value("topic"),
    claimant: value("claimant"),
    publisher: value("publisher"),
    language: language !== null && /^[a-z]{2,3}$/.test(language) ? language : null,
    from,
    to,
    order: search === "" || value("sort") === "date" ? "date" : "relevance",
  };
}

/** A day that there is, in years with four digits. */
function dayOf(value: string | null): string | null {
  if (value === null || !/^[12]\d{3}-\d{2}-\d{2}$/.test(value)) return null;
  const time = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value ? null : value;
}

/** What of it narrows the list down, apart from words and days: `kind:value`, as the search table has it. */
export function filterMarks(filter: ListFilter): string[] {
  return FILTER_KINDS.flatMap((kind) => (filter[kind] === null ? [] : [`${kind}:${filter[kind]}`]));
}

/** Whether it asks for anything but the whole list. */
export function isNarrowed(filter: ListFilter): boolean {
  return filter.search !== "" || filterMarks(filter).length > 0 || filter.from !== null || filter.to !== null;
}

/** The list's query, its parameters in the one order they are kept by (lib/delivery/addresses.ts). */
export function listQuery(filter: Partial<ListFilter>, cursor?: string | null): string {
  const { search, verdict, topic, claimant, publisher, language, from, to, order } = filter;
  const sort = search && order === "date" ? "date" : null;
  const query = new URLSearchParams();
  const asked = { q: search, verdict, topic, claimant, publisher, language, from, to, sort, cursor };
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  return query.toString();
}

/** Where the list is that a filter asks for; `path` for its files. */
export function listAddress(filter: Partial<ListFilter>, cursor?: string | null, path = "/claims"): string {
  const query = listQuery(filter, cursor);
  return query === "" ? path : `${path}?${query}`;
}
