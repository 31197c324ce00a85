"use client";

import { type ReactNode, useState } from "react";
import { ShownOnce } from "#components/ui/shown-once.tsx";
import type { ActionState } from "#lib/action.ts";
import { ActionForm } from "./action-form.tsx";

type SecretFormProps = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState<{ secret: string }>>;
  /** What is said with the secret; `secret`: the name of the field it stands in. */
  texts: Record<"madeTitle" | "madeText" | "secret", string>;
  children: ReactNode;
};

/** Asks for something that has a secret, which then stands in the form's place until it is put away: this once. */
export function SecretForm({ action, texts, children }: SecretFormProps) {
  const [round, setRound] = useState(0);
  return (
    <ActionForm
      key={round}
      action={action}
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
      {children}
    </ActionForm>
  );
}
