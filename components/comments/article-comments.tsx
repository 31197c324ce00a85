"use client";

import { Dialog } from "@base-ui/react/dialog";
import { MessageSquare, X } from "lucide-react";
import { type MouseEvent, type ReactNode, useState } from "react";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { IconButton, LinkButton } from "#components/ui/button.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { useMediaQuery, WIDE } from "#components/ui/use-media-query.ts";
import { plural } from "#lib/i18n/words.ts";
import { useCommentCount } from "./comment-counts.tsx";
import { Comments } from "./comments.tsx";
import { UnreadDot } from "./unread-dot.tsx";

/**
 * The comments on the article as a whole, behind a button in its bar: beside the text where there is room, otherwise
 * from below. Without script the button leads to their page.
 */
export function ArticleComments() {
  const words = useWords();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const isWide = useMediaQuery(WIDE);
  const known = useCommentCount(null);
  if (!known) return null;
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setOpen(!isOpen);
  };
  const { articleId, viewerId, count, unread } = known;
  const comments = <Comments subject={{ articleId }} viewerId={viewerId} initial={null} />;
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
        ].join(", ")}
      >
        <MessageSquare aria-hidden className="size-4" />
        <span className="max-sm:hidden">{words.comments.title}</span>
        {count > 0 && <span className="tabular-nums">{count}</span>}
        {unread > 0 && <UnreadDot />}
      </LinkButton>
      {isWide ? (
        <SidePanel isOpen={isOpen} onClose={() => setOpen(false)}>
          {comments}
        </SidePanel>
      ) : (
        <Sheet open={isOpen} onOpenChange={setOpen} title={words.comments.ofArticle}>
          {comments}
        </Sheet>
      )}
    </>
  );
}

/** Beside the article, which stays in reach. */
function SidePanel({
  isOpen,
  onClose,
  children,
}: {
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const words = useWords();
  return (
    <Dialog.Root
      open={isOpen}
      modal={false}
      disablePointerDismissal
      onOpenChange={(next) => next || onClose()}
    >
      <Dialog.Portal>
        <Dialog.Popup className="sentence-panel">
          <div className="mb-2 flex items-center justify-between">
            <Dialog.Title className="font-serif text-xl font-semibold">
              {words.comments.ofArticle}
            </Dialog.Title>
            <Dialog.Close
              render={
                <IconButton label={words.common.close} className="-me-2">
                  <X aria-hidden className="size-4.5" />
                </IconButton>
              }
            />
          </div>
          <div className="-mx-2 min-h-0 flex-1 overflow-y-auto px-2 pb-2">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
