"use client";

import { type ChoosableText, SentenceChooser } from "#components/articles/sentences/sentence-chooser.tsx";
import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Span } from "#lib/anchoring/spans.ts";
import { chooseQuoteAction } from "#lib/evidence/actions.ts";

/** The words of a kept copy, one sentence or cell after the other: those chosen become the evidence's quote. */
export function QuoteChooser({
  copy,
  evidenceId,
  version,
  snapshotId,
  place,
  back,
}: {
  copy: ChoosableText;
  evidenceId: string;
  version: number;
  snapshotId: string;
  /** Where the quoted words stand now. */
  place: Span | null;
  /** The claim's page. */
  back: string;
}) {
  const words = useWords();
  const texts = words.sources.choosing;
  return (
    <ActionForm action={chooseQuoteAction} className="grid gap-3">
      <input type="hidden" name="evidenceId" value={evidenceId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="snapshotId" value={snapshotId} />
      <SentenceChooser
        article={copy}
        place={place}
        near={() => 0}
        texts={texts}
        className="max-h-[45dvh] bg-raised text-base wide:max-h-[60dvh]"
      />
      <div className="flex flex-wrap justify-end gap-2">
        <LinkButton href={back}>{words.common.cancel}</LinkButton>
        <SubmitButton>
          {texts.use}
          <span aria-hidden className="pointer-coarse:hidden">
            <Kbd>↵</Kbd>
          </span>
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
