"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { verifyNowAction } from "#lib/history/actions.ts";

/** Has the whole history verified now. */
export function VerifyButton() {
  const texts = useWords().audit.verified;
  return (
    <ActionForm action={verifyNowAction}>
      <SubmitButton size="sm" variant="secondary">
        {texts.now}
      </SubmitButton>
    </ActionForm>
  );
}
