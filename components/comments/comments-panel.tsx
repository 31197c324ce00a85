"use client";

import { useWords } from "#components/locale/locale-provider.tsx";
import { PanelBeside } from "#components/ui/panel-beside.tsx";
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
  return isWide ? (
    <PanelBeside title={words.ofArticle} stays onClose={onClose}>
      <div className="-mx-2 min-h-0 flex-1 overflow-y-auto px-2 pb-2">{comments}</div>
    </PanelBeside>
  ) : (
    <Sheet open onOpenChange={(isOpen) => isOpen || onClose()} title={words.ofArticle}>
      {comments}
    </Sheet>
  );
}
