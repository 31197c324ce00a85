"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { fill } from "#lib/i18n/words.ts";
import { savePolicyAction } from "#lib/policies/actions.ts";
import type { Policy } from "#lib/policies/queries.ts";
import { LONGEST_POLICY } from "#lib/policies/values.ts";

type Props = { actorId: string; policy: Policy; savedOn: string | null };

/** One policy of the newsroom, as Markdown. */
export function PolicyForm({ actorId, policy, savedOn }: Props) {
  const words = useWords();
  const toast = useToast();
  const texts = words.policies;
  const { title, hint } = texts.each[policy.key];
  return (
    <ActionForm
      action={savePolicyAction}
      draftKey={`${actorId}:policy:${policy.key}`}
      onDone={() => toast({ title: texts.saved })}
      className="mt-4 space-y-4"
    >
      <input type="hidden" name="policy" value={policy.key} />
      <input type="hidden" name="basedOn" value={policy.version} />
      <TextArea
        label={fill(texts.text, { policy: title })}
        name="policyText"
        hint={hint}
        rows={6}
        limit={LONGEST_POLICY}
        defaultValue={policy.text}
      />
      <FormActions>
        <SubmitButton>{words.common.save}</SubmitButton>
        {savedOn && (
          <span className="text-sm text-muted">
            {fill(texts.version, { number: policy.version, time: savedOn })}
          </span>
        )}
      </FormActions>
    </ActionForm>
  );
}
