"use client";

import { type ReactNode, useState } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { useFormat, useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { fill, plural } from "#lib/i18n/words.ts";
import {
  beginTwoFactorAction,
  confirmTwoFactorAction,
  renewBackupCodesAction,
  turnOffTwoFactorAction,
} from "#lib/two-factor/actions.ts";
import type { OwnTwoFactor } from "#lib/two-factor/loaders.ts";
import { inGroups } from "#lib/two-factor/rules.ts";
import { BackupCodes } from "./backup-codes.tsx";

/** The second step of signing in. `drawing`: the QR code of what is being set up. */
export function TwoFactor({ twoFactor, drawing }: { twoFactor: OwnTwoFactor; drawing: ReactNode }) {
  if (twoFactor.state === "on") return <TurnedOn since={twoFactor.since} codesLeft={twoFactor.codesLeft} />;
  if (twoFactor.state === "begun") return <Enrol secret={twoFactor.secret} drawing={drawing} />;
  return <Begin />;
}

function Begin() {
  const texts = useWords().account.twoFactor;
  return (
    <ActionForm action={beginTwoFactorAction}>
      <p className="text-pretty text-muted">{texts.lead}</p>
      <TextField
        label={texts.password}
        name="password"
        type="password"
        autoComplete="current-password"
        className="max-w-96"
      />
      <SubmitButton variant="secondary">{texts.begin}</SubmitButton>
    </ActionForm>
  );
}

function Enrol({ secret, drawing }: { secret: string; drawing: ReactNode }) {
  const texts = useWords().account.twoFactor;
  return (
    // The key goes with the form: beside the codes it would be kept with them.
    <ActionForm action={confirmTwoFactorAction} answer={({ codes }) => <BackupCodes codes={codes} />}>
      <p className="text-pretty text-muted">{texts.scan}</p>
      {drawing}
      <p>
        <span className="block text-sm font-medium text-muted">{texts.secret}</span>
        <code dir="ltr" className="wrap-anywhere">
          {inGroups(secret).toUpperCase().replaceAll("-", " ")}
        </code>
      </p>
      <CodeField label={texts.code} hint={texts.confirmHint} />
      <SubmitButton>{texts.confirm}</SubmitButton>
    </ActionForm>
  );
}

function TurnedOn({ since, codesLeft }: { since: Date; codesLeft: number }) {
  const texts = useWords().account.twoFactor;
  const locale = useLocale();
  const format = useFormat();
  const toast = useToast();
  const [round, setRound] = useState(0);
  return (
    <div className="space-y-4">
      <p>
        {fill(texts.on, { date: format.date(since) })} {plural(locale, texts.codesLeft, codesLeft)}
      </p>
      <Disclosure summary={texts.renew}>
        <ActionForm
          key={round}
          action={renewBackupCodesAction}
          answer={({ codes }) => (
            <BackupCodes codes={codes} onKept={() => setRound((before) => before + 1)} />
          )}
        >
          <CodeField label={texts.code} hint={texts.renewHint} />
          <SubmitButton variant="secondary">{texts.renew}</SubmitButton>
        </ActionForm>
      </Disclosure>
      <Disclosure summary={texts.off}>
        <ActionForm action={turnOffTwoFactorAction} onDone={() => toast({ title: texts.isOff })}>
          <TextField
            label={texts.proof}
            name="proof"
            type="password"
            autoComplete="current-password"
            hint={texts.offHint}
          />
          <SubmitButton variant="danger">{texts.off}</SubmitButton>
        </ActionForm>
      </Disclosure>
    </div>
  );
}

function CodeField({ label, hint }: { label: string; hint: string }) {
  return (
    <TextField label={label} name="code" hint={hint} autoComplete="one-time-code" className="max-w-96" />
  );
}
