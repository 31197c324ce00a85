import type { Metadata } from "next";
import { AddressForm } from "#components/imports/address-form.tsx";
import { FileForm } from "#components/imports/file-form.tsx";
import { PasteForm } from "#components/imports/paste-form.tsx";
import { WAYS, wayPath } from "#components/imports/ways.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TabLinks } from "#components/ui/tabs.tsx";
import { loadArticle } from "#lib/articles/loaders.ts";
import { requireActor } from "#lib/auth/session.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { firstOf } from "#lib/search-params.ts";

type Props = PageProps<"/desk/articles/new">;

const FORMS = { address: AddressForm, paste: PasteForm, file: FileForm } as const;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { article } = await loadAsked(searchParams);
  return { title: titleOf(article, (await loadConventions()).words) };
}

export default async function NewArticlePage({ searchParams }: Props) {
  const { actor, article, way, ways, url } = await loadAsked(searchParams);
  const { words } = await loadConventions();
  const Form = FORMS[way];
  const articles = { href: "/desk/articles", label: words.articles.list.title };
  return (
    <>
      <PageHeader title={titleOf(article, words)} crumbs={[articles]} />
      <div className="mx-auto max-w-3xl space-y-6 px-4 py-7 desk:px-7">
        <TabLinks
          label={words.imports.new.ways}
          tabs={ways.map((each) => ({
            href: wayPath({ way: each, articleId: article?.id, url }),
            label: words.imports.new[each],
            current: each === way,
          }))}
        />
        <Form
          key={way}
          draftKey={`${actor.id}:article:${article?.id ?? "new"}`}
          articleId={article?.id ?? ""}
          url={url}
        />
      </div>
    </>
  );
}

/** What the address asks for: a new article, or with `article` a new text of one; the way it comes in. */
async function loadAsked(searchParams: Props["searchParams"]) {
  const params = await searchParams;
  const articleId = firstOf(params.article);
  const actor = await requireActor(articleId ? "article.edit" : "article.create");
  const article = articleId ? (await loadArticle(articleId)).article : null;
  // An article that has an address is looked at there by checking it for changes.
  const ways = WAYS.filter((each) => each !== "address" || !article?.sourceUrl);
  const way = ways.find((each) => each === firstOf(params.way)) ?? ways[0] ?? "paste";
  return { actor, article, way, ways, url: firstOf(params.url) ?? article?.sourceUrl ?? "" };
}

function titleOf(article: { title: string } | null, { imports }: Words): string {
  return article ? fill(imports.new.titleFor, { title: article.title }) : imports.new.title;
}
