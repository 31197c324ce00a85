import type { Metadata } from "next";
import { ChangeSteps } from "#components/revisions/change-steps.tsx";
import { ClaimOutcomes } from "#components/revisions/claim-outcomes.tsx";
import { CompareHead, OtherRevisions } from "#components/revisions/compare-head.tsx";
import { compareRevisions } from "#components/revisions/comparison.ts";
import { RevisionDiff } from "#components/revisions/revision-diff.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { fill } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadComparison } from "#lib/revisions/loaders.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";

type Props = { params: Promise<{ id: string; number: string }>; searchParams: SearchParams };

async function load({ params, searchParams }: Props) {
  const [{ id, number }, query] = await Promise.all([params, searchParams]);
  const page = await loadComparison(id, number, firstOf(query.against));
  return { ...page, view: query.view === "side" ? ("side" as const) : ("inline" as const) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ article, before, after }, { words }] = await Promise.all([load(props), loadConventions()]);
  const values = { after: after.number, before: before.number, title: article.title };
  return { title: fill(words.revisions.compare.documentTitle, values) };
}

export default async function ComparisonPage(props: Props) {
  const [{ article, before, after, view }, { words, format, newsroom }] = await Promise.all([
    load(props),
    loadConventions(),
  ]);
  const comparison = compareRevisions(before, after);
  const path = `/desk/articles/${article.id}/revisions`;
  const { compare, list } = words.revisions;
  const { locale } = newsroom;
  const isLastStep = after.number === before.number + 1;
  return (
    <>
      <PageHeader
        title={fill(compare.title, { after: after.number, before: before.number })}
        crumbs={[
          { href: `/desk/articles/${article.id}`, label: article.title },
          { href: path, label: list.title },
        ]}
        actions={<ChangeSteps count={comparison.changeCount} />}
      />
      <div className="mx-auto grid max-w-6xl gap-7 px-4 py-6 pb-24 desk:px-7 desk:py-8">
        <CompareHead
          path={`${path}/${after.number}`}
          before={before}
          after={after}
          view={view}
          words={words}
          format={format}
          locale={locale}
        />
        <ClaimOutcomes
          passages={comparison.passages}
          articleId={article.id}
          words={words}
          locale={locale}
          note={
            isLastStep
              ? null
              : fill(words.revisions.claims.lastStep, { before: after.number - 1, after: after.number })
          }
        />
        <section aria-labelledby="text-title" className="min-w-0">
          <h2 id="text-title" className="sr-only">
            {compare.text}
          </h2>
          <RevisionDiff
            comparison={comparison}
            view={view}
            articleId={article.id}
            language={article.language}
            direction={article.direction}
            words={words}
            locale={locale}
          />
        </section>
        <OtherRevisions
          articleId={article.id}
          number={after.number}
          newest={article.revision.number}
          view={view}
          words={words}
        />
      </div>
    </>
  );
}
