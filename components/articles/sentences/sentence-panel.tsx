"use client";

import { type ComponentProps, useRef } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { PanelBeside } from "#components/ui/panel-beside.tsx";
import type { Span } from "#lib/anchoring/spans.ts";
import { SentenceList } from "./sentence-list.tsx";

/** The sentences of the article beside it, so that both are in sight. */
export function SentencePanel({
  list,
  onClose,
}: {
  list: ComponentProps<typeof SentenceList>;
  onClose: () => void;
}) {
  const words = useWords().articles.sentences;
  const isTaken = useRef(false);
  const onClaim = (span: Span) => {
    isTaken.current = true;
    list.onClaim(span);
  };
  return (
    // The form for the claim takes the focus, otherwise it goes back to where it came from.
    <PanelBeside title={words.title} finalFocus={() => !isTaken.current} onClose={onClose}>
      <SentenceList {...list} onClaim={onClaim} />
    </PanelBeside>
  );
}
