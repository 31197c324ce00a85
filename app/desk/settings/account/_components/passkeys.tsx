"use client";

import { browserSupportsWebAuthn, startRegistration } from "@simplewebauthn/browser";
import { useSyncExternalStore } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { RemoveButton } from "#components/forms/remove-button.tsx";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { ActionState } from "#lib/action.ts";
import { fill } from "#lib/i18n/words.ts";
import { addPasskeyAction, beginPasskeyAction, removePasskeyAction } from "#lib/passkeys/actions.ts";
import type { OwnPasskey } from "#lib/passkeys/queries.ts";
import { SIGN_IN_HERE } from "#lib/sign-in-here.ts";

const subscribe = () => () => {};

/** The member's passkeys, and another one. Without script, and in browsers that have none, there is only the list. */
export function Passkeys({ passkeys }: { passkeys: readonly OwnPasskey[] }) {
  const texts = useWords().account.passkeys;
  const canMake = useSyncExternalStore(subscribe, browserSupportsWebAuthn, () => false);
  return (
    <div className="space-y-5">
      <p className="text-pretty text-muted">{texts.lead}</p>
      {passkeys.length > 0 && (
        <ul aria-label={texts.title} className="divide-y divide-line border-y border-line">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {canMake ? <AddPasskey /> : <p className="text-sm text-muted">{texts.notHere}</p>}
    </div>
  );
}

function PasskeyRow({ passkey }: { passkey: OwnPasskey }) {
  const texts = useWords().account.passkeys;
  const format = useFormat();
  const { id, name, createdAt, lastUsedAt } = passkey;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium wrap-anywhere">{name}</p>
        <p className="text-sm text-muted">
          {lastUsedAt ? fill(texts.used, { date: format.date(lastUsedAt) }) : texts.unused} ·{" "}
          {fill(texts.made, { date: format.date(createdAt) })}
        </p>
      </div>
      <RemoveButton texts={texts} name={name} action={removePasskeyAction}>
        <input type="hidden" name="passkeyId" value={id} />
      </RemoveButton>
    </li>
  );
}

function AddPasskey() {
  const texts = useWords().account.passkeys;
  const toast = useToast();

  async function add(before: ActionState, typed: FormData): Promise<ActionState<void>> {
    const begun = await beginPasskeyAction(before, formWith(typed, { password: typed.get("password") }));
    if (begun.status !== "done") return begun;
    let made: string;
    try {
      const { id, response } = await startRegistration({ optionsJSON: begun.result.asked });
      made = JSON.stringify({ id, response });
    } catch {
      // Browsers tell a page next to nothing about why.
      return {
        status: "refused",
        reason: "passkey_cancelled",
        message: texts.cancelled,
        fields: {},
        values: {},
      };
    }
    return addPasskeyAction(before, formWith(typed, { name: typed.get("name"), made }));
  }

  return (
    <ActionForm action={add} onDone={() => toast({ title: texts.added })}>
      <TextField label={texts.name} name="name" hint={texts.nameHint} limit={80} autoComplete="off" />
      <TextField label={texts.password} name="password" type="password" autoComplete="current-password" />
      <SubmitButton variant="secondary">{texts.add}</SubmitButton>
    </ActionForm>
  );
}

/** Some of what was typed, for one of the two actions; that the page can sign in again goes with each. */
function formWith(typed: FormData, fields: Record<string, FormDataEntryValue | null>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value ?? "");
  if (typed.has(SIGN_IN_HERE)) form.set(SIGN_IN_HERE, "");
  return form;
}
