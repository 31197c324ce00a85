import { FilePenLine, FolderSymlink, TextSelect } from "lucide-react";
import { SaidForm } from "#components/claims/said-form.tsx";
import { ActionForm } from "#components/forms/action-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { SendButton } from "#components/forms/send-button.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { replaceAddressAction } from "#lib/sources/actions.ts";
import { letStandAction, wantCorrectionAction } from "#lib/watch/actions.ts";
import type { TaskView } from "#lib/watch/loaders.ts";
import { MAX_TASK_REASON } from "#lib/watch/values.ts";

/** What a person can say of a source task. */
export function TaskActions({ item, actor, words }: { item: TaskView; actor: Actor; words: Words }) {
  const { id, can, claim, evidence } = item;
  const texts = words.watch.actions;
  if (!Object.values(can).some(Boolean)) return <p className="text-sm text-muted">{texts.none}</p>;
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="sr-only">{fill(texts.group, { number: claim.number })}</legend>
      <div className="flex flex-wrap items-start gap-2 empty:hidden">
        {can.replace && (
          <SaidForm action={replaceAddressAction} done={texts.replaced} className="grid gap-2">
            <input type="hidden" name="taskId" value={id} />
            <SubmitButton variant="secondary" size="sm">
              <FolderSymlink aria-hidden className="size-3.5" />
              {texts.replace}
            </SubmitButton>
          </SaidForm>
        )}
        {can.choose && (
          <LinkButton href={`/desk/evidence/${evidence.id}/words`} size="sm" prefetch={false}>
            <TextSelect aria-hidden className="size-3.5" />
            {texts.choose}
          </LinkButton>
        )}
        {can.correct && (
          <ActionForm action={wantCorrectionAction} className="grid gap-2">
            <input type="hidden" name="taskId" value={id} />
            <SubmitButton variant="secondary" size="sm">
              <FilePenLine aria-hidden className="size-3.5" />
              {texts.correct}
            </SubmitButton>
          </ActionForm>
        )}
      </div>
      {can.stand && (
        <Disclosure summary={texts.stand}>
          <SaidForm
            action={letStandAction}
            done={texts.stood}
            draftKey={`${actor.id}:task:${id}`}
            sendsByKeys
            className="grid max-w-2xl gap-4"
          >
            <input type="hidden" name="taskId" value={id} />
            <TextArea
              name="reason"
              label={texts.reason}
              hint={texts.reasonHint}
              limit={MAX_TASK_REASON}
              required
              rows={2}
            />
            <FormActions>
              <SendButton>{texts.standSubmit}</SendButton>
            </FormActions>
          </SaidForm>
        </Disclosure>
      )}
    </fieldset>
  );
}
