import { ActionForm } from "#components/forms/action-form.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Words } from "#lib/i18n/words.ts";
import { mergeSourcesAction } from "#lib/sources/actions.ts";
import type { SourceDetail } from "#lib/sources/queries.ts";
import { MergeTarget } from "./merge-target.tsx";

/** Makes this source part of another. */
export function MergeSource({ source, words }: { source: SourceDetail; words: Words }) {
  const texts = words.sources.merge;
  return (
    <Disclosure summary={texts.title}>
      <ActionForm
        action={mergeSourcesAction}
        className="grid gap-4 rounded-lg border border-line bg-raised p-5"
      >
        <p className="text-sm text-pretty text-muted">{texts.text}</p>
        <input type="hidden" name="sourceId" value={source.id} />
        <MergeTarget sourceId={source.id} />
        <div>
          <SubmitButton variant="danger">{texts.submit}</SubmitButton>
        </div>
      </ActionForm>
    </Disclosure>
  );
}
