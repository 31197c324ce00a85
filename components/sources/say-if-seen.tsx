"use client";

import { Eye, EyeOff } from "lucide-react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { useUndo } from "#components/forms/use-undo.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { EvidenceItem } from "#lib/claims/claim-detail.ts";
import { recordSightingAction, takeBackSightingAction } from "#lib/sightings/actions.ts";

type Props = { item: Pick<EvidenceItem, "id" | "version">; isSeen: boolean };

/** By which an editor says that they have seen confidential evidence, or takes that back. */
export function SayIfSeen({ item, isSeen }: Props) {
  const texts = useWords().claims.evidence.sightings;
  const toast = useToast();
  const takeBack = useUndo();
  const said = { evidenceId: item.id, version: String(item.version) };
  const { evidenceId } = said;

  const onUndo = isSeen
    ? takeBack((call) => call(recordSightingAction, said), texts.said)
    : takeBack((call) => call(takeBackSightingAction, { evidenceId }), texts.takenBack);
  const Icon = isSeen ? EyeOff : Eye;
  return (
    <ActionForm
      // A form of its own each, or the answer to the one would be shown by the other.
      key={isSeen ? "seen" : "unseen"}
      action={isSeen ? takeBackSightingAction : recordSightingAction}
      className="space-y-2"
      onDone={() => toast({ title: isSeen ? texts.takenBack : texts.said, onUndo })}
    >
      <input type="hidden" name="evidenceId" value={evidenceId} />
      {!isSeen && <input type="hidden" name="version" value={said.version} />}
      <SubmitButton variant={isSeen ? "quiet" : "secondary"} size="sm">
        <Icon aria-hidden className="size-3.5" />
        {isSeen ? texts.takeBack : texts.say}
      </SubmitButton>
    </ActionForm>
  );
}
