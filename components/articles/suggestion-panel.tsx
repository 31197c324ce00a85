"use client";

import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useRef } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { IconButton } from "#components/ui/button.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { SuggestionList } from "./suggestion-list.tsx";
import type { Suggestions } from "./use-suggestions.ts";

/** The list of suggestions beside the article, or from below where there is no room beside it. */
export function SuggestionPanel({ suggestions, isWide }: { suggestions: Suggestions; isWide: boolean }) {
  const words = useWords().suggestions;
  if (isWide) return <PanelBeside suggestions={suggestions} />;
  return (
    <Sheet open onOpenChange={(isOpen) => isOpen || suggestions.close()} title={words.title}>
      <div className="flex h-[70dvh] flex-col">
        <SuggestionList suggestions={suggestions} />
      </div>
    </Sheet>
  );
}

/** It stays while somebody reads or selects in the text. */
function PanelBeside({ suggestions }: { suggestions: Suggestions }) {
  const words = useWords();
  const isTaken = useRef(false);
  const accept = (at: number) => {
    isTaken.current = true;
    suggestions.accept(at);
  };
  return (
    <Dialog.Root
      open
      modal={false}
      disablePointerDismissal
      onOpenChange={(isOpen) => isOpen || suggestions.close()}
    >
      <Dialog.Portal>
        {/* The form for the claim takes the focus, otherwise it goes back to where it came from. */}
        <Dialog.Popup className="sentence-panel" finalFocus={() => !isTaken.current && suggestions.opener()}>
          <div className="mb-2 flex items-center justify-between">
            <Dialog.Title className="font-serif text-xl font-semibold">
              {words.suggestions.title}
            </Dialog.Title>
            <Dialog.Close
              render={
                <IconButton label={words.common.close} className="-me-2">
                  <X aria-hidden className="size-4.5" />
                </IconButton>
              }
            />
          </div>
          <SuggestionList suggestions={{ ...suggestions, accept }} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
