import { Chip } from "#components/ui/badge.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Message } from "#components/ui/message.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { Webhook } from "#lib/webhooks/queries.ts";
import { DeliveryList } from "./delivery-list.tsx";
import { EditWebhookForm } from "./edit-webhook-form.tsx";
import { RenewSecretForm } from "./renew-secret-form.tsx";
import { WebhookControls } from "./webhook-controls.tsx";

type Props = { webhooks: readonly Webhook[]; words: Words; format: Format; locale: string };

/** The webhooks: what each is told, how that goes, and what can be done about it. */
export function WebhookList({ webhooks, ...telling }: Props) {
  const texts = telling.words.connections.webhooks;
  return (
    <section aria-labelledby="webhooks">
      <h2 id="webhooks" className="sr-only">
        {texts.list}
      </h2>
      <ul className="space-y-4">
        {webhooks.map((hook) => (
          <li key={hook.id} className="min-w-0 space-y-4 rounded-lg border border-line p-4 sm:p-5">
            <About hook={hook} {...telling} />
            <WebhookControls id={hook.id} url={hook.url} isOn={hook.isOn} />
            <div className="flex flex-col gap-2.5">
              {hook.deliveries.length > 0 && <DeliveryList hook={hook} {...telling} />}
              <Disclosure summary={texts.edit}>
                <EditWebhookForm webhook={hook} />
              </Disclosure>
              <Disclosure summary={texts.renew}>
                <RenewSecretForm id={hook.id} url={hook.url} />
              </Disclosure>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function About({ hook, words, format }: Omit<Props, "webhooks"> & { hook: Webhook }) {
  const texts = words.connections.webhooks;
  return (
    <div className="space-y-2">
      <div>
        <h3 dir="ltr" className="font-semibold wrap-anywhere rtl:text-end">
          {new URL(hook.url).host}
        </h3>
        <p dir="ltr" className="text-sm wrap-anywhere text-muted rtl:text-end">
          {hook.url}
        </p>
      </div>
      <p className="flex flex-wrap gap-1.5">
        {hook.events.map((event) => (
          <Chip key={event}>{texts.events[event]}</Chip>
        ))}
      </p>
      <p className="text-sm wrap-break-word text-muted">
        {lastOf(hook, texts, format)} ·{" "}
        {fill(texts.addedBy, { name: hook.createdBy.name, date: format.date(hook.createdAt) })}
      </p>
      {hook.formerUntil && (
        <p className="text-sm">{fill(texts.both, { when: format.dateTime(hook.formerUntil) })}</p>
      )}
      {!hook.isOn && (
        <Message tone="warning" role="status">
          {texts.off}
        </Message>
      )}
    </div>
  );
}

function lastOf({ deliveries }: Webhook, texts: Words["connections"]["webhooks"], format: Format): string {
  const [last] = deliveries.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  if (!last) return texts.never;
  const when = format.dateTime(last.attemptedAt ?? last.at);
  return fill(texts.last, { state: texts.states[last.state], when });
}
