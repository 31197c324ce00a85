"use client";

import { type ReactNode, useCallback, useRef, useState } from "react";
import { onDemand } from "#components/connection/on-demand.tsx";
import { useSignedIn } from "./signed-in.tsx";
import { announceSignedIn } from "./signed-in-signal.ts";

const SignInAgain = onDemand(
  async () => (await import("./sign-in-again.tsx")).SignInAgain,
  ({ onClose }) => onClose(false),
);

/**
 * For whatever was told that the session has ended. `ask` opens the dialog, and says true once the same member has
 * signed in: then what was refused can be sent again. `dialog` belongs into the tree of whoever asks, outside its form.
 * `canAsk` is false where nobody need be signed in.
 */
export function useSignInAgain(): { canAsk: boolean; ask: () => Promise<boolean>; dialog: ReactNode } {
  const page = useSignedIn();
  const [isAsked, setIsAsked] = useState(false);
  const answer = useRef<(signedIn: boolean) => void>(() => {});

  const ask = useCallback(() => {
    if (page === null) return Promise.resolve(false);
    setIsAsked(true);
    return new Promise<boolean>((resolve) => {
      answer.current = resolve;
    });
  }, [page]);
  const close = (signedIn: boolean) => {
    setIsAsked(false);
    if (signedIn) announceSignedIn();
    answer.current(signedIn);
  };
  const dialog = isAsked && page && (
    <SignInAgain member={page.member} onClose={close} onOther={page.tellOfOther} />
  );
  return { canAsk: page !== null, ask, dialog };
}
