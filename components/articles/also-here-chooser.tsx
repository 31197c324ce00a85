"use client";

import { useWords } from "#components/locale/locale-provider.tsx";
import { ClaimChooser } from "./claim-chooser.tsx";
import type { DeskClaim } from "./desk-claim.ts";
import type { Passages } from "./use-passages.ts";

/** Which of the claims that may be edited the chosen words are attached to. */
export function AlsoHereChooser({ passages, claims }: { passages: Passages; claims: readonly DeskClaim[] }) {
  const words = useWords().articles.passages;
  const { choosing } = passages;
  if (choosing === null) return null;
  return (
    <ClaimChooser
      label={words.which}
      claims={claims.filter(({ canEdit }) => canEdit)}
      at={choosing.at}
      onChoose={(claimId) => {
        passages.attach(claimId, choosing.span);
        passages.stopChoosing();
      }}
      onClose={passages.stopChoosing}
    />
  );
}
