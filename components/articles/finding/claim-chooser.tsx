"use client";

import { Menu } from "@base-ui/react/menu";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { MenuItem } from "#components/ui/menu-item.tsx";
import { ClaimChoice } from "./claim-choice.tsx";

/** Where several claims lie one over another: which of them is meant. */
export function ClaimChooser({
  claims,
  at,
  label,
  onChoose,
  onClose,
}: {
  claims: readonly DeskClaim[];
  /** The place in the window that was pressed. */
  at: { x: number; y: number };
  /** What is asked, if not which of the claims at one place is meant. */
  label?: string;
  onChoose: (claimId: string) => void;
  onClose: () => void;
}) {
  const words = useWords();
  const anchor = { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) };
  return (
    <Menu.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      {/* In the page's main part, so that screen readers find it in a landmark. */}
      <Menu.Portal container={document.getElementById("main")}>
        <Menu.Positioner anchor={anchor} sideOffset={10} align="start" className="z-50 outline-none">
          <Menu.Popup
            aria-label={label ?? words.articles.claims.choose}
            className="popup max-h-(--available-height) w-80 max-w-(--available-width) overflow-y-auto p-1"
          >
            {claims.map((claim) => (
              <MenuItem key={claim.id} onSelect={() => onChoose(claim.id)}>
                <ClaimChoice claim={claim} />
              </MenuItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
