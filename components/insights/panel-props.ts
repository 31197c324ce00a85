import type { Insights } from "#lib/insights/loaders.ts";
import { rangeQuery } from "#lib/insights/rules.ts";
import type { TableKey } from "#lib/insights/values.ts";

type Texts = { title: string; none: string; noneText: string };

/** What a panel needs besides its chart. */
export function panelProps(
  { tables, range, words, format }: Insights,
  key: TableKey,
  { title, none, noneText }: Texts,
  isEmpty: boolean,
) {
  const empty = isEmpty ? { title: none, text: noneText } : null;
  return { title, table: tables[key], query: rangeQuery(range), empty, words, format };
}
