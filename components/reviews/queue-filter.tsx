"use client";

import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { type FilterChoice, FilterForm } from "#components/ui/filter-form.tsx";
import { plural } from "#lib/i18n/words.ts";
import { FILTER_PARTS, isFiltered, type QueueFilter, WAITING_DAYS } from "#lib/queue/schema.ts";
import type { QueueView } from "#lib/queue/values.ts";

export type Choices = Record<"articleId" | "topic" | "claimant" | "language", readonly FilterChoice[]> & {
  members: readonly { id: string; name: string }[];
};

/** Which claims of a view are shown. */
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
  const assignees = [
    { value: "me", label: words.me },
    { value: "nobody", label: words.nobody },
    ...choices.members.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const waits = WAITING_DAYS.map((days) => ({
    value: days,
    label: plural(locale, words.days, Number(days)),
  }));
  const fields: [keyof QueueFilter, readonly FilterChoice[]][] = [
    ["articleId", choices.articleId],
    ["topic", choices.topic],
    ["claimant", choices.claimant],
    ["language", choices.language],
    ["waiting", waits],
    ["assignee", assignees],
  ];
  return (
    <FilterForm
      action="/desk/queue"
      words={words}
      clearHref={isFiltered(filter) ? `/desk/queue?view=${view}` : null}
      className="scroll-x-quiet -mx-4 flex items-center gap-1.5 px-4 py-0.5 sm:mx-0 sm:flex-wrap sm:px-0 [&_.filter-field]:shrink-0"
      parts={fields.map(([part, options]) => ({
        name: FILTER_PARTS[part],
        label: words.parts[part],
        any: words.any[part],
        gone: words.gone,
        value: filter[part],
        options,
      }))}
    >
      <input type="hidden" name="view" value={view} />
    </FilterForm>
  );
}
