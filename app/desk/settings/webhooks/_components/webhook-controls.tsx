"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { RemoveButton } from "#components/forms/remove-button.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { fill } from "#lib/i18n/words.ts";
import { removeWebhookAction, switchWebhookAction, testWebhookAction } from "#lib/webhooks/actions.ts";

/** What can be done with a webhook: a test, off and on, its end. */
export function WebhookControls({ id, url: name, isOn }: { id: string; url: string; isOn: boolean }) {
  const texts = useWords().connections.webhooks;
  const toast = useToast();
  return (
    <div className="flex flex-wrap items-start gap-2">
      {isOn && (
        <ActionForm action={testWebhookAction} onDone={() => toast({ title: texts.tested })}>
          <input type="hidden" name="webhookId" value={id} />
          <SubmitButton size="sm" variant="secondary" aria-label={fill(texts.testNamed, { name })}>
            {texts.test}
          </SubmitButton>
        </ActionForm>
      )}
      <ActionForm action={switchWebhookAction} onDone={() => toast({ title: texts.switched })}>
        <input type="hidden" name="webhookId" value={id} />
        <input type="hidden" name="to" value={isOn ? "off" : "on"} />
        <SubmitButton
          size="sm"
          variant="secondary"
          aria-label={fill(isOn ? texts.switchOffNamed : texts.switchOnNamed, { name })}
        >
          {isOn ? texts.switchOff : texts.switchOn}
        </SubmitButton>
      </ActionForm>
      <RemoveButton texts={texts} name={name} action={removeWebhookAction}>
        <input type="hidden" name="webhookId" value={id} />
      </RemoveButton>
    </div>
  );
}
