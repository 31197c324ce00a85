import { Chip } from "#components/ui/badge.tsx";
import { Message } from "#components/ui/message.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { Webhook } from "#lib/webhooks/queries.ts";
import { DeliveryList } from "./delivery-list.tsx";
import { WebhookControls } from "./webhook-controls.tsx";

type Props = { webhooks: readonly Webhook[]; words: Words; format: Format; locale: string };

/** The webhooks: what each is told, how that goes, and what can be done about it. */
export function WebhookList({ webhooks, words, format, locale }: Props) {
  const texts = words.connections.webhooks;
  return (
    <section aria-labelledby="webhooks">
      <h2 id="webhooks" className="mb-3 text-lg font-semibold">
        {texts.list}
      </h2>
      <ul className="space-y-4">
        {webhooks.map((hook) => (
          <li key={hook.id} className="min-w-0 space-y-3 rounded-lg border border-line p-4 sm:p-5">
            <div className="space-y-1">
              <h3 dir="ltr" className="font-semibold wrap-anywhere rtl:text-end">
                {hook.url}
              </h3>
              <p className="flex flex-wrap gap-1.5">
                {hook.events.map((event) => (
                  <Chip key={event}>{texts.events[event]}</Chip>
                ))}
              </p>
              <p className="text-sm wrap-break-word text-muted">
                {fill(texts.addedBy, { name: hook.createdBy.name, date: format.date(hook.createdAt) })}
              </p>
              <p className="text-sm text-muted">{lastOf(hook, texts, format)}</p>
            </div>
            {!hook.isOn && (
              <Message tone="warning" role="status">
                {texts.off}
              </Message>
            )}
            <WebhookControls id={hook.id} url={hook.url} isOn={hook.isOn} />
            {hook.deliveries.length > 0 && (
              <DeliveryList
                deliveries={hook.deliveries}
                label={`${texts.deliveries}: ${hook.url}`}
                isOn={hook.isOn}
                words={words}
                format={format}
                locale={locale}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function lastOf({ deliveries }: Webhook, texts: Words["connections"]["webhooks"], format: Format): string {
  const [last] = deliveries.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  if (!last) return texts.never;
  const when = format.dateTime(last.attemptedAt ?? last.at);
  return fill(texts.last, { state: texts.states[last.state], when });
}
