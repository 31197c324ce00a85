"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { RemoveButton } from "#components/forms/remove-button.tsx";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Message } from "#components/ui/message.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { fill } from "#lib/i18n/words.ts";
import { beginLinkingAction, unlinkProviderAction } from "#lib/single-sign-on/actions.ts";
import type { OwnProviders } from "#lib/single-sign-on/loaders.ts";

/** By which accounts elsewhere the member signs in, and another one. */
export function ProviderAccounts({ accounts, linkable, mayUnlink, problem }: OwnProviders) {
  const words = useWords();
  const texts = words.account.provider;
  const format = useFormat();
  return (
    <div className="space-y-5">
      {problem && <Message tone="error">{problem}</Message>}
      <p className="text-pretty text-muted">{texts.lead}</p>
      {accounts.length > 0 && (
        <ul aria-label={texts.title} className="divide-y divide-line border-y border-line">
          {accounts.map(({ issuer, name, createdAt }) => (
            <li key={issuer} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
              <div className="min-w-0 flex-1 basis-56">
                <p className="font-medium wrap-anywhere">{name}</p>
                <p className="text-sm text-muted">{fill(texts.linked, { date: format.date(createdAt) })}</p>
              </div>
              {mayUnlink && (
                <RemoveButton texts={texts} name={name} action={unlinkProviderAction}>
                  <input type="hidden" name="issuer" value={issuer} />
                </RemoveButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {accounts.length > 0 && !mayUnlink && (
        <p className="text-sm text-pretty text-muted">{words.reasons.provider_only_way_in}</p>
      )}
      {linkable && <LinkAccount provider={linkable.name} />}
    </div>
  );
}

/** The way to the provider is a link: what a form sends stays on this site. */
function LinkAccount({ provider }: { provider: string }) {
  const texts = useWords().account.provider;
  return (
    <Disclosure summary={fill(texts.add, { provider })}>
      <ActionForm
        action={beginLinkingAction}
        answer={({ url }) => (
          <div role="status" className="space-y-4">
            <p className="text-pretty">{texts.goOnText}</p>
            <a href={url} className={buttonStyle({ variant: "primary" })}>
              {fill(texts.goOn, { provider })}
            </a>
          </div>
        )}
      >
        <TextField label={texts.password} name="password" type="password" autoComplete="current-password" />
        <SubmitButton variant="secondary">{texts.link}</SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}
