"use client";

import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { restoreClaim } from "#components/claims/restore-claim.ts";
import { ActionForm } from "#components/forms/action-form.tsx";
import { useUndo } from "#components/forms/use-undo.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { deleteCardAction } from "#lib/claims/actions.ts";
import { fill } from "#lib/i18n/words.ts";

/** Asks before a draft goes: with it go the sources attached to it. */
export function DeleteClaimDialog({
  claim,
  onDone,
  onRestored,
  onClose,
}: {
  claim: DeskClaim;
  onDone: () => void;
  /** It is back: what it is now. */
  onRestored: (claim: DeskClaim) => void;
  onClose: () => void;
}) {
  const words = useWords();
  const toast = useToast();
  const takeBack = useUndo();
  const { number } = claim;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="sm"
      title={fill(words.articles.claims.deleteTitle, { number })}
      description={words.articles.claims.deleteText}
    >
      <blockquote dir="auto" className="mb-5 border-s-3 border-line-strong ps-3 font-serif">
        {claim.statement}
      </blockquote>
      <ActionForm
        action={deleteCardAction}
        onDone={() => {
          const bringBack = takeBack(
            (call) => restoreClaim(call, claim.id, onRestored),
            words.claims.delete.restored,
          );
          toast({ title: fill(words.articles.claims.deleted, { number }), onUndo: bringBack });
          onDone();
        }}
        className="flex flex-wrap justify-end gap-2"
      >
        <input type="hidden" name="claimId" value={claim.id} />
        <DialogClose />
        <SubmitButton variant="danger">{words.common.delete}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
