"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import type { Fields } from "#components/forms/form-of.ts";
import { useUndo } from "#components/forms/use-undo.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { EvidenceItem } from "#lib/claims/claim-detail.ts";
import { attachEvidenceAction, removeEvidenceAction } from "#lib/evidence/actions.ts";

/** Takes a source off the claim; the toast offers to put it back. */
export function RemoveEvidence({ item, claimId }: { item: EvidenceItem; claimId: string }) {
  const texts = useWords().claims.evidence;
  const toast = useToast();
  const takeBack = useUndo();

  const putBack = takeBack((call) => call(attachEvidenceAction, asTyped(item, claimId)), texts.attached);

  return (
    <ActionForm
      action={removeEvidenceAction}
      onDone={() => toast({ title: texts.removed, description: item.source.title, onUndo: putBack })}
    >
      <input type="hidden" name="evidenceId" value={item.id} />
      <input type="hidden" name="version" value={item.version} />
      <SubmitButton variant="quiet" size="sm">
        {texts.remove}
      </SubmitButton>
    </ActionForm>
  );
}

/** The evidence as its form would send it. */
function asTyped({ source, ...item }: EvidenceItem, claimId: string): Fields {
  const { url, title, publisher, author, publishedOn, kind, interests } = source;
  const { stance, quote, note, visibility, archiveUrl, noSnapshotReason } = item;
  return {
    claimId,
    ...{ url, title, publisher, author, publishedOn, kind, interests },
    ...{ stance, quote, note, visibility, archiveUrl, noSnapshotReason },
  };
}
