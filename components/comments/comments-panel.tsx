"use client";

import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { IconButton } from "#components/ui/button.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { useMediaQuery, WIDE } from "#components/ui/use-media-query.ts";
import { Comments } from "./comments.tsx";

/** The comments on an article, beside its text where there is room, otherwise from below. */
export function CommentsPanel({
  articleId,
  viewerId,
  onClose,
}: {
  articleId: string;
  viewerId: string;
  onClose: () => void;
}) {
  const words = useWords().comments;
  const isWide = useMediaQuery(WIDE);
  const comments = <Comments subject={{ articleId }} viewerId={viewerId} initial={null} />;
  if (isWide) return <SidePanel onClose={onClose}>{comments}</SidePanel>;
  return (
    <Sheet open onOpenChange={(isOpen) => isOpen || onClose()} title={words.ofArticle}>
      {comments}
    </Sheet>
  );
}

/** Beside the article, which stays in reach. */
function SidePanel({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const words = useWords();
  return (
    <Dialog.Root open modal={false} disablePointerDismissal onOpenChange={(next) => next || onClose()}>
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
