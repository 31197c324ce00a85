import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { RepairCounts } from "#components/passages/repair-counts.tsx";
import { RepairHelp } from "#components/passages/repair-help.tsx";
import { RepairKeys } from "#components/passages/repair-keys.tsx";
import { RepairList } from "#components/passages/repair-list.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { NextPage } from "#components/ui/pagination.tsx";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadRepairs, type RepairView } from "#lib/passages/loaders.ts";
import type { SearchParams } from "#lib/search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadConventions()).words.passages.title };
}

export default async function RepairsPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ items, next, counts }, { words, format, newsroom }] = await Promise.all([
    loadRepairs(searchParams),
    loadConventions(),
  ]);
  const conventions = { words, format, locale: newsroom.locale, now: new Date() };
  const texts = words.passages;
  return (
    <>
      <PageHeader
        title={texts.title}
        meta={counts.all > 0 && <RepairCounts counts={counts} {...conventions} />}
        actions={items.length > 0 && <RepairHelp />}
      />
      <div className="mx-auto max-w-5xl px-4 py-6 desk:px-7">
        <RepairKeys ids={items.map(({ passageId }) => passageId)}>
          {items.length > 0 ? (
            <div className="grid gap-8">
              <p className="-mb-4 text-pretty text-muted">{texts.deskLead}</p>
              {byArticle(items).map(([first, ...others]) => (
                <section key={first.passageId} aria-labelledby={`article-${first.passageId}`}>
                  <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                    <h2
                      id={`article-${first.passageId}`}
                      className="min-w-0 font-serif text-lg font-semibold text-balance wrap-anywhere"
                      dir="auto"
                    >
                      {first.article.title}
                    </h2>
                    <Link
                      href={`/desk/articles/${first.article.id}/repairs`}
                      className="tap text-sm text-accent"
                    >
                      {texts.open}
                    </Link>
                  </div>
                  <RepairList items={[first, ...others]} headingLevel={3} {...conventions} />
                </section>
              ))}
            </div>
          ) : (
            <EmptyState
              icon={<CircleCheck className="size-5" />}
              title={texts.empty}
              action={<LinkButton href="/desk/articles">{texts.emptyDesk}</LinkButton>}
            >
              {texts.emptyText}
            </EmptyState>
          )}
        </RepairKeys>
        {next && <NextPage href={`/desk/repairs?cursor=${next}`} label={words.common.more} />}
      </div>
    </>
  );
}

type Group = [RepairView, ...RepairView[]];

/** Passages of one article that follow one another. An article that changed twice may come again. */
function byArticle(items: readonly RepairView[]): Group[] {
  const groups: Group[] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group?.[0].article.id === item.article.id) group.push(item);
    else groups.push([item]);
  }
  return groups;
}
