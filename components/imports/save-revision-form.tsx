"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { fill } from "#lib/i18n/words.ts";
import { saveAsRevisionAction } from "#lib/imports/actions.ts";
import { type ReadForm, ReadSection } from "./read-section.tsx";

/**
 * Makes the next revision of an article of what was read. `number`: that revision's. `canSave`: false when the
 * article has a newer text than the one this was compared with.
 */
export function SaveRevisionForm({
  article,
  number,
  canSave,
  ...read
}: ReadForm & { article: { id: string; title: string }; number: number; canSave: boolean }) {
  const { imports, common } = useWords();
  const words = imports.preview;
  return (
    <ActionForm action={saveAsRevisionAction} draftKey={read.draftKey} className="space-y-6">
      <ReadSection {...read} />
      <div className="sticky bottom-0 -mx-4 space-y-2 border-t border-line bg-paper px-4 py-3 desk:mx-0 desk:px-0">
        {canSave && (
          <p className="text-sm text-pretty text-muted">
            {fill(words.saveRevisionOf, { number, title: article.title })}
          </p>
        )}
        <FormActions>
          {canSave && <SubmitButton>{fill(words.saveRevision, { number })}</SubmitButton>}
          <LinkButton href={`/desk/articles/${article.id}`} variant="quiet">
            {common.cancel}
          </LinkButton>
        </FormActions>
      </div>
    </ActionForm>
  );
}
