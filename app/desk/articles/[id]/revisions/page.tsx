import { ClipboardPaste } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { StepCard } from "#components/claims/step-card.tsx";
import { CheckCard } from "#components/revisions/check-card.tsx";
import { RevisionList } from "#components/revisions/revision-list.tsx";
import { WatchCard } from "#components/revisions/watch-card.tsx";
import { Message } from "#components/ui/message.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { may } from "#lib/auth/policy.ts";
import { plural } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadRevisions } from "#lib/revisions/loaders.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await loadRevisions((await params).id);
  const { words } = await loadConventions();
  return { title: `${words.revisions.list.title}${words.common.colon}${article.title}` };
}

export default async function RevisionsPage({ params }: Props) {
  const { id } = await params;
  const [page, { words, format, newsroom }] = await Promise.all([loadRevisions(id), loadConventions()]);
  const { actor, article, revisions, latestCheck, repairCount } = page;
  const { list, newText } = words.revisions;
  const { locale } = newsroom;
  const canEdit = may(actor, "article.edit");
  const path = `/desk/articles/${article.id}`;
  return (
    <>
      <PageHeader
        title={list.title}
        crumbs={[
          { href: "/desk/articles", label: words.articles.list.title },
          { href: path, label: article.title },
        ]}
      />
      <div className="mx-auto grid max-w-6xl gap-7 px-4 py-6 desk:px-7 desk:py-8">
        {repairCount > 0 && (
          <Message tone="warning" title={list.repairsTitle}>
            <p>
              {plural(locale, list.repairs, repairCount)}{" "}
              <Link href={`${path}/repairs`} className="text-accent">
                {list.toRepairs}
              </Link>
            </p>
          </Message>
        )}
        <div className="grid items-start gap-x-10 gap-y-7 wide:grid-cols-[minmax(0,1fr)_20rem]">
          <section
            aria-labelledby="ways-title"
            className="grid gap-4 sm:grid-cols-2 wide:col-start-2 wide:row-start-1 wide:grid-cols-1"
          >
            <h2 id="ways-title" className="sr-only">
              {list.ways}
            </h2>
            <CheckCard
              article={article}
              latestCheck={latestCheck}
              revisions={revisions}
              canEdit={canEdit}
              words={words}
              format={format}
              now={new Date()}
            />
            {article.sourceUrl !== null && (
              <WatchCard article={article} canEdit={canEdit} words={words} format={format} locale={locale} />
            )}
            {canEdit && (
              <StepCard title={newText.title}>
                <p className="text-sm text-muted">{newText.text}</p>
                <Link
                  href={`/desk/articles/new?article=${article.id}&way=paste`}
                  className="flex items-start gap-2 text-accent"
                >
                  <ClipboardPaste aria-hidden className="mt-0.5 size-4 shrink-0" />
                  {newText.link}
                </Link>
              </StepCard>
            )}
          </section>
          <section aria-labelledby="revisions-title" className="min-w-0 wide:col-start-1 wide:row-start-1">
            <h2 id="revisions-title" className="sr-only">
              {list.title}
            </h2>
            <RevisionList
              articleId={article.id}
              revisions={revisions}
              words={words}
              format={format}
              locale={locale}
            />
          </section>
        </div>
      </div>
    </>
  );
}
