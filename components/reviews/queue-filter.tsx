"use client";

import { ChevronDown, X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import "#components/ui/filter-field.css";
import { plural } from "#lib/i18n/words.ts";
import { FILTER_PARTS, isFiltered, type QueueFilter, WAITING_DAYS } from "#lib/queue/schema.ts";
import type { QueueView } from "#lib/queue/values.ts";

type Choice = { value: string; label: string };
export type Choices = Record<"articleId" | "topic" | "claimant" | "language", readonly Choice[]> & {
  members: readonly { id: string; name: string }[];
};

/** Which claims of a view are shown. The address keeps it; without script a button sends the form there. */
export function QueueFilterFields({
  view,
  filter,
  choices,
}: {
  view: QueueView;
  filter: QueueFilter;
  choices: Choices;
}) {
  const words = useWords().reviews.queue.filter;
  const locale = useLocale();
  const router = useRouter();

  function show(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const said = [...new FormData(event.currentTarget)].filter(([, value]) => value !== "");
    const query = new URLSearchParams(said.map(([name, value]) => [name, String(value)]));
    router.replace(`/desk/queue?${query}`);
  }

  const assignees = [
    { value: "me", label: words.me },
    { value: "nobody", label: words.nobody },
    ...choices.members.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const waits = WAITING_DAYS.map((days) => ({
    value: days,
    label: plural(locale, words.days, Number(days)),
  }));
  const fields: [keyof QueueFilter, readonly Choice[]][] = [
    ["articleId", choices.articleId],
    ["topic", choices.topic],
    ["claimant", choices.claimant],
    ["language", choices.language],
    ["waiting", waits],
    ["assignee", assignees],
  ];
  return (
    <form
      key={JSON.stringify(filter)}
      action="/desk/queue"
      onSubmit={show}
      onChange={(event) => event.currentTarget.requestSubmit()}
      className="scroll-x-quiet -mx-4 flex items-center gap-1.5 px-4 py-0.5 sm:mx-0 sm:flex-wrap sm:px-0"
    >
      <fieldset className="contents">
        <legend className="sr-only">{words.label}</legend>
        <input type="hidden" name="view" value={view} />
        {fields.map(([part, options]) => (
          <FilterField key={part} part={part} value={filter[part]} options={options} />
        ))}
        <span className="hidden noscript:contents">
          <Button type="submit" size="sm">
            {words.show}
          </Button>
        </span>
      </fieldset>
      {isFiltered(filter) && (
        <Link
          href={`/desk/queue?view=${view}`}
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

/** A choice that no claim fits any more stays: the filter is in force all the same. */
function FilterField({
  part,
  value,
  options,
}: {
  part: keyof QueueFilter;
  value: string | null;
  options: readonly Choice[];
}) {
  const words = useWords().reviews.queue.filter;
  const isThere = value === null || options.some((option) => option.value === value);
  if (options.length === 0 && value === null) return null;
  return (
    <span className="filter-field shrink-0">
      <select
        name={FILTER_PARTS[part]}
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
