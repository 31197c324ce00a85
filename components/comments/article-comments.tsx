"use client";

import { MessageSquare } from "lucide-react";
import { type MouseEvent, useState } from "react";
import { onDemand } from "#components/connection/on-demand.tsx";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { plural } from "#lib/i18n/words.ts";
import { useCommentCount } from "./comment-counts.tsx";
import { UnreadDot } from "./unread-dot.tsx";

const CommentsPanel = onDemand(
  async () => (await import("./comments-panel.tsx")).CommentsPanel,
  ({ onClose }) => onClose(),
);

/**
 * The comments on the article as a whole, behind a button in its bar: beside the text where there is room, otherwise
 * from below. Without script the button leads to their page.
 */
export function ArticleComments() {
  const words = useWords();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const known = useCommentCount(null);
  if (!known) return null;
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setOpen(!isOpen);
  };
  const { articleId, viewerId, count, unread } = known;
  return (
    <>
      <LinkButton
        size="sm"
        href={`/desk/articles/${articleId}/comments`}
        prefetch={false}
        onClick={open}
        aria-label={[
          words.comments.ofArticle,
          ...(count > 0 ? [plural(locale, words.comments.count, count)] : []),
          ...(unread > 0 ? [plural(locale, words.comments.unread, unread)] : []),
        ].join(words.common.comma)}
      >
        <MessageSquare aria-hidden className="size-4" />
        <span className="max-sm:hidden">{words.comments.title}</span>
        {count > 0 && <span className="tabular-nums">{count}</span>}
        {unread > 0 && <UnreadDot />}
      </LinkButton>
      {isOpen && <CommentsPanel articleId={articleId} viewerId={viewerId} onClose={() => setOpen(false)} />}
    </>
  );
}
