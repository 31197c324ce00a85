import { z } from "zod";
import { choice, id, isId, text } from "#lib/input.ts";
import { firstOf } from "#lib/search-params.ts";
import { FINDINGS, type Finding, MAX_TASK_REASON } from "./values.ts";

export const sourceIdInput = z.strictObject({ sourceId: id });
export const taskIdInput = z.strictObject({ taskId: id });
export const letStandInput = z.strictObject({ taskId: id, reason: text(MAX_TASK_REASON) });
export type LetStandInput = z.infer<typeof letStandInput>;

/** Days that something may be asked to have waited. */
export const TASK_DAYS = ["1", "3", "7", "30"] as const;

/** Which source tasks are shown. Null: all. */
export type TaskFilter = {
  finding: Finding | null;
  /** `published`: of claims that readers see. */
  claims: "published" | null;
  articleId: string | null;
  sourceId: string | null;
  /** Days it has waited at least. */
  waiting: (typeof TASK_DAYS)[number] | null;
};

/** The name each part has in an address. */
export const TASK_FILTER_PARTS = {
  finding: "finding",
  claims: "claims",
  articleId: "article",
  sourceId: "source",
  waiting: "waiting",
} as const satisfies Record<keyof TaskFilter, string>;

const parts: Record<keyof TaskFilter, (value: string) => boolean> = {
  finding: (value) => choice(FINDINGS).safeParse(value).success,
  claims: (value) => value === "published",
  articleId: isId,
  sourceId: isId,
  waiting: (value) => choice(TASK_DAYS).safeParse(value).success,
};

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** What an address says. What cannot mean anything counts as not said. */
export function taskFilter(params: Params): TaskFilter {
  const said = Object.entries(TASK_FILTER_PARTS).map(([part, name]) => {
    const value = firstOf(params[name]);
    const means = value !== undefined && parts[part as keyof TaskFilter](value);
    return [part, means ? value : null];
  });
  return Object.fromEntries(said) as TaskFilter;
}

/** The filter as the query of an address, without its question mark; empty when everything is shown. */
export function taskQuery(filter: TaskFilter): string {
  const query = new URLSearchParams();
  for (const [part, name] of Object.entries(TASK_FILTER_PARTS)) {
    const value = filter[part as keyof TaskFilter];
    if (value !== null) query.set(name, value);
  }
  return query.toString();
}
