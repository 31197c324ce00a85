"use client";

import { useState } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { FieldGroup } from "#components/ui/field.tsx";
import { useFormState } from "#components/ui/form-context.tsx";
import { ShownOnce } from "#components/ui/shown-once.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { addWebhookAction } from "#lib/webhooks/actions.ts";
import { EVENT_FIELDS, WEBHOOK_EVENTS } from "#lib/webhooks/values.ts";

/** A new webhook: asked for, and then its secret this once in place of the form. */
export function AddWebhookForm() {
  const texts = useWords().connections.webhooks;
  const [round, setRound] = useState(0);
  return (
    <section aria-labelledby="add-webhook" className="rounded-lg border border-line p-4 sm:p-5">
      <h2 id="add-webhook" className="mb-4 font-semibold">
        {texts.add}
      </h2>
      <ActionForm
        key={round}
        action={addWebhookAction}
        autoComplete="off"
        answer={({ secret }) => (
          <ShownOnce
            title={texts.madeTitle}
            text={texts.madeText}
            label={texts.secret}
            secret={secret}
            onDone={() => setRound((before) => before + 1)}
          />
        )}
      >
        <TextField
          label={texts.url}
          name="webhookUrl"
          type="url"
          inputMode="url"
          dir="ltr"
          hint={texts.urlHint}
          placeholder="https://"
        />
        <EventTicks />
        <SubmitButton>{texts.submit}</SubmitButton>
      </ActionForm>
    </section>
  );
}

function EventTicks() {
  const texts = useWords().connections.webhooks;
  const form = useFormState();
  return (
    <FieldGroup label={texts.which} name="events">
      {() => (
        <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {WEBHOOK_EVENTS.map((event) => (
            <label key={event} className="flex min-h-10 items-center gap-2.5 pointer-coarse:min-h-11">
              <input
                type="checkbox"
                name={EVENT_FIELDS[event]}
                value="yes"
                defaultChecked={form?.posted[EVENT_FIELDS[event]] === "yes"}
                className="size-4 shrink-0 accent-accent"
              />
              {texts.events[event]}
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}
