import type { Metadata } from "next";
import { ArticleDesk } from "#components/articles/page/article-desk.tsx";
import { ArticleHead } from "#components/articles/page/article-head.tsx";
import { toDeskArticle } from "#components/articles/store/desk-claim.ts";
import { CommentCountsProvider } from "#components/comments/comment-counts.tsx";
import { loadArticle, loadArticleWithClaims } from "#lib/articles/loaders.ts";
import { may } from "#lib/auth/policy.ts";
import { deskClaims } from "#lib/claims/loaders.ts";
import { loadCommentCounts } from "#lib/comments/loaders.ts";
import { loadConventions } from "#lib/members/loaders.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await loadArticle((await params).id);
  return { title: article.title };
}

export default async function ArticlePage({ params }: Props) {
  const readAt = new Date();
  const { id } = await params;
  const [{ actor, article, claims, seq }, counts, { words, format }] = await Promise.all([
    loadArticleWithClaims(id),
    loadCommentCounts(id),
    loadConventions(),
  ]);
  return (
    <CommentCountsProvider articleId={article.id} viewerId={actor.id} initial={counts}>
      <ArticleDesk
        key={article.revision.id}
        memberId={actor.id}
        title={article.title}
        canEdit={may(actor, "article.edit")}
        article={toDeskArticle(article)}
        listing={deskClaims(claims, { actor, readAt })}
        seq={seq}
        head={
          <ArticleHead
            article={article}
            hasPublicPage={claims.some((claim) => claim.state === "published")}
            words={words}
            format={format}
          />
        }
      />
    </CommentCountsProvider>
  );
}
