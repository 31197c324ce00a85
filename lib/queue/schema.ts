import { choice, isId, languageTag } from "#lib/input.ts";
import { firstOf } from "#lib/search-params.ts";
import { QUEUE_VIEWS, type QueueView } from "./values.ts";

/** Days that something may be asked to have waited. */
export const WAITING_DAYS = ["1", "3", "7", "30"] as const;

/** Which claims of a view are shown. Null: all. */
export type QueueFilter = {
  articleId: string | null;
  /** Slugs. */
  topic: string | null;
  claimant: string | null;
  /** BCP 47, of the article. */
  language: string | null;
  /** Days it has waited at least. */
  waiting: (typeof WAITING_DAYS)[number] | null;
  /** A member's id, `me`, or `nobody` in particular. */
  assignee: string | null;
};

/** The name each part has in an address. */
export const FILTER_PARTS = {
  articleId: "article",
  topic: "topic",
  claimant: "claimant",
  language: "language",
  waiting: "waiting",
  assignee: "assignee",
} as const satisfies Record<keyof QueueFilter, string>;

const SLUG = 200;
const parts: Record<keyof QueueFilter, (value: string) => boolean> = {
  articleId: isId,
  topic: (value) => value.length <= SLUG,
  claimant: (value) => value.length <= SLUG,
  language: (value) => languageTag.safeParse(value).success,
  waiting: (value) => choice(WAITING_DAYS).safeParse(value).success,
  assignee: (value) => value === "me" || value === "nobody" || isId(value),
};

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** What an address says. What cannot mean anything counts as not said. */
export function queueFilter(params: Params): QueueFilter {
  const said = Object.entries(FILTER_PARTS).map(([part, name]) => {
    const value = firstOf(params[name])?.replaceAll("\0", "") || undefined;
    const means = value !== undefined && parts[part as keyof QueueFilter](value);
    return [part, means ? value : null];
  });
  return Object.fromEntries(said) as QueueFilter;
}

/** The view an address names; undefined when it names none. */
export function queueView(params: Params): QueueView | undefined {
  return QUEUE_VIEWS.find((view) => view === firstOf(params.view));
}

/** View and filter as the query of an address, without its question mark; always in the same order. */
export function queueQuery({ view, filter }: { view: QueueView; filter: QueueFilter }): string {
  return [`view=${view}`, filterOnly(filter)].filter(Boolean).join("&");
}

/** The filter's part of it; empty when everything is shown. */
export function filterOnly(filter: QueueFilter): string {
  const query = new URLSearchParams();
  for (const [part, name] of Object.entries(FILTER_PARTS)) {
    const value = filter[part as keyof QueueFilter];
    if (value !== null) query.set(name, value);
  }
  return query.toString();
}

export const isFiltered = (filter: QueueFilter): boolean =>
  Object.values(filter).some((value) => value !== null);
