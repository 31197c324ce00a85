"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { retryImportAction } from "#lib/imports/actions.ts";
import { wayPath } from "./ways.ts";

type Retried = { id: string; url: string | null; article: { id: string } | null };

/** What can be done about an import that came to nothing. */
export function RetryImport({ found: { id, url, article } }: { found: Retried }) {
  const words = useWords().imports.failed;
  return (
    <ActionForm action={retryImportAction}>
      <input type="hidden" name="importId" value={id} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{words.retry}</SubmitButton>
        <LinkButton href={wayPath({ way: "paste", articleId: article?.id, url })}>{words.paste}</LinkButton>
      </div>
    </ActionForm>
  );
}

/** Reads once more what was compared with a text that is not the article's newest any more. */
export function ReadAgain({ importId }: { importId: string }) {
  const words = useWords().imports.preview;
  return (
    <ActionForm action={retryImportAction} className="space-y-2 pt-1.5">
      <input type="hidden" name="importId" value={importId} />
      <SubmitButton>{words.readAgain}</SubmitButton>
    </ActionForm>
  );
}
