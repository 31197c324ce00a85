"use client";

import { type FormEvent, useId, useRef } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { createArticleAction, type TextPreview } from "#lib/articles/actions.ts";
import { type ArticleFacts, ArticleFields } from "./article-fields.tsx";
import { TextPreviewPane, useTextPreview } from "./text-preview.tsx";

/** Takes the text of an article and what is known of it, and shows beside it how the text will be read. */
export function NewArticleForm({ memberId }: { memberId: string }) {
  const { articles, common } = useWords();
  const words = articles.form;
  const place = useRef<HTMLDivElement>(null);
  const previewTitle = useId();
  const { preview, read } = useTextPreview((found) =>
    fillInGuesses(place.current?.querySelector("form"), found),
  );
  return (
    <div ref={place}>
      <ActionForm
        action={createArticleAction}
        draftKey={`${memberId}:article:new`}
        className="grid gap-x-12 gap-y-7 xl:grid-cols-2 xl:items-start"
        onInputCapture={(event: FormEvent<HTMLFormElement>) => {
          if (event.target instanceof HTMLTextAreaElement && event.target.name === "text")
            read(event.target.value);
        }}
      >
        <TextArea name="text" label={words.text} hint={words.textHint} rows={12} dir="auto" />
        <section
          aria-labelledby={previewTitle}
          className="min-w-0 xl:col-start-2 xl:row-span-2 xl:row-start-1"
        >
          <h2 id={previewTitle} className="mb-1.5 text-sm font-medium text-muted">
            {articles.preview.title}
          </h2>
          <TextPreviewPane preview={preview} />
        </section>
        <div className="space-y-6">
          <ArticleFields initial={NOTHING_KNOWN} />
          <div className="flex flex-wrap items-center gap-2">
            <SubmitButton>{words.submit}</SubmitButton>
            <LinkButton href="/desk/articles" variant="quiet">
              {common.cancel}
            </LinkButton>
          </div>
        </div>
      </ActionForm>
    </div>
  );
}

const NOTHING_KNOWN: ArticleFacts = {
  title: "",
  byline: null,
  publisher: null,
  sourceUrl: null,
  publishedOn: null,
  origin: "external",
};

/** Only where nobody has written anything: a guess never replaces what a person knows. */
function fillInGuesses(form: HTMLFormElement | null | undefined, { metadata }: TextPreview): void {
  const guesses = { title: metadata.title, publishedOn: metadata.publishedOn };
  for (const [name, guess] of Object.entries(guesses)) {
    const field = form?.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement) || !guess) continue;
    if (field.value !== "" && field.value !== field.dataset.guess) continue;
    field.dataset.guess = guess;
    field.value = guess;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
