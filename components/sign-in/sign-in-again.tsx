"use client";

import { type FormEvent, useState, useTransition } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Message } from "#components/ui/message.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { finishSignInAgainAction, signInAgainAction } from "#lib/members/actions.ts";
import type { SignedIn } from "./signed-in.tsx";

/**
 * Asks for e-mail and password, and for a code where one is needed, over the page that was being worked on. `onClose` hears true when `member` has signed
 * in again, false when they put it off or somebody else signed in (`onOther`, with their name).
 */
export function SignInAgain({
  member,
  onClose,
  onOther,
}: {
  member: SignedIn;
  onClose: (signedIn: boolean) => void;
  onOther: (name: string) => void;
}) {
  const { auth } = useWords();
  const { message, pending, halfIn, submit } = useSignIn(({ memberId, name }) => {
    if (memberId !== member.id) onOther(name);
    onClose(memberId === member.id);
  });
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose(false)}
      size="sm"
      title={auth.again.title}
      description={halfIn ? auth.secondStep.hint : auth.again.lead}
    >
      {/* What is typed here is not typed into the form behind: React tells its listeners all the same. */}
      <form noValidate onSubmit={submit} onInput={(event) => event.stopPropagation()} className="space-y-5">
        {message !== null && <Message tone="error">{message}</Message>}
        {halfIn ? (
          <>
            <input type="hidden" name="halfIn" value={halfIn} />
            <TextField label={auth.secondStep.code} name="code" autoComplete="one-time-code" autoFocus />
          </>
        ) : (
          <>
            <TextField label={auth.signIn.email} name="email" type="email" autoComplete="username" />
            <TextField
              label={auth.signIn.password}
              name="password"
              type="password"
              autoComplete="current-password"
            />
          </>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose />
          <Button type="submit" variant="primary" pending={pending}>
            {auth.again.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function useSignIn(onSignedIn: (now: { memberId: string; name: string }) => void) {
  const { common } = useWords();
  const [message, setMessage] = useState<string | null>(null);
  const [halfIn, setHalfIn] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation();
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      try {
        const send = halfIn ? finishSignInAgainAction : signInAgainAction;
        const answer = await send({ status: "idle" }, form);
        if (answer.status === "refused") {
          setMessage(answer.message);
          if (answer.reason === "second_step_over") setHalfIn(null);
        } else if (answer.status === "done") {
          setMessage(null);
          if ("halfIn" in answer.result) setHalfIn(answer.result.halfIn);
          else onSignedIn(answer.result);
        }
      } catch (error) {
        setMessage(error instanceof TypeError ? common.form.unreachable : common.form.unexpected);
      }
    });
  }
  return { message, pending, halfIn, submit };
}
