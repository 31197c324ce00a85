import { CircleAlert } from "lucide-react";
import Link from "next/link";
import { Chip } from "#components/ui/badge.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { sentenceOf } from "#lib/i18n/refusals.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import type { Delivery, Webhook } from "#lib/webhooks/queries.ts";
import { ResendButton } from "./resend-button.tsx";

type Told = { words: Words; format: Format; locale: string };

/** What a webhook was told lately: first what was given up. Open when something was. */
export function DeliveryList({ hook, words, format, locale }: Told & { hook: Webhook }) {
  const { deliveries, isOn, url } = hook;
  const texts = words.connections.webhooks;
  return (
    <Disclosure summary={texts.deliveries} open={deliveries.some(({ state }) => state === "dead")}>
      <ul aria-label={`${texts.deliveries}: ${url}`} className="divide-y divide-line border-y border-line">
        {deliveries.map((delivery) => (
          <li key={delivery.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-64 space-y-1">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-medium">{texts.events[delivery.event]}</span>
                {delivery.claim && (
                  <Link href={`/desk/claims/${delivery.claim.id}`}>{fill(texts.about, delivery.claim)}</Link>
                )}
                <Chip
                  icon={
                    delivery.state === "dead" && (
                      <CircleAlert aria-hidden className="size-3 shrink-0 text-false" />
                    )
                  }
                >
                  {texts.states[delivery.state]}
                </Chip>
              </p>
              <p className="text-sm wrap-break-word text-muted">
                {format.dateTime(delivery.at)}
                {delivery.status !== null && ` · ${fill(texts.answered, { status: delivery.status })}`}
              </p>
              <Outcome delivery={delivery} words={words} format={format} locale={locale} />
            </div>
            {isOn && delivery.state !== "waiting" && (
              <ResendButton
                id={delivery.id}
                name={`${texts.events[delivery.event]}, ${format.dateTime(delivery.at)}`}
              />
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Outcome({ delivery, words, format, locale }: Told & { delivery: Delivery }) {
  const { state, attempts, failure, nextAttemptAt } = delivery;
  if (state === "sent") return null;
  const texts = words.connections.webhooks;
  const reasons = { ...words.reasons, ...words.connections.failures };
  const next =
    attempts === 0
      ? texts.first
      : state === "dead"
        ? plural(locale, texts.gaveUp, attempts)
        : fill(plural(locale, texts.attempted, attempts), { when: format.dateTime(nextAttemptAt) });
  return (
    <p className="text-sm text-pretty wrap-break-word text-muted">
      {failure && `${sentenceOf(failure, { ...words, reasons }, format)} `}
      {next}
    </p>
  );
}
