"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { deleteCardAction } from "#lib/claims/actions.ts";
import { fill } from "#lib/i18n/words.ts";
import type { DeskClaim } from "./desk-claim.ts";

/** Asks before a draft goes: with it go the sources attached to it. */
export function DeleteClaimDialog({
  claim,
  onDone,
  onClose,
}: {
  claim: DeskClaim;
  onDone: () => void;
  onClose: () => void;
}) {
  const words = useWords();
  const toast = useToast();
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
          toast({ title: fill(words.articles.claims.deleted, { number }) });
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
