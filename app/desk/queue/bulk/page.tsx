import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { BulkForm } from "#components/bulk/bulk-form.tsx";
import { BulkLists, BulkSummary } from "#components/bulk/bulk-summary.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { loadBulk } from "#lib/bulk/loaders.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { firstOf } from "#lib/search-params.ts";

export async function generateMetadata({ searchParams }: PageProps<"/desk/queue/bulk">): Promise<Metadata> {
  const [{ act }, { words }] = await Promise.all([loadBulk(searchParams), loadConventions()]);
  return { title: words.bulk.titles[act] };
}

/** What will become of the claims that were chosen in the queue, and then what did. */
export default async function BulkPage({ searchParams }: PageProps<"/desk/queue/bulk">) {
  const [{ act, items, left, reviewers }, { words, format, newsroom }, params] = await Promise.all([
    loadBulk(searchParams),
    loadConventions(),
    searchParams,
  ]);
  const texts = words.bulk;
  const said = { words, format, locale: newsroom.locale };
  const backHref = `/desk/queue?${new URLSearchParams(firstOf(params.back) ?? "")}`;
  const go = items.filter(({ refusal }) => refusal === null);
  return (
    <>
      <PageHeader title={texts.titles[act]} crumbs={[{ href: backHref, label: words.reviews.queue.title }]} />
      <div className="mx-auto max-w-3xl px-4 py-6 desk:px-7">
        {items.length > 0 ? (
          <BulkForm
            act={act}
            claims={go.map(({ claimId, number, statement, seen }) => ({ claimId, number, statement, seen }))}
            reviewers={reviewers}
            backHref={backHref}
            summary={<BulkSummary act={act} items={items} left={left} {...said} />}
          >
            <BulkLists items={items} {...said} />
          </BulkForm>
        ) : (
          <EmptyState
            icon={<ListChecks className="size-5" />}
            title={texts.nothingChosen}
            action={<LinkButton href={backHref}>{texts.cancel}</LinkButton>}
          >
            {texts.nothingChosenText}
          </EmptyState>
        )}
      </div>
    </>
  );
}
