import type { ComponentProps, ReactNode } from "react";
import { SaidForm } from "#components/claims/said-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import type { Words } from "#lib/i18n/words.ts";
import type { ScaleView } from "#lib/verdicts/queries.ts";
import { SCALE_LIMITS } from "#lib/verdicts/values.ts";
import { WhichDraft } from "./which-draft.tsx";

/**
 * A rating or a kind of problem of the draft: what it is called, what it means, and in `children` what else is said of
 * it. `entry`: the one that is changed; undefined for a new one.
 */
export function EntryForm({
  noun,
  entry,
  action,
  add,
  labelHint,
  draft,
  actor,
  words,
  children,
}: {
  noun: "rating" | "problem";
  entry: { id: string; label: string; definition: string } | undefined;
  action: ComponentProps<typeof SaidForm>["action"];
  /** What the button for a new one says. */
  add: string;
  labelHint?: string;
  draft: ScaleView;
  actor: Actor;
  words: Words;
  children?: ReactNode;
}) {
  const texts = words.scales.draft;
  return (
    <SaidForm
      action={action}
      draftKey={`${actor.id}:${noun}:${entry?.id ?? draft.id}`}
      done={entry ? texts.saved : texts.added}
      className="grid gap-5 rounded-lg border border-line bg-raised p-5"
    >
      <WhichDraft draft={draft} />
      {entry && <input type="hidden" name={`${noun}Id`} value={entry.id} />}
      <TextField
        name="label"
        label={texts.label}
        hint={labelHint}
        defaultValue={entry?.label}
        limit={SCALE_LIMITS.label}
        dir="auto"
        autoComplete="off"
      />
      <TextArea
        name="definition"
        label={texts.definition}
        hint={texts.definitionHint}
        defaultValue={entry?.definition}
        limit={SCALE_LIMITS.definition}
        rows={2}
        dir="auto"
      />
      {children}
      <FormActions>
        <SubmitButton>{entry ? words.common.save : add}</SubmitButton>
      </FormActions>
    </SaidForm>
  );
}
