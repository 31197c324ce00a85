"use client";

import { Archive } from "lucide-react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { keepCopyAction } from "#lib/snapshots/actions.ts";

/** Keeps a copy of a source's page as it is now: the first, another, or once more what failed. */
export function KeepCopy({ sourceId, label }: { sourceId: string; label: string }) {
  return (
    <ActionForm action={keepCopyAction} className="grid justify-items-start gap-2">
      <input type="hidden" name="sourceId" value={sourceId} />
      <SubmitButton variant="secondary" size="sm">
        <Archive aria-hidden className="size-3.5" />
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
