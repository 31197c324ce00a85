import type { Metadata } from "next";
import { QueueEmpty } from "#components/reviews/queue-empty.tsx";
import { QueueHelp } from "#components/reviews/queue-help.tsx";
import { QueueKeys } from "#components/reviews/queue-keys.tsx";
import { QueueList } from "#components/reviews/queue-list.tsx";
import { QueuePane } from "#components/reviews/queue-pane.tsx";
import { TakeNext } from "#components/reviews/take-next.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { NextPage } from "#components/ui/pagination.tsx";
import { TabLinks } from "#components/ui/tabs.tsx";
import { may } from "#lib/auth/policy.ts";
import { findClaim } from "#lib/claims/loaders.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadQueue } from "#lib/queue/loaders.ts";
import { firstOf } from "#lib/search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadConventions()).words.reviews.queue.title };
}

/** In this order, whatever the order of the views elsewhere. */
const TABS = ["mine", "next", "second", "adjudication", "ready", "overdue", "all"] as const;

export default async function QueuePage({ searchParams }: PageProps<"/desk/queue">) {
  const [queue, params, { words, format, newsroom }] = await Promise.all([
    loadQueue(searchParams),
    searchParams,
    loadConventions(),
  ]);
  const { actor, view, items, next, counts, now } = queue;
  const texts = words.reviews.queue;
  const conventions = { words, format, locale: newsroom.locale, now };
  const chosenId = firstOf(params.claim) ?? items[0]?.claimId ?? null;
  const chosen = chosenId === null ? null : await findClaim(chosenId);
  return (
    <>
      <PageHeader
        title={texts.title}
        meta={<QueueHelp />}
        actions={may(actor, "review.take") && <TakeNext id="take-next" />}
      />
      <div
        className={
          chosen
            ? "wide:grid wide:h-[calc(100dvh-var(--header-height))] wide:grid-cols-[clamp(24rem,37vw,33rem)_minmax(0,1fr)]"
            : undefined
        }
      >
        <div className={chosen ? "min-w-0 wide:overflow-y-auto wide:border-e wide:border-line" : "min-w-0"}>
          <div className="border-b border-line bg-paper px-3 py-1 wide:sticky wide:top-0 wide:z-10">
            <TabLinks
              label={texts.viewsLabel}
              tabs={TABS.map((tab) => ({
                href: `/desk/queue?view=${tab}`,
                label: texts.views[tab],
                count: counts[tab],
                current: tab === view,
              }))}
            />
          </div>
          <QueueKeys>
            {items.length > 0 ? (
              <QueueList items={items} chosenId={chosenId} {...conventions} />
            ) : (
              <QueueEmpty view={view} words={words} />
            )}
          </QueueKeys>
          {next && <NextPage href={`/desk/queue?view=${view}&cursor=${next}`} label={words.common.more} />}
        </div>
        {chosen && (
          <section
            key={chosenId}
            aria-label={texts.paneLabel}
            className="hidden min-w-0 wide:block wide:overflow-y-auto"
          >
            <QueuePane {...chosen} {...conventions} />
          </section>
        )}
      </div>
    </>
  );
}
