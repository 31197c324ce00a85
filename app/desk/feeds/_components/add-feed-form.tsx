"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { addFeedAction } from "#lib/feeds/actions.ts";
import { FEED_LIMITS } from "#lib/feeds/values.ts";

/** Has a feed watched from now on. */
export function AddFeedForm() {
  const texts = useWords().connections.feeds;
  const toast = useToast();
  return (
    <section aria-labelledby="add-feed" className="rounded-lg border border-line p-4 sm:p-5">
      <h2 id="add-feed" className="mb-4 font-semibold">
        {texts.add}
      </h2>
      <ActionForm action={addFeedAction} onDone={() => toast({ title: texts.added })}>
        <TextField
          label={texts.url}
          name="feedUrl"
          type="url"
          inputMode="url"
          dir="ltr"
          hint={texts.urlHint}
          placeholder="https://"
        />
        <TextField label={texts.words} name="feedWords" hint={texts.wordsHint} limit={FEED_LIMITS.words} />
        <SubmitButton>{texts.submit}</SubmitButton>
      </ActionForm>
    </section>
  );
}
