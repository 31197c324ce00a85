"use client";

import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ComponentProps, useRef } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { IconButton } from "#components/ui/button.tsx";
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
  const words = useWords();
  const isTaken = useRef(false);
  const onClaim = (span: Span) => {
    isTaken.current = true;
    list.onClaim(span);
  };
  return (
    <Dialog.Root open modal={false} onOpenChange={(isOpen) => isOpen || onClose()}>
      <Dialog.Portal>
        {/* The form for the claim takes the focus, otherwise it goes back to where it came from. */}
        <Dialog.Popup className="sentence-panel" finalFocus={() => !isTaken.current}>
          <div className="mb-2 flex items-center justify-between">
            <Dialog.Title className="font-serif text-xl font-semibold">
              {words.articles.sentences.title}
            </Dialog.Title>
            <Dialog.Close
              render={
                <IconButton label={words.common.close} className="-me-2">
                  <X aria-hidden className="size-4.5" />
                </IconButton>
              }
            />
          </div>
          <SentenceList {...list} onClaim={onClaim} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
