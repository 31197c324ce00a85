import type { Metadata } from "next";
import { Comments } from "#components/comments/comments.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { loadArticle } from "#lib/articles/loaders.ts";
import { loadComments } from "#lib/comments/loaders.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import type { SearchParams } from "#lib/search-params.ts";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await loadArticle((await params).id);
  const { words } = await loadConventions();
  return { title: `${words.comments.title}${words.common.colon}${article.title}` };
}

/** What is said about an article as a whole, as a page: the panel beside the article shows the same. */
export default async function ArticleCommentsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const [{ article }, comments, { words }] = await Promise.all([
    loadArticle(id),
    loadComments({ articleId: id }, searchParams),
    loadConventions(),
  ]);
  const { viewer, subject, take, ...view } = comments;
  return (
    <>
      <PageHeader
        title={words.comments.ofArticle}
        crumbs={[
          { href: "/desk/articles", label: words.articles.list.title },
          { href: `/desk/articles/${id}`, label: article.title },
        ]}
      />
      <div id="comments" className="mx-auto max-w-3xl px-4 py-6 desk:px-7 desk:py-8">
        <Comments
          subject={subject}
          viewerId={viewer.id}
          initial={view}
          take={take}
          path={`/desk/articles/${id}/comments`}
        />
      </div>
    </>
  );
}
