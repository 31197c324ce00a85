"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { fill } from "#lib/i18n/words.ts";
import { resendDeliveryAction } from "#lib/webhooks/actions.ts";

/** Sends once more what was sent or given up. */
export function ResendButton({ id, name }: { id: string; name: string }) {
  const texts = useWords().connections.webhooks;
  const toast = useToast();
  return (
    <ActionForm action={resendDeliveryAction} onDone={() => toast({ title: texts.resent })}>
      <input type="hidden" name="deliveryId" value={id} />
      <SubmitButton size="sm" variant="secondary" aria-label={fill(texts.resendNamed, { name })}>
        {texts.resend}
      </SubmitButton>
    </ActionForm>
  );
}
