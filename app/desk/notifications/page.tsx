import { BellOff, Settings } from "lucide-react";
import type { Metadata } from "next";
import { NotificationList } from "#components/notifications/notification-list.tsx";
import { ReadAll } from "#components/notifications/read-forms.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { NextPage } from "#components/ui/pagination.tsx";
import { TabLinks } from "#components/ui/tabs.tsx";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadNotifications } from "#lib/notifications/loaders.ts";
import type { SearchParams } from "#lib/search-params.ts";

const PATH = "/desk/notifications";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadConventions()).words.notifications.title };
}

export default async function NotificationsPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ items, next, view, unread, now }, { words, format }] = await Promise.all([
    loadNotifications(searchParams),
    loadConventions(),
  ]);
  const texts = words.notifications;
  const isAll = view === "all";
  return (
    <>
      <PageHeader
        title={texts.title}
        actions={
          <>
            {unread > 0 && <ReadAll until={now} />}
            <LinkButton size="sm" href={`${PATH}/settings`}>
              <Settings aria-hidden className="size-4" />
              {texts.settings}
            </LinkButton>
          </>
        }
      />
      <div className="mx-auto max-w-3xl px-4 py-6 desk:px-7">
        <TabLinks
          label={texts.views.label}
          tabs={[
            { href: PATH, label: texts.views.unread, count: unread, current: !isAll },
            { href: `${PATH}?view=all`, label: texts.views.all, current: isAll },
          ]}
        />
        {items.length > 0 ? (
          <NotificationList items={items} words={words} format={format} now={now} />
        ) : (
          <EmptyState
            icon={<BellOff className="size-5" />}
            title={isAll ? texts.emptyAll : texts.empty}
            action={isAll || <LinkButton href={`${PATH}?view=all`}>{texts.showAll}</LinkButton>}
          >
            {texts.emptyText}
          </EmptyState>
        )}
        {next && (
          <NextPage href={`${PATH}?${isAll ? "view=all&" : ""}cursor=${next}`} label={words.common.more} />
        )}
      </div>
    </>
  );
}
