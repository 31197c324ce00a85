"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { fill } from "#lib/i18n/words.ts";
import { editWebhookAction } from "#lib/webhooks/actions.ts";
import type { Webhook } from "#lib/webhooks/queries.ts";
import { WebhookFields } from "./webhook-fields.tsx";

/** Where the program is told, and of what. */
export function EditWebhookForm({
  webhook,
}: {
  webhook: Pick<Webhook, "id" | "version" | "url" | "events">;
}) {
  const words = useWords();
  const texts = words.connections.webhooks;
  const toast = useToast();
  return (
    <ActionForm
      action={editWebhookAction}
      keepValues
      aria-label={fill(texts.editNamed, { name: webhook.url })}
      onDone={() => toast({ title: texts.switched })}
    >
      <input type="hidden" name="webhookId" value={webhook.id} />
      <input type="hidden" name="version" value={webhook.version} />
      <WebhookFields webhook={webhook} />
      <SubmitButton variant="secondary">{words.common.save}</SubmitButton>
    </ActionForm>
  );
}
