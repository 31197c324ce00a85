import type { Metadata } from "next";
import { ArticleDesk } from "#components/articles/article-desk.tsx";
import { ArticleHead } from "#components/articles/article-head.tsx";
import { ArticleText } from "#components/articles/article-text.tsx";
import { toDeskArticle, toDeskClaim } from "#components/articles/desk-claim.ts";
import { markedClaim } from "#components/articles/marked-claim.ts";
import { loadArticle } from "#lib/articles/loaders.ts";
import { may } from "#lib/auth/policy.ts";
import { loadConventions } from "#lib/members/loaders.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await loadArticle((await params).id);
  return { title: article.title };
}

export default async function ArticlePage({ params }: Props) {
  const { actor, article, claims } = await loadArticle((await params).id);
  const { words, format } = await loadConventions();
  const now = new Date();
  const { revision, language, direction } = article;
  return (
    <ArticleDesk
      memberId={actor.id}
      title={article.title}
      canEdit={may(actor, "article.edit")}
      article={toDeskArticle(article)}
      claims={claims.map((claim) => toDeskClaim(claim, { revisionId: revision.id, actor, now }))}
      head={
        <ArticleHead
          article={article}
          hasPublicPage={claims.some((claim) => claim.state === "published")}
          words={words}
          format={format}
        />
      }
    >
      <ArticleText
        text={revision.text}
        blocks={revision.blocks}
        language={language}
        direction={direction}
        tableName={words.common.table}
        claims={claims.map((claim) => markedClaim(claim, revision.id, words))}
      />
    </ArticleDesk>
  );
}
