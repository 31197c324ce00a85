"use client";

import { History, Lightbulb, ListOrdered, PencilLine, TextCursor, Unlink } from "lucide-react";
import Link from "next/link";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { ArticleComments } from "#components/comments/article-comments.tsx";
import { HereNow } from "#components/live/here-now.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { ShortcutsButton } from "#components/shortcuts/shortcuts-button.tsx";
import { Button, IconButton, LinkButton } from "#components/ui/button.tsx";

/** The bar on top of the article's page: where one is, how far the work is, what can be done. */
export function ArticleBar({
  articleId,
  title,
  claims,
  canEdit,
  onSentences,
  onCaret,
  onSuggestions,
}: {
  articleId: string;
  title: string;
  claims: readonly DeskClaim[];
  canEdit: boolean;
  onSentences: () => void;
  onCaret: () => void;
  onSuggestions: () => void;
}) {
  const words = useWords();
  return (
    <div className="article-bar">
      <p className="flex min-w-0 flex-[1_1_10rem] items-baseline max-sm:flex-[1_1_4rem] gap-x-2">
        <Link
          href="/desk/articles"
          className="shrink-0 rounded-sm text-muted no-underline hover:text-ink hover:underline"
        >
          {words.articles.list.title}
        </Link>
        <span aria-hidden className="text-faint max-sm:hidden">
          /
        </span>
        <span className="truncate font-medium max-sm:hidden" dir="auto" title={title}>
          {title}
        </span>
      </p>
      <HereNow claims={claims} />
      <div className="flex flex-wrap items-center gap-2 max-sm:basis-full max-sm:gap-1.5">
        <Button size="sm" onClick={onSentences}>
          <ListOrdered aria-hidden className="size-4" />
          {words.articles.page.sentences}
        </Button>
        <IconButton label={words.articles.page.caret} onClick={onCaret} className="pointer-coarse:hidden">
          <TextCursor aria-hidden className="size-4.5" />
        </IconButton>
        <Button size="sm" title={words.suggestions.open} onClick={onSuggestions}>
          <Lightbulb aria-hidden className="size-4" />
          <span className="max-xl:sr-only">{words.suggestions.open}</span>
        </Button>
        <ArticleComments />
        <TextLinks articleId={articleId} claims={claims} />
        {canEdit && (
          <LinkButton
            size="sm"
            title={words.articles.page.editDetails}
            href={`/desk/articles/${articleId}/edit`}
          >
            <PencilLine aria-hidden className="size-4" />
            <span className="max-xl:sr-only">{words.articles.page.editDetails}</span>
          </LinkButton>
        )}
        <ShortcutsButton />
      </div>
    </div>
  );
}

/** To the article's texts and, while words of its claims are to be found in the newest, to their repair. */
function TextLinks({ articleId, claims }: { articleId: string; claims: readonly DeskClaim[] }) {
  const words = useWords().revisions.article;
  const waiting = claims.filter(({ state }) => state !== "dismissed" && state !== "withdrawn");
  const count = waiting.reduce((sum, claim) => sum + claim.repairCount, 0);
  return (
    <>
      <LinkButton size="sm" title={words.revisions} href={`/desk/articles/${articleId}/revisions`}>
        <History aria-hidden className="size-4" />
        <span className="max-xl:sr-only">{words.revisions}</span>
      </LinkButton>
      {count > 0 && (
        <LinkButton size="sm" title={words.repairs} href={`/desk/articles/${articleId}/repairs`}>
          <Unlink aria-hidden className="size-4 text-mixed" />
          <span className="max-xl:sr-only">{words.repairs}</span>
          <span className="tabular-nums">{count}</span>
        </LinkButton>
      )}
    </>
  );
}
