import { FileBox } from "lucide-react";
import type { Metadata } from "next";
import { PackChecks } from "#components/insights/pack-checks.tsx";
import { PackMethod } from "#components/insights/pack-method.tsx";
import { RangePicker } from "#components/insights/range-picker.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { NextPage } from "#components/ui/pagination.tsx";
import { requireActor } from "#lib/auth/session.ts";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { loadPack, type Pack } from "#lib/insights/loaders.ts";
import { rangeQuery } from "#lib/insights/rules.ts";
import type { DateRange } from "#lib/insights/values.ts";
import { loadConventions } from "#lib/members/loaders.ts";

export async function generateMetadata(): Promise<Metadata> {
  await requireActor("insights.read");
  return { title: (await loadConventions()).words.insights.pack.title };
}

export default async function PackPage({ searchParams }: PageProps<"/desk/insights/pack">) {
  const pack = await loadPack(searchParams);
  const { range, today, checks, nextQuery, now, words, format, newsroom, siteUrl } = pack;
  const texts = words.insights.pack;
  return (
    <>
      <PageHeader
        title={texts.title}
        crumbs={[{ href: `/desk/insights?${rangeQuery(range)}`, label: words.insights.title }]}
        actions={
          <LinkButton href={`/desk/insights/pack/json?${rangeQuery(range)}`} prefetch={false} size="sm">
            {texts.json}
          </LinkButton>
        }
      />
      <div className="mx-auto grid max-w-3xl gap-8 px-4 py-6 desk:px-7 print:max-w-none print:p-0">
        <RangePicker path="/desk/insights/pack" range={range} today={today} words={words} />
        <div className="grid gap-3">
          <p className="font-serif text-lg/relaxed text-pretty">
            {leadOf(range, { words, format, newsroom: newsroom.name })}
          </p>
          <p className="text-sm text-muted">
            {fill(texts.made, { when: format.dateTime(now) })}{" "}
            <span className="print:hidden">{texts.print}</span>
          </p>
        </div>
        <Totals pack={pack} />
        <PackMethod {...pack} />
        <section aria-labelledby="pack-checks">
          <h2 id="pack-checks" className="mb-5 font-serif text-xl font-semibold">
            {texts.list}
          </h2>
          {checks.length > 0 ? (
            <PackChecks
              checks={checks}
              words={words}
              format={format}
              locale={newsroom.locale}
              siteUrl={siteUrl}
            />
          ) : (
            <EmptyState icon={<FileBox className="size-5" />} title={texts.none}>
              {texts.noneText}
            </EmptyState>
          )}
          {nextQuery && <NextPage href={`/desk/insights/pack?${nextQuery}`} label={texts.next} />}
        </section>
      </div>
    </>
  );
}

function leadOf(
  { from, to }: DateRange,
  { words, format, newsroom }: { words: Words; format: Format; newsroom: string },
): string {
  const { lead, leadAll } = words.insights.pack;
  const last = format.day(to);
  return from === null
    ? fill(leadAll, { newsroom, to: last })
    : fill(lead, { newsroom, from: format.day(from), to: last });
}

function Totals({ pack: { totals, words, format } }: { pack: Pack }) {
  const texts = words.insights.pack;
  const rows = [
    { label: texts.standing, count: totals.checks - totals.withdrawn },
    { label: texts.withdrawnCount, count: totals.withdrawn },
    { label: texts.correctionsCount, count: totals.corrections },
  ];
  return (
    <section aria-labelledby="pack-totals">
      <h2 id="pack-totals" className="font-serif text-xl font-semibold">
        {texts.totals}
      </h2>
      <dl className="mt-3 grid gap-3 sm:grid-cols-3">
        {rows.map(({ label, count }) => (
          <div
            key={label}
            className="flex flex-col-reverse justify-end rounded-lg border border-line bg-raised px-4 py-3"
          >
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="font-serif text-2xl font-semibold tabular-nums">{format.number(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
