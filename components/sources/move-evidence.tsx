"use client";

import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { useEffect, useRef } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { useUndo } from "#components/forms/use-undo.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { orderEvidenceAction } from "#lib/evidence/actions.ts";
import { fill } from "#lib/i18n/words.ts";
import { useDragInList } from "./use-drag-in-list.ts";

type Props = {
  claimId: string;
  number: number;
  /** Where it stands now, from 0, and all of the claim's evidence in its order. */
  at: number;
  ids: readonly string[];
};

const STEPS = [
  { key: "up", by: -1, Icon: ArrowUp },
  { key: "down", by: 1, Icon: ArrowDown },
] as const;

/** Moves a source among the others: by buttons, which work without script, or by dragging its handle. */
export function MoveEvidence({ claimId, number, at, ids }: Props) {
  const texts = useWords().claims.evidence;
  const toast = useToast();
  const takeBack = useUndo();
  const dropRef = useRef<HTMLButtonElement>(null);
  const pressed = useRef<HTMLButtonElement | null>(null);
  const labels = { up: fill(texts.moveUp, { number }), down: fill(texts.moveDown, { number }) };

  // A row that moves in the document loses the focus it has.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it has moved
  useEffect(() => {
    pressed.current?.focus();
    pressed.current = null;
  }, [at]);

  const handle = useDragInList((to) => {
    const drop = dropRef.current;
    if (drop === null || to === at) return;
    drop.value = movedTo(ids, at, to);
    drop.form?.requestSubmit(drop);
  });

  const putBack = takeBack(
    (call) => call(orderEvidenceAction, { claimId, evidenceIds: ids.join(",") }),
    texts.movedBack,
  );

  return (
    <ActionForm
      action={orderEvidenceAction}
      className="-my-1 -me-2 flex shrink-0"
      onDone={() => toast({ title: fill(texts.reordered, { number }), onUndo: putBack })}
    >
      <input type="hidden" name="claimId" value={claimId} />
      <button ref={dropRef} type="submit" name="evidenceIds" hidden tabIndex={-1} />
      {STEPS.map(({ key, by, Icon }) => (
        <SubmitButton
          key={key}
          variant="quiet"
          size="sm"
          name="evidenceIds"
          value={movedTo(ids, at, at + by)}
          aria-label={labels[key]}
          title={labels[key]}
          aria-disabled={ids[at + by] === undefined}
          className="aria-disabled:opacity-40"
          onClick={({ currentTarget }) => {
            pressed.current = currentTarget;
          }}
        >
          <Icon aria-hidden className="size-4" />
        </SubmitButton>
      ))}
      <span
        aria-hidden
        title={fill(texts.drag, { number })}
        className="grid w-8 cursor-grab touch-none place-items-center text-muted select-none noscript:hidden"
        {...handle}
      >
        <GripVertical className="size-4" />
      </span>
    </ActionForm>
  );
}

/** The ids with the one at `from` standing at `to`, as the form sends them; at either end it stays. */
function movedTo(ids: readonly string[], from: number, to: number): string {
  const [moving] = ids.slice(from, from + 1);
  if (moving === undefined || ids[to] === undefined) return ids.join(",");
  return ids.toSpliced(from, 1).toSpliced(to, 0, moving).join(",");
}
