import type { Metadata } from "next";
import { SelectClaims } from "#components/bulk/select-claims.tsx";
import { FollowQueue } from "#components/live/follow-queue.tsx";
import { QueueCount } from "#components/live/queue-count.tsx";
import { QueueEmpty } from "#components/reviews/queue-empty.tsx";
import { QueueFilterFields } from "#components/reviews/queue-filter.tsx";
import { QueueHelp } from "#components/reviews/queue-help.tsx";
import { QueueKeys } from "#components/reviews/queue-keys.tsx";
import { QueueList } from "#components/reviews/queue-list.tsx";
import { QueuePane } from "#components/reviews/queue-pane.tsx";
import { SavedViews } from "#components/reviews/saved-views.tsx";
import { TakeNext } from "#components/reviews/take-next.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { NextPage } from "#components/ui/pagination.tsx";
import { TabLinks } from "#components/ui/tabs.tsx";
import { may } from "#lib/auth/policy.ts";
import { bulkActsOf } from "#lib/bulk/rules.ts";
import { findClaim } from "#lib/claims/loaders.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadRepairCounts } from "#lib/passages/loaders.ts";
import { loadQueue } from "#lib/queue/loaders.ts";
import { filterOnly, isFiltered, queueQuery } from "#lib/queue/schema.ts";
import { firstOf } from "#lib/search-params.ts";
import { loadTipCount } from "#lib/tips/loaders.ts";
import { loadViews } from "#lib/views/loaders.ts";
import { loadTaskCounts } from "#lib/watch/loaders.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadConventions()).words.reviews.queue.title };
}

/** In this order, whatever the order of the views elsewhere. */
const TABS = ["mine", "next", "second", "adjudication", "ready", "overdue", "snoozed", "all"] as const;

export default async function QueuePage({ searchParams }: PageProps<"/desk/queue">) {
  const [queue, views, repairs, tasks, tips, params, { words, format, newsroom }] = await Promise.all([
    loadQueue(searchParams),
    loadViews(),
    loadRepairCounts(),
    loadTaskCounts(),
    loadTipCount(),
    searchParams,
    loadConventions(),
  ]);
  const { actor, view, filter, choices, items, next, counts, now } = queue;
  const query = queueQuery({ view, filter });
  const filterQuery = filterOnly(filter);
  const texts = words.reviews.queue;
  const acts = bulkActsOf(actor).filter((act) => (act === "publish") === (view === "ready"));
  const conventions = { words, format, locale: newsroom.locale, now };
  const chosenId = firstOf(params.claim) ?? items[0]?.claimId ?? null;
  const chosen = chosenId === null ? null : await findClaim(chosenId);
  return (
    <div className={chosen ? "wide:grid wide:h-dvh wide:grid-rows-[auto_minmax(0,1fr)]" : undefined}>
      <PageHeader
        title={texts.title}
        meta={<QueueHelp />}
        actions={may(actor, "review.take") && <TakeNext id="take-next" />}
      />
      <FollowQueue />
      <div
        className={
          chosen
            ? "wide:grid wide:min-h-0 wide:grid-cols-[clamp(24rem,37vw,33rem)_minmax(0,1fr)] wide:grid-rows-[minmax(0,1fr)]"
            : undefined
        }
      >
        {/* Each half scrolls by itself, and holds what is only for screen readers: it would lengthen the page. */}
        <div
          className={
            chosen ? "min-w-0 wide:relative wide:overflow-y-auto wide:border-e wide:border-line" : "min-w-0"
          }
        >
          <div className="border-b border-line bg-paper px-3 py-1 wide:sticky wide:top-0 wide:z-10">
            <TabLinks
              label={texts.viewsLabel}
              tabs={[
                ...TABS.filter((tab) => tab !== "snoozed" || tab === view || counts[tab] > 0).map((tab) => ({
                  href: `/desk/queue?${queueQuery({ view: tab, filter })}`,
                  label: texts.views[tab],
                  count: <QueueCount view={tab} query={filterQuery} initial={counts[tab]} />,
                  current: tab === view,
                })),
                { href: "/desk/repairs", label: texts.views.repairs, count: repairs.all, current: false },
                {
                  href: "/desk/source-tasks",
                  label: texts.views.sourceTasks,
                  count: <QueueCount view="sourceTasks" query={filterQuery} initial={tasks.all} />,
                  current: false,
                },
                {
                  href: "/desk/tips",
                  label: texts.views.tips,
                  count: <QueueCount view="tips" query={filterQuery} initial={tips} />,
                  current: false,
                },
              ]}
            />
          </div>
          <div className="grid gap-2 border-b border-line px-4 py-2.5">
            <QueueFilterFields
              view={view}
              filter={filter}
              choices={{ ...choices, language: languagesOf(choices.language, newsroom.locale) }}
            />
            <SavedViews views={views} query={query} />
          </div>
          <QueueKeys>
            {items.length > 0 ? (
              <SelectClaims acts={acts} shown={items.length} back={query}>
                <QueueList items={items} chosenId={chosenId} canSelect={acts.length > 0} {...conventions} />
              </SelectClaims>
            ) : (
              <QueueEmpty view={view} isFiltered={isFiltered(filter)} words={words} />
            )}
          </QueueKeys>
          {next && <NextPage href={`/desk/queue?${query}&cursor=${next}`} label={words.common.more} />}
        </div>
        {chosen && (
          <section
            key={chosenId}
            aria-label={texts.paneLabel}
            className="relative hidden min-w-0 wide:block wide:overflow-y-auto"
          >
            <QueuePane {...chosen} {...conventions} />
          </section>
        )}
      </div>
    </div>
  );
}

/** Languages by their names in the newsroom's own. */
function languagesOf(tags: readonly string[], locale: string) {
  const names = new Intl.DisplayNames(locale, { type: "language" });
  return tags.map((value) => ({ value, label: names.of(value) ?? value }));
}
