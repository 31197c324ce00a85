"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { RemoveButton } from "#components/forms/remove-button.tsx";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { importFileRowsAction, lookAgainAction, removeFileAction } from "#lib/check-files/actions.ts";
import type { CheckFile } from "#lib/check-files/queries.ts";
import { plural } from "#lib/i18n/words.ts";

/** What can be done with a file that waits for a person: import it, have it looked at again, remove it. */
export function ImportControls({
  file: { id, name, use, shownAt },
  count,
}: {
  file: Pick<CheckFile, "id" | "name" | "use" | "shownAt">;
  count: number;
}) {
  const texts = useWords().checkFiles;
  const locale = useLocale();
  const which = <input type="hidden" name="fileId" value={id} />;
  const label = plural(locale, texts.import, count);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {shownAt !== null && count > 0 && use === "archive" && (
        <ConfirmDialog
          trigger={<Button variant="primary">{label}</Button>}
          title={plural(locale, texts.publishTitle, count)}
          description={texts.publishText}
          confirmLabel={texts.publish}
          action={importFileRowsAction}
        >
          {which}
        </ConfirmDialog>
      )}
      {shownAt !== null && count > 0 && use === "checked_before" && (
        <ActionForm action={importFileRowsAction}>
          {which}
          <SubmitButton>{label}</SubmitButton>
        </ActionForm>
      )}
      <ActionForm action={lookAgainAction}>
        {which}
        <SubmitButton variant="secondary">{texts.again}</SubmitButton>
      </ActionForm>
      <RemoveButton texts={texts} name={name} action={removeFileAction}>
        {which}
      </RemoveButton>
    </div>
  );
}
