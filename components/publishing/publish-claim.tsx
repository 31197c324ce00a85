import { SaidConfirm } from "#components/claims/said-confirm.tsx";
import { RepairNotice } from "#components/passages/repair-notice.tsx";
import { Button } from "#components/ui/button.tsx";
import { Message } from "#components/ui/message.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import type { ClaimDetail } from "#lib/claims/claim-detail.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { publishClaimAction } from "#lib/publishing/actions.ts";
import { type GateItem, missingOf } from "#lib/publishing/rules.ts";

/** Publishes a claim that is ready: plainly, with one item overridden, or the reason why not yet. */
export function PublishClaim({
  claim,
  gate,
  words,
}: {
  claim: ClaimDetail;
  gate: readonly GateItem[];
  words: Words;
}) {
  const texts = words.claims.publish;
  if (claim.repairCount > 0) return <RepairNotice claim={claim} words={words} blocksPublishing />;
  const missing = missingOf(gate);
  const [first, ...others] = missing;
  if (!claim.verdict || missing.includes("verdict")) return <p className="text-muted">{texts.noVerdict}</p>;
  if (others.length > 0) return <p className="text-pretty text-muted">{texts.blocked}</p>;
  const without = first && fill(texts.override, { item: words.claims.gate.items[first].name });
  return (
    <>
      {without && <p className="text-pretty text-muted">{without}</p>}
      <SaidConfirm
        trigger={<Button variant="primary">{texts.action}</Button>}
        title={texts.confirmTitle}
        description={fill(texts.confirmText, {
          statement: claim.statement,
          rating: claim.verdict.rating.isRated ? claim.verdict.rating.label : claim.verdict.conclusion,
        })}
        confirmLabel={texts.action}
        action={publishClaimAction}
        done={texts.done}
      >
        <input type="hidden" name="claimId" value={claim.id} />
        {first && (
          <>
            <input type="hidden" name="overrideItem" value={first} />
            <Message tone="warning">{without}</Message>
            <TextArea name="overrideReason" label={texts.overrideReason} rows={2} dir="auto" />
          </>
        )}
      </SaidConfirm>
    </>
  );
}
