"use client";

import { unstable_rethrow } from "next/navigation";
import {
  type ComponentProps,
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useId,
  useRef,
  useState,
} from "react";
import type { Typed } from "#components/drafts/draft-store.ts";
import { isSame, typedIn } from "#components/drafts/form-values.ts";
import { useDraft } from "#components/drafts/use-draft.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { useSignInAgain } from "#components/sign-in/use-sign-in-again.tsx";
import { FormContextProvider } from "#components/ui/form-context.tsx";
import type { ActionState } from "#lib/action.ts";
import { redirectTarget } from "#lib/redirect-target.ts";
import { SIGN_IN_HERE } from "#lib/sign-in-here.ts";
import { FormMessage } from "./form-message.tsx";
import { isSendKey } from "./send-keys.ts";
import { useAfterAnswer } from "./use-after-answer.ts";
import { useSending } from "./use-sending.ts";

type ActionFormProps<Result> = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState<Result>>;
  /** Keeps what is typed in this browser: the member's id and the record's, `${actor.id}:claim:${claim.id}`. */
  draftKey?: string | undefined;
  onDone?: ((result: Result) => void) | undefined;
  /** What is shown in place of the form once it is done, also without JavaScript. */
  answer?: ((result: Result) => ReactNode) | undefined;
  /** Leaves what was typed in the form after success: for a preview, say. */
  keepValues?: boolean;
  /** Ctrl+Enter and Cmd+Enter send it, from anywhere in it. Its button is then a SendButton, which says so. */
  sendsByKeys?: boolean;
  children: ReactNode;
} & Omit<ComponentProps<"form">, "action" | "onSubmit" | "onInput" | "ref" | "children">;

const IDLE: ActionState<never> = { status: "idle" };

/**
 * The one way a form sends to a server action. Refusals stand beside the fields and what was typed stays,
 * also when the server cannot be reached or the page is reloaded. When the session has ended one signs in again over
 * the page, and it is sent.
 * Works before and without JavaScript: then the page comes back with the answer.
 */
export function ActionForm<Result>(props: ActionFormProps<Result>) {
  const {
    action,
    draftKey,
    onDone,
    answer: showAnswer,
    keepValues = false,
    sendsByKeys = false,
    ...others
  } = props;
  const { className = "space-y-5", onKeyDown, children, ...rest } = others;
  const id = useId();
  const messageId = `${id}message`;
  const formRef = useRef<HTMLFormElement>(null);
  const words = useWords();
  const draft = useDraft(draftKey, formRef);
  const signIn = useSignInAgain();
  const [failure, setFailure] = useState<"unreachable" | "willSend" | "unexpected" | null>(null);
  /** What was in the form when it was sent. */
  const sent = useRef<Typed | null>(null);
  const sending = useSending((data) => startTransition(() => dispatch(data)));

  async function send(_: ActionState, data: FormData): Promise<ActionState<Result>> {
    setFailure(null);
    try {
      if (signIn.canAsk) data.set(SIGN_IN_HERE, "");
      const answer = await action(IDLE, data);
      if (answer.status === "refused" && answer.reason === "session_ended") void sendAgain(data);
      if (answer.status === "done") {
        if (!hasGoneOn()) draft.clear();
        onDone?.(answer.result);
      }
      return answer;
    } catch (error) {
      const target = redirectTarget(error);
      if (target !== null && !target.startsWith("/login")) draft.leave();
      unstable_rethrow(error);
      if (!(error instanceof TypeError)) setFailure("unexpected");
      else setFailure(sending.retry(data) ? "willSend" : "unreachable");
      return IDLE;
    }
  }

  /** Whether more was written since the form was sent: that is nobody's to clear away. */
  function hasGoneOn(): boolean {
    const form = formRef.current;
    return form !== null && sent.current !== null && !isSame(typedIn(form), sent.current);
  }

  /** Not inside the action that was refused: while that waits, nothing the dialog has to say would be drawn. */
  async function sendAgain(data: FormData): Promise<void> {
    if (signIn.canAsk && (await signIn.ask())) startTransition(() => dispatch(data));
  }

  // On the server the action itself: React writes its address into the form, and it works without JavaScript.
  const chosen = typeof window === "undefined" ? action : send;
  const [state, dispatch, pending] = useActionState<ActionState<Result>, FormData>(chosen, IDLE);
  const failed = failure !== null;
  const after = useAfterAnswer({
    state,
    failed,
    formRef,
    messageId,
    keepsValues: () => keepValues || hasGoneOn(),
    onStale: draft.rebase,
  });
  const refused = state.status === "refused" ? state : null;
  const [posted] = useState(refused?.values ?? {});

  /** Sends by hand: React would empty the form after its action, refused or not. */
  function submit(event: FormEvent<HTMLFormElement>) {
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    if (submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget, submitter);
    const staleVersion = draft.staleVersion(event.currentTarget);
    if (staleVersion !== null) data.set("version", staleVersion);
    sent.current = typedIn(event.currentTarget);
    // Where nobody is signed in there is nothing that must not be done twice.
    if (signIn.canAsk) sending.begin(data);
    startTransition(() => dispatch(data));
  }

  const besideField = refused !== null && Object.values(refused.fields).includes(refused.message);
  const message = failure ? words.common.form[failure] : refused?.message;

  if (state.status === "done" && showAnswer) {
    return (
      <>
        {showAnswer(state.result)}
        {signIn.dialog}
      </>
    );
  }
  return (
    <>
      <form
        noValidate
        {...rest}
        className={className}
        ref={formRef}
        action={dispatch}
        onSubmit={submit}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (!sendsByKeys || event.defaultPrevented || !isSendKey(event)) return;
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }}
        onInput={(event) => {
          draft.noteInput(event.currentTarget);
          sending.stop();
          if (failure === "willSend") setFailure("unreachable");
        }}
      >
        <FormContextProvider
          value={{
            idOf: (name) => `${id}${name}`,
            errors: refused?.fields ?? {},
            posted,
            conflict: refused?.reason === "stale_version" && !after.isRefreshing ? refused.values : null,
            draft,
          }}
        >
          {message !== undefined && (!besideField || after.orphans.length > 0) && (
            <FormMessage
              id={messageId}
              text={message}
              problems={after.orphans.filter((orphan) => orphan !== message)}
            />
          )}
          {children}
        </FormContextProvider>
      </form>
      {signIn.dialog}
    </>
  );
}
