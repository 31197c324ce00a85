"use client";

import { browserSupportsWebAuthn, startAuthentication } from "@simplewebauthn/browser";
import { useSyncExternalStore } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ActionState } from "#lib/action.ts";
import type { Words } from "#lib/i18n/words.ts";
import { beginPasskeySignInAction, signInByPasskeyAction } from "#lib/passkeys/actions.ts";

const subscribe = () => () => {};

type PasskeySignInProps = { words: Words["auth"]["signIn"]; from: string };

/** Signs in with a passkey. Not there without script, and in browsers that have none. */
export function PasskeySignIn({ words, from }: PasskeySignInProps) {
  const canSign = useSyncExternalStore(subscribe, browserSupportsWebAuthn, () => false);
  if (!canSign) return null;

  async function signIn(before: ActionState): Promise<ActionState<never>> {
    const begun = await beginPasskeySignInAction(before, new FormData());
    if (begun.status !== "done") return begun;
    const form = new FormData();
    try {
      const { id, response } = await startAuthentication({ optionsJSON: begun.result.asked });
      form.set("signed", JSON.stringify({ id, response }));
    } catch {
      // Browsers do not tell a page why: it would say who has a passkey.
      const message = words.passkeyCancelled;
      return { status: "refused", reason: "passkey_cancelled", message, fields: {}, values: {} };
    }
    form.set("from", from);
    return signInByPasskeyAction(before, form);
  }

  return (
    <ActionForm action={signIn} className="mt-3 space-y-3">
      <SubmitButton variant="secondary" className="w-full">
        {words.passkey}
      </SubmitButton>
    </ActionForm>
  );
}
