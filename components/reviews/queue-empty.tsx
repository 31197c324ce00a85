import { ListChecks } from "lucide-react";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Words } from "#lib/i18n/words.ts";
import type { QueueView } from "#lib/queue/values.ts";

/** What will stand in an empty view of the queue, and where to go meanwhile. */
export function QueueEmpty({
  view,
  isFiltered,
  words,
}: {
  view: QueueView;
  isFiltered: boolean;
  words: Words;
}) {
  const texts = words.reviews.queue;
  if (isFiltered) {
    return (
      <EmptyState
        icon={<ListChecks className="size-5" />}
        title={texts.filter.none}
        action={<LinkButton href={`/desk/queue?view=${view}`}>{texts.filter.clear}</LinkButton>}
      >
        {texts.filter.noneText}
      </EmptyState>
    );
  }
  const { title, text } = texts.empty[view];
  const way = WAYS[view];
  return (
    <EmptyState
      icon={<ListChecks className="size-5" />}
      title={title}
      action={<LinkButton href={way.href}>{texts.emptyAction[way.label]}</LinkButton>}
    >
      {text}
    </EmptyState>
  );
}

const WHOLE = { href: "/desk/queue?view=all", label: "other" } as const;

const WAYS = {
  mine: { href: "/desk/queue?view=next", label: "mine" },
  next: WHOLE,
  second: WHOLE,
  adjudication: WHOLE,
  ready: WHOLE,
  overdue: WHOLE,
  snoozed: WHOLE,
  all: { href: "/desk/articles", label: "all" },
} as const satisfies Record<QueueView, { href: string; label: "mine" | "other" | "all" }>;
