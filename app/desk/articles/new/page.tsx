import type { Metadata } from "next";
import { NewArticleForm } from "#components/articles/new-article-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadConventions()).words.articles.form.newTitle };
}

export default async function NewArticlePage() {
  const actor = await requireActor("article.create");
  const { words } = await loadConventions();
  return (
    <>
      <PageHeader
        title={words.articles.form.newTitle}
        crumbs={[{ href: "/desk/articles", label: words.articles.list.title }]}
      />
      <div className="mx-auto max-w-6xl px-4 py-7 desk:px-7">
        <NewArticleForm memberId={actor.id} />
      </div>
    </>
  );
}
