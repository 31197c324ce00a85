"use client";

import { useRef } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { PanelBeside } from "#components/ui/panel-beside.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { SuggestionList } from "./suggestion-list.tsx";
import type { Suggestions } from "./use-suggestions.ts";

/** The list of suggestions beside the article, or from below where there is no room beside it. */
export function SuggestionPanel({ suggestions, isWide }: { suggestions: Suggestions; isWide: boolean }) {
  const words = useWords().suggestions;
  if (isWide) return <SuggestionsBeside suggestions={suggestions} />;
  return (
    <Sheet open onOpenChange={(isOpen) => isOpen || suggestions.close()} title={words.title}>
      <div className="flex h-[70dvh] flex-col">
        <SuggestionList suggestions={suggestions} />
      </div>
    </Sheet>
  );
}

/** It stays while somebody reads or selects in the text. */
function SuggestionsBeside({ suggestions }: { suggestions: Suggestions }) {
  const words = useWords().suggestions;
  const isTaken = useRef(false);
  const accept = (at: number) => {
    isTaken.current = true;
    suggestions.accept(at);
  };
  return (
    // The form for the claim takes the focus, otherwise it goes back to where it came from.
    <PanelBeside
      title={words.title}
      stays
      finalFocus={() => !isTaken.current && suggestions.opener()}
      onClose={suggestions.close}
    >
      <SuggestionList suggestions={{ ...suggestions, accept }} />
    </PanelBeside>
  );
}
