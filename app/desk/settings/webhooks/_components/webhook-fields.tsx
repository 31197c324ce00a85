"use client";

import { useWords } from "#components/locale/locale-provider.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { TickBoxes } from "#components/ui/tick-boxes.tsx";
import type { Webhook } from "#lib/webhooks/queries.ts";
import { EVENT_FIELDS, WEBHOOK_EVENTS } from "#lib/webhooks/values.ts";

/** Where a program is told, and of what. */
export function WebhookFields({ webhook }: { webhook?: Pick<Webhook, "url" | "events"> }) {
  const texts = useWords().connections.webhooks;
  return (
    <>
      <TextField
        label={texts.url}
        name="webhookUrl"
        type="url"
        inputMode="url"
        dir="ltr"
        hint={texts.urlHint}
        placeholder="https://"
        defaultValue={webhook?.url}
      />
      <TickBoxes
        label={texts.which}
        name="events"
        ticks={WEBHOOK_EVENTS.map((event) => ({
          name: EVENT_FIELDS[event],
          label: texts.events[event],
          isTicked: webhook?.events.includes(event) ?? false,
        }))}
      />
    </>
  );
}
