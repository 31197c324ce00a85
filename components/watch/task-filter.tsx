"use client";

import { ChevronDown, X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import "#components/ui/filter-field.css";
import { plural } from "#lib/i18n/words.ts";
import { TASK_DAYS, TASK_FILTER_PARTS, type TaskFilter } from "#lib/watch/schema.ts";
import { FINDINGS } from "#lib/watch/values.ts";

type Choice = { value: string; label: string };

/** Which source tasks are shown. The address keeps it; without script a button sends the form there. */
export function TaskFilterFields({
  filter,
  choices,
}: {
  filter: TaskFilter;
  choices: Record<"articleId" | "sourceId", readonly Choice[]>;
}) {
  const { findings, filter: words } = useWords().watch;
  const locale = useLocale();
  const router = useRouter();

  function show(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const said = [...new FormData(event.currentTarget)].filter(([, value]) => value !== "");
    const query = new URLSearchParams(said.map(([name, value]) => [name, String(value)]));
    router.replace(`/desk/source-tasks?${query}`);
  }

  const waits = TASK_DAYS.map((days) => ({ value: days, label: plural(locale, words.days, Number(days)) }));
  const fields: [keyof TaskFilter, readonly Choice[]][] = [
    ["finding", FINDINGS.map((value) => ({ value, label: findings[value] }))],
    ["claims", [{ value: "published", label: words.publishedClaims }]],
    ["articleId", choices.articleId],
    ["sourceId", choices.sourceId],
    ["waiting", waits],
  ];
  const isFiltered = Object.values(filter).some((value) => value !== null);
  return (
    <form
      key={JSON.stringify(filter)}
      action="/desk/source-tasks"
      onSubmit={show}
      onChange={(event) => event.currentTarget.requestSubmit()}
      className="flex flex-wrap items-center gap-1.5"
    >
      <fieldset className="contents">
        <legend className="sr-only">{words.label}</legend>
        {fields.map(([part, options]) => (
          <FilterField key={part} part={part} value={filter[part]} options={options} />
        ))}
        <span className="hidden noscript:contents">
          <Button type="submit" size="sm">
            {words.show}
          </Button>
        </span>
      </fieldset>
      {isFiltered && (
        <Link
          href="/desk/source-tasks"
          prefetch={false}
          className="inline-flex min-h-7.5 items-center gap-1 rounded-sm px-1.5 text-sm text-accent pointer-coarse:min-h-11"
        >
          <X aria-hidden className="size-3.5" />
          {words.clear}
        </Link>
      )}
    </form>
  );
}

/** A choice that no task fits any more stays: the filter is in force all the same. */
function FilterField({
  part,
  value,
  options,
}: {
  part: keyof TaskFilter;
  value: string | null;
  options: readonly Choice[];
}) {
  const words = useWords().watch.filter;
  const isThere = value === null || options.some((option) => option.value === value);
  if (options.length === 0 && value === null) return null;
  return (
    <span className="filter-field">
      {/* What was chosen and is not there any more is another option now: the browser would choose none. */}
      <select
        key={String(isThere)}
        name={TASK_FILTER_PARTS[part]}
        aria-label={words.parts[part]}
        defaultValue={value ?? ""}
        data-on={value !== null || undefined}
      >
        <option value="">{words.any[part]}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
        {!isThere && <option value={value}>{words.gone}</option>}
      </select>
      <ChevronDown aria-hidden className="size-3.5" />
    </span>
  );
}
