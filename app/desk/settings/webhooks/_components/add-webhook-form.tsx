"use client";

import { SecretForm } from "#components/forms/secret-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { addWebhookAction } from "#lib/webhooks/actions.ts";
import { WebhookFields } from "./webhook-fields.tsx";

/** A new webhook: asked for, and then its secret this once in place of the form. */
export function AddWebhookForm() {
  const texts = useWords().connections.webhooks;
  return (
    <section aria-labelledby="add-webhook" className="rounded-lg border border-line p-4 sm:p-5">
      <h2 id="add-webhook" className="mb-4 font-semibold">
        {texts.add}
      </h2>
      <SecretForm action={addWebhookAction} texts={texts}>
        <WebhookFields />
        <SubmitButton>{texts.submit}</SubmitButton>
      </SecretForm>
    </section>
  );
}
