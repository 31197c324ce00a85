import type { Metadata } from "next";
import { EditArticleForm } from "#components/articles/fields/edit-article-form.tsx";
import { languageChoices } from "#components/articles/fields/language-choices.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { loadArticle } from "#lib/articles/loaders.ts";
import { may } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await loadArticle((await params).id);
  const { words } = await loadConventions();
  return { title: `${words.articles.form.editTitle}${words.common.colon}${article.title}` };
}

export default async function EditArticlePage({ params }: Props) {
  const actor = await requireActor("article.edit");
  const { article } = await loadArticle((await params).id);
  const { words, newsroom } = await loadConventions();
  const { form, list } = words.articles;
  return (
    <>
      <PageHeader
        title={form.editTitle}
        crumbs={[
          { href: "/desk/articles", label: list.title },
          { href: `/desk/articles/${article.id}`, label: article.title },
        ]}
      />
      <div className="mx-auto max-w-2xl px-4 py-7 desk:px-7">
        <p className="mb-6 text-pretty text-muted">{form.textIsFixed}</p>
        <EditArticleForm
          memberId={actor.id}
          article={article}
          languages={languageChoices({ words, locale: newsroom.locale, found: article.language })}
          canChooseDisplay={may(actor, "article.display")}
          canPlan={may(actor, "article.plan")}
        />
      </div>
    </>
  );
}
