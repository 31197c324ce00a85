import { MailQuestion } from "lucide-react";
import type { Metadata } from "next";
import { FollowQueue } from "#components/live/follow-queue.tsx";
import { FollowTips } from "#components/tips/follow-tips.tsx";
import { TipCard } from "#components/tips/tip-card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { NextPage } from "#components/ui/pagination.tsx";
import { TabLinks } from "#components/ui/tabs.tsx";
import { plural } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadTips } from "#lib/tips/loaders.ts";
import { tipQuery } from "#lib/tips/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadConventions()).words.tips.title };
}

export default async function TipsPage({ searchParams }: PageProps<"/desk/tips">) {
  const [tips, { words, format, newsroom }] = await Promise.all([loadTips(searchParams), loadConventions()]);
  const { items, next, filter, kinds, counts, now, ...about } = tips;
  const texts = words.tips;
  const waiting = counts.error + counts.claim;
  const { isSettled, kind } = filter;
  const conventions = { words, format, locale: newsroom.locale, now };
  return (
    <>
      <PageHeader
        title={texts.title}
        meta={waiting > 0 && <span>{plural(newsroom.locale, texts.waiting, waiting)}</span>}
      />
      <FollowQueue />
      <FollowTips count={waiting} />
      <div className="border-b border-line px-3 py-1 desk:px-6">
        <TabLinks
          label={texts.views.label}
          tabs={[
            {
              href: "/desk/tips",
              label: texts.views.open,
              count: waiting,
              current: !isSettled && kind === null,
            },
            ...(kinds.length > 1 ? kinds : []).map((each) => ({
              href: `/desk/tips${tipQuery({ isSettled: false, kind: each })}`,
              label: texts.views[each],
              count: counts[each],
              current: !isSettled && kind === each,
            })),
            {
              href: `/desk/tips${tipQuery({ isSettled: true, kind: null })}`,
              label: texts.views.settled,
              current: isSettled,
            },
          ]}
        />
      </div>
      <div className="mx-auto grid max-w-4xl gap-4 px-4 py-6 desk:px-7">
        {items.length > 0 ? (
          <>
            {!isSettled && <p className="text-pretty text-muted">{texts.lead}</p>}
            {items.map((item) => (
              <TipCard
                key={item.id}
                item={item}
                contactDays={newsroom.contactDays}
                {...about}
                {...conventions}
              />
            ))}
          </>
        ) : (
          <EmptyState
            icon={<MailQuestion className="size-5" />}
            title={isSettled ? texts.emptySettled : texts.empty}
          >
            {isSettled ? texts.emptySettledText : texts.emptyText}
          </EmptyState>
        )}
        {next && <NextPage href={`/desk/tips${tipQuery(filter, next)}`} label={words.common.more} />}
      </div>
    </>
  );
}
