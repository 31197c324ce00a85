"use client";

import { PencilLine } from "lucide-react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { fill } from "#lib/i18n/words.ts";
import { useEditors } from "./live-context.ts";

/** On a claim's card: who has its form open just now. */
export function EditedBy({ claimId }: { claimId: string }) {
  const words = useWords().live;
  const names = useEditors(claimId);
  if (names === "") return null;
  return (
    <p className="mt-2 flex items-center gap-1.5 text-xs font-medium text-accent">
      <PencilLine aria-hidden className="size-3.5 shrink-0" />
      <span className="min-w-0 truncate">{fill(words.editing, { names })}</span>
    </p>
  );
}
