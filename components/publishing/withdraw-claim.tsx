import { Archive } from "lucide-react";
import { SaidConfirm } from "#components/claims/said-confirm.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import type { Words } from "#lib/i18n/words.ts";
import { withdrawClaimAction } from "#lib/publishing/actions.ts";

/** Takes a published verdict back, with a reason for readers. */
export function WithdrawClaim({ claimId, words }: { claimId: string; words: Words }) {
  const texts = words.claims.withdraw;
  return (
    <SaidConfirm
      trigger={
        <Button variant="line">
          <Archive aria-hidden className="size-4" />
          {texts.open}
        </Button>
      }
      title={texts.confirmTitle}
      description={texts.confirmText}
      confirmLabel={texts.action}
      danger
      action={withdrawClaimAction}
      done={texts.done}
    >
      <input type="hidden" name="claimId" value={claimId} />
      <TextArea name="reason" label={texts.reason} hint={texts.reasonHint} rows={3} dir="auto" />
    </SaidConfirm>
  );
}
