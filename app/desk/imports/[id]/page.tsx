import { FileCheck } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ImportFailed } from "#components/imports/import-failed.tsx";
import { ArticlePreview, RevisionPreview } from "#components/imports/import-preview.tsx";
import { ImportUnderWay } from "#components/imports/import-under-way.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { loadArticle } from "#lib/articles/loaders.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { loadImport } from "#lib/imports/loaders.ts";
import { isUnderWay } from "#lib/imports/values.ts";
import { loadConventions } from "#lib/members/loaders.ts";

type Page = Awaited<ReturnType<typeof loadImport>>;

export async function generateMetadata({ params }: PageProps<"/desk/imports/[id]">): Promise<Metadata> {
  const [{ found }, { words }] = await Promise.all([loadImport((await params).id), loadConventions()]);
  return { title: titleOf(found, words) };
}

export default async function ImportPage({ params }: PageProps<"/desk/imports/[id]">) {
  const [page, { words }] = await Promise.all([loadImport((await params).id), loadConventions()]);
  const { found } = page;
  if (found.state === "saved" && found.article) {
    const page = `/desk/articles/${found.article.id}`;
    redirect((found.revisionNumber ?? 1) > 1 ? `${page}/revisions` : page);
  }
  const { article } = found;
  const articles = { href: "/desk/articles", label: words.articles.list.title };
  const crumbs = article
    ? [articles, { href: `/desk/articles/${article.id}`, label: article.title }]
    : [articles];
  return (
    <>
      <PageHeader title={titleOf(found, words)} crumbs={crumbs} />
      <div className="mx-auto max-w-6xl px-4 py-7 desk:px-7">
        {/* The page renews itself: who does not see that hears it. */}
        <p role="status" className="sr-only">
          {titleOf(found, words)}
        </p>
        <Stage {...page} />
      </div>
    </>
  );
}

function titleOf({ state }: Page["found"], { imports }: Words): string {
  if (state === "ready") return imports.preview.title;
  if (state === "failed") return imports.failed.title;
  return state === "unchanged" ? imports.unchanged.title : imports.underWay.title;
}

/** What there is to see, as far as the import has come. */
async function Stage(page: Page) {
  const { found, stalled } = page;
  const { words, format } = await loadConventions();
  if (isUnderWay(found.state)) return <ImportUnderWay found={found} stalled={stalled} words={words} />;
  if (found.state === "failed") return <ImportFailed found={found} words={words} format={format} />;
  if (found.state === "unchanged") return <Unchanged found={found} />;
  return <Preview {...page} />;
}

async function Unchanged({ found }: Pick<Page, "found">) {
  if (!found.article) notFound();
  const [{ article }, { words }] = await Promise.all([loadArticle(found.article.id), loadConventions()]);
  const texts = words.imports.unchanged;
  return (
    <EmptyState
      title={fill(texts.text, { number: article.revision.number })}
      icon={<FileCheck className="size-5" />}
      action={<LinkButton href={`/desk/articles/${article.id}`}>{texts.back}</LinkButton>}
    />
  );
}

async function Preview({ found, actor, sameAddress }: Page) {
  const { words, format, newsroom } = await loadConventions();
  const { read } = found;
  if (!read) notFound();
  const props = { found, read, actor, words, format, locale: newsroom.locale };
  if (!found.article) return <ArticlePreview {...props} sameAddress={sameAddress} />;
  const { article } = await loadArticle(found.article.id);
  return <RevisionPreview {...props} article={article} isOther={found.isCheck} />;
}
