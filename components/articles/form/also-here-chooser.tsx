"use client";

import { ClaimChooser } from "#components/articles/finding/claim-chooser.tsx";
import { ClaimSearch } from "#components/articles/finding/claim-search.tsx";
import type { Passages } from "#components/articles/page/use-passages.ts";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { useWords } from "#components/locale/locale-provider.tsx";

/** As many claims as are looked through at a glance. */
const FEW = 7;

/** Which of the claims that may be edited the chosen words are attached to. Of many, one is searched for. */
export function AlsoHereChooser({ passages, claims }: { passages: Passages; claims: readonly DeskClaim[] }) {
  const words = useWords().articles.passages;
  const { choosing } = passages;
  if (choosing === null) return null;
  const own = claims.filter(({ canEdit }) => canEdit);
  const Chooser = own.length > FEW ? ClaimSearch : ClaimChooser;
  return (
    <Chooser
      label={words.which}
      claims={own}
      at={choosing.at}
      onChoose={(claimId) => {
        passages.attach(claimId, choosing.span);
        passages.stopChoosing();
      }}
      onClose={passages.stopChoosing}
    />
  );
}
