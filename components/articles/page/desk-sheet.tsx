"use client";

import { type ComponentProps, useEffect, useEffectEvent, useState } from "react";
import { type CardActions, ClaimCardView } from "#components/articles/cards/claim-card.tsx";
import type { OpenForm } from "#components/articles/form/use-claim-form.tsx";
import { revealAbove } from "#components/articles/selecting/words-in-text.ts";
import { SentenceList } from "#components/articles/sentences/sentence-list.tsx";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { plural } from "#lib/i18n/words.ts";

/**
 * Without room beside the text, what would stand there comes from below: the list of sentences, the form for a claim,
 * or the claims of one place. One sheet for all, so that going from one to the next keeps the focus in it.
 */
export function DeskSheet({
  sentences,
  form,
  claims,
  actions,
  placesOfWords,
  onClose,
  returnsFocus,
}: {
  sentences: ComponentProps<typeof SentenceList> | null;
  form: OpenForm;
  claims: readonly DeskClaim[];
  actions: CardActions;
  /** Where the words are that it is about, by line. */
  placesOfWords: () => readonly DOMRect[];
  onClose: () => void;
  returnsFocus: () => boolean;
}) {
  const { articles } = useWords();
  const locale = useLocale();
  const showWords = useEffectEvent((height: number) => revealAbove(placesOfWords(), innerHeight - height));
  const [popup, setPopup] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (popup === null) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      // So that the last words of the text can be scrolled up too.
      style.setProperty("--sheet", `${popup.offsetHeight}px`);
      showWords(popup.offsetHeight);
    });
    observer.observe(popup);
    return () => {
      observer.disconnect();
      style.removeProperty("--sheet");
    };
  }, [popup]);
  const title = sentences
    ? articles.sentences.title
    : (form.title ?? plural(locale, articles.claims.here, claims.length));
  return (
    <Sheet
      ref={setPopup}
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={title}
      returnsFocus={returnsFocus}
    >
      {sentences ? (
        <div className="flex h-[70dvh] flex-col">
          <SentenceList {...sentences} />
        </div>
      ) : (
        (form.content ?? (
          <ol className="space-y-3">
            {claims.map((claim) => (
              <li key={claim.id}>
                <ClaimCardView claim={claim} isActive {...actions} />
              </li>
            ))}
          </ol>
        ))
      )}
    </Sheet>
  );
}
