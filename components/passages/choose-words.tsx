"use client";

import { TextSelect } from "lucide-react";
import { useState } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { Span } from "#lib/anchoring/spans.ts";
import { fill } from "#lib/i18n/words.ts";
import type { RepairItem } from "#lib/passages/queries.ts";
import { useNewestText } from "./newest-text.tsx";
import { WordChooser } from "./word-chooser.tsx";

/** Opens the newest text to choose a passage's words in; from a list over several articles it leads to the article's. */
export function ChooseWords({
  passageId,
  articleId,
  number,
  before,
  place,
  isOpen,
}: {
  passageId: string;
  articleId: string;
  number: number;
  /** The words as they were chosen last, and where they stood then. */
  before: RepairItem["before"];
  /** Where the words may be. */
  place: Span | null;
  /** Whether it is open from the beginning. */
  isOpen: boolean;
}) {
  const words = useWords().passages;
  const article = useNewestText();
  const [open, setOpen] = useState(isOpen);
  const label = (
    <>
      <TextSelect aria-hidden className="size-4" />
      {words.actions.choose}
    </>
  );
  if (article === null) {
    return (
      <LinkButton href={`/desk/articles/${articleId}/repairs?choose=${passageId}`} data-does="choose">
        {label}
      </LinkButton>
    );
  }
  return (
    <Dialog
      trigger={
        <Button data-does="choose" className="noscript:hidden">
          {label}
        </Button>
      }
      open={open}
      onOpenChange={setOpen}
      size="lg"
      title={fill(words.chooser.title, { number })}
      description={
        <p className="mt-2 border-s-3 border-line-strong ps-3 text-sm">
          <span className="sr-only">{words.chooser.wanted}: </span>
          <span dir="auto" className="line-clamp-4 font-serif text-base wrap-anywhere">
            {before.quote}
          </span>
        </p>
      }
    >
      <WordChooser article={article} passageId={passageId} place={place} context={before.context} />
    </Dialog>
  );
}
