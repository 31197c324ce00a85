"use client";

import { Combobox } from "@base-ui/react/combobox";
import { Popover } from "@base-ui/react/popover";
import { useRef } from "react";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { fill } from "#lib/i18n/words.ts";
import { ClaimChoice } from "./claim-choice.tsx";

/** More than anybody reads: the rest is found by typing. */
const MOST_LISTED = 50;

/** Which of many claims is meant: by typing words of it, its number, or who said it. */
export function ClaimSearch({
  claims,
  at,
  label,
  onChoose,
  onClose,
}: {
  claims: readonly DeskClaim[];
  /** The place in the window the list opens at. */
  at: { x: number; y: number };
  label: string;
  onChoose: (claimId: string) => void;
  onClose: () => void;
}) {
  const { articles, common } = useWords();
  const words = articles.passages;
  const input = useRef<HTMLInputElement>(null);
  const anchor = { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) };
  const nameOf = ({ number, statement, claimantName }: DeskClaim) =>
    [fill(common.claimNumber, { number }), statement, claimantName ?? ""].join(" ");
  return (
    <Popover.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      {/* In the page's main part, so that screen readers find it in a landmark. */}
      <Popover.Portal container={document.getElementById("main")}>
        <Popover.Positioner anchor={anchor} sideOffset={10} align="start" className="z-50 outline-none">
          <Popover.Popup
            initialFocus={input}
            aria-label={label}
            className="popup flex max-h-[min(26rem,var(--available-height))] w-96 max-w-(--available-width) flex-col"
          >
            <Combobox.Root
              inline
              open
              autoHighlight
              limit={MOST_LISTED}
              items={claims}
              value={null}
              itemToStringLabel={nameOf}
              onValueChange={(claim: DeskClaim | null) => claim && onChoose(claim.id)}
            >
              <Combobox.Input
                ref={input}
                aria-label={label}
                placeholder={words.filter}
                className="m-1 min-h-9 rounded-md border border-line-strong bg-raised px-2.5 text-sm pointer-coarse:min-h-11"
              />
              <Combobox.Empty className="px-3.5 text-sm text-muted not-empty:pb-3">
                {words.noneFound}
              </Combobox.Empty>
              <Combobox.List aria-label={label} className="min-h-0 overflow-y-auto p-1 outline-none">
                {(claim: DeskClaim) => (
                  <Combobox.Item
                    key={claim.id}
                    value={claim}
                    className="flex min-h-8 cursor-pointer rounded-sm px-2.5 outline-none select-none data-highlighted:bg-hover pointer-coarse:min-h-11"
                  >
                    <ClaimChoice claim={claim} />
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Root>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
