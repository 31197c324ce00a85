"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { FileField } from "#components/imports/file-field.tsx";
import { useFileLimit } from "#components/imports/use-file-limit.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { sendFileAction } from "#lib/check-files/actions.ts";
import { FILE_USES } from "#lib/check-files/values.ts";
import { FOREIGN_LIMITS } from "#lib/foreign-checks/values.ts";
import { fill } from "#lib/i18n/words.ts";

/** What becomes of the checks, and the file they are in. One that is too large is refused before it is sent. */
export function SendFileForm() {
  const texts = useWords().checkFiles;
  const { limit, error, check, holdBack } = useFileLimit(FOREIGN_LIMITS.fileBytes, texts.tooLarge);
  return (
    <ActionForm action={sendFileAction} onSubmitCapture={holdBack}>
      <RadioCards
        label={texts.use}
        name="fileUse"
        defaultValue="checked_before"
        options={FILE_USES.map((use) => ({
          value: use,
          label: texts.uses[use],
          description: texts.useHints[use],
        }))}
      />
      <FileField
        name="file"
        label={texts.file}
        hint={fill(texts.fileHint, { limit })}
        error={error}
        prompt={texts.drop}
        accept=".json,.jsonld,.html,.htm,.csv,.tsv,.txt,application/json,application/ld+json,text/html,text/csv,text/tab-separated-values,text/plain"
        onChoose={check}
      />
      <SubmitButton>{texts.submit}</SubmitButton>
    </ActionForm>
  );
}
