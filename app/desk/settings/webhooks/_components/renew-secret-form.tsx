"use client";

import { SecretForm } from "#components/forms/secret-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { fill } from "#lib/i18n/words.ts";
import { renewWebhookSecretAction } from "#lib/webhooks/actions.ts";

/** Another secret for a webhook, shown this once. */
export function RenewSecretForm({ id, url: name }: { id: string; url: string }) {
  const texts = useWords().connections.webhooks;
  return (
    <SecretForm action={renewWebhookSecretAction} texts={{ ...texts, secret: texts.newSecret }}>
      <input type="hidden" name="webhookId" value={id} />
      <p className="text-pretty text-muted">{texts.renewText}</p>
      <SubmitButton variant="secondary" aria-label={fill(texts.renewNamed, { name })}>
        {texts.renewSubmit}
      </SubmitButton>
    </SecretForm>
  );
}
