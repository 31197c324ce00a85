"use client";

import type { ReactNode } from "react";
import { SaidForm } from "#components/claims/said-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { attachEvidenceAction } from "#lib/evidence/actions.ts";
import { fill } from "#lib/i18n/words.ts";

/** Attaches a source, and says which one it is when the desk had the file already. */
export function AttachForm({ draftKey, children }: { draftKey: string; children: ReactNode }) {
  const { claims, sources } = useWords();
  return (
    <SaidForm
      action={attachEvidenceAction}
      draftKey={draftKey}
      done={claims.evidence.attached}
      doneNext={({ known }) => (known ? fill(sources.document.known, known) : undefined)}
      sendsByKeys
      className="grid gap-5 rounded-lg border border-line bg-raised p-5"
    >
      {children}
    </SaidForm>
  );
}
