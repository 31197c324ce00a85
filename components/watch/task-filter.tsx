"use client";

import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { type FilterChoice, FilterForm } from "#components/ui/filter-form.tsx";
import { plural } from "#lib/i18n/words.ts";
import { TASK_DAYS, TASK_FILTER_PARTS, type TaskFilter } from "#lib/watch/schema.ts";
import { FINDINGS } from "#lib/watch/values.ts";

/** Which source tasks are shown. */
export function TaskFilterFields({
  filter,
  choices,
}: {
  filter: TaskFilter;
  choices: Record<"articleId" | "sourceId", readonly FilterChoice[]>;
}) {
  const { findings, filter: words } = useWords().watch;
  const locale = useLocale();
  const waits = TASK_DAYS.map((days) => ({ value: days, label: plural(locale, words.days, Number(days)) }));
  const fields: [keyof TaskFilter, readonly FilterChoice[]][] = [
    ["finding", FINDINGS.map((value) => ({ value, label: findings[value] }))],
    ["claims", [{ value: "published", label: words.publishedClaims }]],
    ["articleId", choices.articleId],
    ["sourceId", choices.sourceId],
    ["waiting", waits],
  ];
  const isFiltered = Object.values(filter).some((value) => value !== null);
  return (
    <FilterForm
      action="/desk/source-tasks"
      words={words}
      clearHref={isFiltered ? "/desk/source-tasks" : null}
      className="flex flex-wrap items-center gap-1.5"
      parts={fields.map(([part, options]) => ({
        name: TASK_FILTER_PARTS[part],
        label: words.parts[part],
        any: words.any[part],
        gone: words.gone,
        value: filter[part],
        options,
      }))}
    />
  );
}
