import { Rss } from "lucide-react";
import type { Metadata } from "next";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { loadFeeds } from "#lib/feeds/loaders.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { AddFeedForm } from "./_components/add-feed-form.tsx";
import { FeedList } from "./_components/feed-list.tsx";
import { IncomingList } from "./_components/incoming-list.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await loadFeeds();
  return { title: (await loadConventions()).words.connections.feeds.title };
}

/** What came from watched feeds, and the feeds themselves. */
export default async function FeedsPage() {
  const [{ feeds, incoming, mayEdit }, { words, format, newsroom }] = await Promise.all([
    loadFeeds(),
    loadConventions(),
  ]);
  const texts = words.connections.feeds;
  return (
    <>
      <PageHeader title={texts.title} />
      <div className="max-w-3xl space-y-12 px-4 py-7 desk:px-7">
        {feeds.length === 0 && incoming.length === 0 ? (
          <EmptyState title={texts.emptyTitle} icon={<Rss className="size-5" />}>
            {mayEdit ? texts.empty : texts.emptyForOthers}
          </EmptyState>
        ) : (
          <section aria-labelledby="incoming">
            <h2 id="incoming" className="mb-3 text-lg font-semibold">
              {texts.incoming}
            </h2>
            {incoming.length === 0 ? (
              <p className="text-muted">{texts.nothingIncoming}</p>
            ) : (
              <IncomingList incoming={incoming} words={words} format={format} />
            )}
          </section>
        )}
        {feeds.length > 0 && (
          <section aria-labelledby="feeds">
            <h2 id="feeds" className="mb-3 text-lg font-semibold">
              {texts.watched}
            </h2>
            <FeedList
              feeds={feeds}
              mayEdit={mayEdit}
              words={words}
              format={format}
              locale={newsroom.locale}
            />
          </section>
        )}
        {mayEdit && <AddFeedForm />}
      </div>
    </>
  );
}
