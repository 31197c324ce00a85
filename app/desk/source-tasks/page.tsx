import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { FollowQueue } from "#components/live/follow-queue.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { NextPage } from "#components/ui/pagination.tsx";
import { FollowTasks } from "#components/watch/follow-tasks.tsx";
import { TaskFilterFields } from "#components/watch/task-filter.tsx";
import { TaskItem } from "#components/watch/task-item.tsx";
import { plural } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import type { SearchParams } from "#lib/search-params.ts";
import { loadTasks, type TaskView } from "#lib/watch/loaders.ts";
import { taskQuery } from "#lib/watch/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadConventions()).words.watch.title };
}

export default async function SourceTasksPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ items, next, actor, filter, choices, counts, now }, { words, format, newsroom }] =
    await Promise.all([loadTasks(searchParams), loadConventions()]);
  const conventions = { words, format, locale: newsroom.locale, now };
  const texts = words.watch;
  const query = taskQuery(filter);
  return (
    <>
      <PageHeader
        title={texts.title}
        meta={
          counts.all > 0 && (
            <span>
              {plural(newsroom.locale, texts.waiting, counts.all)}
              {counts.published > 0 &&
                words.common.comma + plural(newsroom.locale, texts.ofThemPublished, counts.published)}
            </span>
          )
        }
      />
      <FollowQueue />
      <FollowTasks count={counts.all} />
      <div className="mx-auto grid max-w-5xl gap-5 px-4 py-6 desk:px-7">
        {(counts.all > 0 || query !== "") && <TaskFilterFields filter={filter} choices={choices} />}
        {items.length > 0 ? (
          <>
            <p className="text-pretty text-muted">{texts.lead}</p>
            <div className="grid gap-8">
              {bySource(items).map(([first, ...others]) => (
                <div key={first.id} className="grid gap-3">
                  <h2 className="font-semibold text-balance wrap-anywhere" dir="auto">
                    <Link href={`/desk/sources/${first.source.id}`} prefetch={false}>
                      {first.source.title}
                    </Link>
                  </h2>
                  {[first, ...others].map((item) => (
                    <TaskItem key={item.id} item={item} actor={actor} {...conventions} />
                  ))}
                </div>
              ))}
            </div>
          </>
        ) : (
          <Nothing isFiltered={query !== "" && counts.all > 0} words={words} />
        )}
        {next && (
          <NextPage
            href={`/desk/source-tasks?${[query, `cursor=${next}`].filter(Boolean).join("&")}`}
            label={words.common.more}
          />
        )}
      </div>
    </>
  );
}

function Nothing({
  isFiltered,
  words,
}: { isFiltered: boolean } & Pick<Parameters<typeof TaskItem>[0], "words">) {
  const texts = words.watch;
  const [title, text, href, action] = isFiltered
    ? [texts.filter.none, texts.filter.noneText, "/desk/source-tasks", texts.filter.clear]
    : [texts.empty, texts.emptyText, "/desk/sources", texts.emptyAction];
  return (
    <EmptyState
      icon={<CircleCheck className="size-5" />}
      title={title}
      action={<LinkButton href={href}>{action}</LinkButton>}
    >
      {text}
    </EmptyState>
  );
}

type Group = [TaskView, ...TaskView[]];

/** Tasks of one source that follow one another: what was found at once. */
function bySource(items: readonly TaskView[]): Group[] {
  const groups: Group[] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group?.[0].source.id === item.source.id) group.push(item);
    else groups.push([item]);
  }
  return groups;
}
