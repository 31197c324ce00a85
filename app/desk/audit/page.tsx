import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { NextPage } from "#components/ui/pagination.tsx";
import { loadAudit } from "#lib/history/loaders.ts";
import { FILE_MOST } from "#lib/history/values.ts";
import { fill } from "#lib/i18n/words.ts";
import { AuditFilter } from "./_components/audit-filter.tsx";
import { ChainStanding } from "./_components/chain-standing.tsx";
import { EventList } from "./_components/event-list.tsx";
import { VerifiedState } from "./_components/verified-state.tsx";

type Props = PageProps<"/desk/audit">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: (await loadAudit(searchParams)).words.audit.title };
}

/** Everything that was done at the desk. */
export default async function AuditPage({ searchParams }: Props) {
  const page = await loadAudit(searchParams);
  const { words, format, newsroom, query, events, next, standing } = page;
  const texts = words.audit;
  const file = (name: string) => `/desk/audit/${name}?${new URLSearchParams(query)}`;
  return (
    <>
      <PageHeader
        title={texts.title}
        actions={
          <>
            <LinkButton href={file("events.csv")} prefetch={false} size="sm">
              {texts.csv}
            </LinkButton>
            <LinkButton href={file("events.json")} prefetch={false} size="sm">
              {texts.json}
            </LinkButton>
          </>
        }
      />
      <div className="max-w-4xl space-y-6 px-4 py-5 desk:px-7">
        <p className="text-pretty text-muted">{texts.intro}</p>
        <VerifiedState page={page} />
        <ChainStanding standing={standing} words={texts} locale={newsroom.locale} format={format} />
        <AuditFilter page={page} />
        {events.length === 0 ? (
          <EmptyState title={texts.empty} icon={<ScrollText className="size-5" />} />
        ) : (
          <EventList events={events} query={query} words={words} format={format} locale={newsroom.locale} />
        )}
        <p className="text-sm text-muted">{fill(texts.most, { count: format.number(FILE_MOST) })}</p>
        {next && (
          <NextPage
            href={`/desk/audit?${new URLSearchParams({ ...query, cursor: next })}`}
            label={texts.more}
          />
        )}
      </div>
    </>
  );
}
