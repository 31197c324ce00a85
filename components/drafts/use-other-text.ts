"use client";

import { useState } from "react";
import { type Draft, dropDraft, readDraft, writeDraft } from "./draft-store.ts";

/** Where the text is kept that is not in the form, while its writer has not chosen between two. */
const asideOf = (key: string) => `${key}:aside`;

/** The second of two texts for one form. Without a key it is kept for as long as the form is shown. */
export function useOtherText(key: string | undefined) {
  const [other, setOther] = useState<(Draft & { isMine: boolean }) | null>(null);
  const drop = () => {
    if (key !== undefined) dropDraft(asideOf(key));
    setOther(null);
  };
  return {
    other,
    /** `isMine`: it was in this form, and the other one is shown now. */
    putAside: (draft: Draft, isMine: boolean) => {
      if (key !== undefined) writeDraft(asideOf(key), draft);
      setOther({ ...draft, isMine });
    },
    /** Done with: the person has chosen. */
    drop,
    /** Not shown any more. What only this browser has of it comes up when the form is shown next. */
    hide: () => (other?.kept?.isWhole ? drop() : setOther(null)),
    /** Where it was put aside in an earlier visit: for the form, if `isFree`, otherwise beside it. */
    bringBack: ({ isFree }: { isFree: boolean }): Draft | null => {
      const aside = key === undefined ? null : readDraft(asideOf(key));
      if (aside && !isFree) setOther({ ...aside, isMine: false });
      return isFree ? aside : null;
    },
  };
}
