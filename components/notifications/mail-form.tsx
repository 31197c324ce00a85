"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { editMailSettingsAction } from "#lib/notifications/actions.ts";
import { MAIL_PACES, type MailChoice } from "#lib/notifications/values.ts";

/** When e-mail comes: for what is meant for one, and for the rest. */
export function MailForm({ mail }: { mail: MailChoice }) {
  const words = useWords();
  const toast = useToast();
  const texts = words.notifications.mail;
  const options = MAIL_PACES.map((pace) => ({
    value: pace,
    label: texts.paces[pace],
    description: texts.paceHints[pace],
  }));
  return (
    <ActionForm action={editMailSettingsAction} keepValues onDone={() => toast({ title: texts.saved })}>
      <RadioCards name="direct" label={texts.direct} options={options} defaultValue={mail.direct} />
      <RadioCards name="other" label={texts.other} options={options} defaultValue={mail.other} />
      <FormActions>
        <SubmitButton>{words.common.save}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
