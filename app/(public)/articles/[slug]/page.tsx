import type { Metadata } from "next";
import { PublishedArticleView } from "#components/public-site/published-article.tsx";
import { PublicShell } from "#components/shell/public-shell.tsx";
import { fill } from "#lib/i18n/words.ts";
import { loadPublishedArticle } from "#lib/publishing/loaders.ts";
import { ANNOTATION_TYPE } from "#lib/publishing/values.ts";
import { shareTags } from "../../share-tags.ts";

export async function generateMetadata({ params }: PageProps<"/articles/[slug]">): Promise<Metadata> {
  const { published, newsroom, words, siteUrl } = await loadPublishedArticle((await params).slug);
  const { title, slug } = published.article;
  const canonical = new URL(`/articles/${slug}`, siteUrl).href;
  return {
    title: { absolute: `${fill(words.publicSite.article.checked, { title })} · ${newsroom.name}` },
    ...shareTags({
      title: fill(words.publicSite.article.checked, { title }),
      url: canonical,
      newsroom,
    }),
    alternates: {
      canonical,
      types: { [ANNOTATION_TYPE]: new URL(`/articles/${slug}/annotations.jsonld`, siteUrl).href },
    },
  };
}

export default async function ArticlePage({ params }: PageProps<"/articles/[slug]">) {
  const { published, words, format, newsroom } = await loadPublishedArticle((await params).slug);
  return (
    <PublicShell words={words} newsroomName={newsroom.name}>
      <PublishedArticleView published={published} words={words} format={format} locale={newsroom.locale} />
    </PublicShell>
  );
}
