"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import type { Undo } from "#components/forms/use-undo.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { deleteClaimAction } from "#lib/claims/actions.ts";
import { restoreClaim } from "./restore-claim.ts";
import { SaidConfirm } from "./said-confirm.tsx";

/** Asks before a draft, or a claim that was put aside, goes. The toast offers to bring it back, and leads to it again. */
export function DeleteClaim({
  claimId,
  articleId,
  isDraft,
}: {
  claimId: string;
  articleId: string;
  isDraft: boolean;
}) {
  const words = useWords();
  const router = useRouter();
  const { restored, confirmText, ...of } = words.claims.delete;
  const texts = isDraft ? of.draft : of.dismissed;
  const run: Undo = (call) => restoreClaim(call, claimId, () => router.push(`/desk/claims/${claimId}`));
  return (
    <SaidConfirm
      trigger={
        <Button variant="line">
          <Trash2 aria-hidden className="size-4" />
          {texts.action}
        </Button>
      }
      title={texts.confirmTitle}
      description={confirmText}
      confirmLabel={words.common.delete}
      danger
      action={deleteClaimAction}
      done={texts.done}
      undo={{ run, undone: restored }}
      leaveTo={`/desk/articles/${articleId}`}
    >
      <input type="hidden" name="claimId" value={claimId} />
    </SaidConfirm>
  );
}
