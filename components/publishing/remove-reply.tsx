"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { useUndo } from "#components/forms/use-undo.ts";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { ReplyItem } from "#lib/claims/claim-detail.ts";
import { recordReplyAction, removeReplyAction } from "#lib/replies/actions.ts";

/** Takes an entry out of the log of replies; the toast offers to put it back. */
export function RemoveReply({ reply, claimId }: { reply: ReplyItem; claimId: string }) {
  const texts = useWords().claims.replies;
  const format = useFormat();
  const toast = useToast();
  const takeBack = useUndo();
  const { asked, via, askedOn, deadlineAt, outcome, answer } = reply;
  const typed = { claimId, asked, via, askedOn, outcome, answer };
  const putBack = takeBack(
    (call) => call(recordReplyAction, { ...typed, deadlineAt: deadlineAt ? format.local(deadlineAt) : null }),
    texts.recorded,
  );
  return (
    <ActionForm
      action={removeReplyAction}
      onDone={() => toast({ title: texts.removed, description: asked, onUndo: putBack })}
    >
      <input type="hidden" name="replyId" value={reply.id} />
      <SubmitButton variant="quiet" size="sm">
        {texts.remove}
      </SubmitButton>
    </ActionForm>
  );
}
