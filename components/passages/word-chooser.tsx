"use client";

import { SentenceChooser } from "#components/articles/sentences/sentence-chooser.tsx";
import type { DeskArticle } from "#components/articles/store/desk-claim.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { DialogClose } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { WordsInContext } from "#lib/anchoring/sentences.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { placePassageAction } from "#lib/passages/actions.ts";
import { nearWords } from "./near-words.ts";
import { RepairForm } from "./repair-form.tsx";

/**
 * The article's sentences, to say where a passage's words stand. Nothing is placed before the button or Enter says so.
 */
export function WordChooser({
  article,
  passageId,
  place,
  context,
}: {
  article: DeskArticle;
  passageId: string;
  /** Chosen to begin with; null: a sentence where the words stood. */
  place: Span | null;
  /** The words in the last text they stood in. */
  context: WordsInContext | null;
}) {
  const words = useWords().passages;
  return (
    <RepairForm
      passageId={passageId}
      action={placePassageAction}
      done={words.actions.placed}
      className="grid gap-3"
    >
      <SentenceChooser
        article={article}
        place={place}
        near={() => nearWords(article.text, context)}
        texts={words.chooser}
        className="max-h-[30dvh] bg-raised text-base sm:max-h-[38dvh]"
      />
      <div className="flex flex-wrap justify-end gap-2">
        <DialogClose />
        <SubmitButton>
          {words.chooser.use}
          <span aria-hidden className="pointer-coarse:hidden">
            <Kbd>↵</Kbd>
          </span>
        </SubmitButton>
      </div>
    </RepairForm>
  );
}
