"use client";

import { useFormStatus } from "react-dom";
import { ActionForm } from "#components/forms/action-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { SendButton } from "#components/forms/send-button.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import type { ActionState } from "#lib/action.ts";
import { addCommentAction } from "#lib/comments/actions.ts";
import { COMMENT_LIMIT } from "#lib/comments/values.ts";
import { MentionArea } from "./mention-area.tsx";

export type CommentAction<Result = unknown> = (
  previous: ActionState,
  form: FormData,
) => Promise<ActionState<Result>>;

/**
 * An action of a form after which the comments are fetched anew, before the form says that it is done: so what was
 * sent never vanishes between the two. On the server the action itself, which works without script.
 */
export function withRefresh<Result>(
  action: CommentAction<Result>,
  refresh: () => Promise<void>,
): CommentAction<Result> {
  if (typeof window === "undefined") return action;
  return async (previous, form) => {
    const answer = await action(previous, form);
    if (answer.status === "done") await refresh();
    return answer;
  };
}

/** Writes a new thread, or a reply in one. What is typed is kept in this browser until it is sent. */
export function Composer({
  place,
  label,
  send,
  viewerId,
  refresh,
  onDone,
  autoFocus = false,
}: {
  place: { claimId: string } | { articleId: string } | { threadId: string };
  label: string;
  /** What the button says. */
  send: string;
  viewerId: string;
  refresh: () => Promise<void>;
  onDone?: () => void;
  autoFocus?: boolean;
}) {
  const texts = useWords().comments;
  const [[name, id] = ["", ""]] = Object.entries(place);
  return (
    <ActionForm
      action={withRefresh(addCommentAction, refresh)}
      draftKey={`${viewerId}:comment:${id}`}
      onDone={onDone}
      sendsByKeys
      aria-label={label}
      className="grid gap-2"
    >
      <Sending />
      <input type="hidden" name={name} value={id} />
      <MentionArea
        name="body"
        label={label}
        hideLabel
        rows={2}
        limit={COMMENT_LIMIT}
        placeholder={texts.placeholder}
        autoFocus={autoFocus}
      />
      <FormActions>
        <SendButton size="sm">{send}</SendButton>
      </FormActions>
    </ActionForm>
  );
}

/** What is on its way already stands where it will be. */
function Sending() {
  const { pending, data } = useFormStatus();
  const texts = useWords().comments;
  if (!pending) return null;
  return (
    <div role="status" className="rounded-lg border border-dashed border-line-strong px-3 py-2 text-muted">
      <p className="text-xs">{texts.sending}</p>
      <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
        {String(data?.get("body") ?? "")}
      </p>
    </div>
  );
}
