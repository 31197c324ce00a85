"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { type ClaimDetails, ClaimFields } from "#components/claims/claim-fields.tsx";
import { ActionForm } from "#components/forms/action-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { SendButton } from "#components/forms/send-button.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ActionState } from "#lib/action.ts";
import { isComposing } from "#lib/shortcuts/rules.ts";

/**
 * The form for a new claim and for changing one. Enter in the statement sends it, which is one sentence; so does
 * Ctrl+Enter or Cmd+Enter anywhere. Escape cancels.
 */
export function ClaimForm<Result>({
  title,
  action,
  hidden,
  initial,
  claim,
  draftKey,
  submitLabel,
  onDone,
  onCancel,
  children,
}: {
  title: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState<Result>>;
  /** What is sent besides what is written. */
  hidden: Readonly<Record<string, string | number>>;
  initial: ClaimDetails;
  /** The claim that is being changed; none for a new one. */
  claim?: DeskClaim;
  draftKey: string;
  submitLabel: string;
  onDone: (result: Result) => void;
  onCancel: () => void;
  /** Stands before the fields: the chosen words. */
  children?: ReactNode;
}) {
  const words = useWords();
  const titleId = useId();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const statement = place.current?.querySelector("textarea");
    statement?.focus({ preventScroll: true });
    statement?.setSelectionRange(statement.value.length, statement.value.length);
  }, []);
  return (
    <div
      ref={place}
      className="rounded-lg border border-line-strong bg-raised p-4 shadow-md max-[1100px]:border-0 max-[1100px]:bg-transparent max-[1100px]:p-0 max-[1100px]:shadow-none"
    >
      <ActionForm
        aria-labelledby={titleId}
        action={action}
        draftKey={draftKey}
        onDone={onDone}
        sendsByKeys
        onKeyDown={(event) => {
          if (endsStatement(event)) {
            event.preventDefault();
            event.currentTarget.requestSubmit();
          }
          if (event.key === "Escape" && !isComposing(event.nativeEvent)) onCancel();
        }}
      >
        <h3 id={titleId} className="mb-3 font-semibold max-[1100px]:sr-only">
          {title}
        </h3>
        {children && <div className="mb-4">{children}</div>}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ClaimFields initial={initial} {...(claim && { claim })} />
        <FormActions>
          <SendButton>{submitLabel}</SendButton>
          <Button variant="quiet" onClick={onCancel}>
            {words.common.cancel}
          </Button>
        </FormActions>
      </ActionForm>
    </div>
  );
}

/** Not the Enter that ends a word of an input method. */
function endsStatement({ key, shiftKey, ctrlKey, metaKey, target, nativeEvent }: KeyboardEvent): boolean {
  if (key !== "Enter" || shiftKey || ctrlKey || metaKey || isComposing(nativeEvent)) return false;
  return target instanceof HTMLTextAreaElement && target.name === "statement";
}
