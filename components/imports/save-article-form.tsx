"use client";

import type { ReactNode } from "react";
import { type ArticleFacts, ArticleFields } from "#components/articles/fields/article-fields.tsx";
import { ActionForm } from "#components/forms/action-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import type { Choice } from "#components/ui/select-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { saveAsArticleAction } from "#lib/imports/actions.ts";
import { type ReadForm, ReadSection } from "./read-section.tsx";

/** Makes an article of what was read: the blocks that stay, and beside them what is known of it. */
export function SaveArticleForm({
  initial,
  languages,
  aside,
  children,
  ...read
}: ReadForm & {
  initial: ArticleFacts;
  languages: readonly Choice[];
  /** What there is to know before saving. */
  aside: ReactNode;
}) {
  const words = useWords().imports.preview;
  return (
    <ActionForm
      action={saveAsArticleAction}
      draftKey={read.draftKey}
      className="grid items-start gap-x-12 gap-y-8 wide:grid-cols-[minmax(0,1fr)_22rem]"
    >
      <ReadSection {...read}>
        {children}
        <p className="sticky bottom-0 -mx-4 mt-6 border-t border-line bg-paper px-4 py-2.5 wide:hidden print:hidden">
          <a href="#details" className="font-medium text-accent">
            {words.toDetails}
          </a>
        </p>
      </ReadSection>
      <section
        id="details"
        aria-labelledby="details-title"
        className="min-w-0 space-y-5 pt-2 wide:sticky wide:top-[calc(var(--header-height)+1.75rem)] wide:max-h-[calc(100dvh-var(--header-height)-6rem)] wide:overflow-y-auto wide:border-0 wide:px-1 wide:pt-0"
      >
        <h2 id="details-title" className="font-serif text-xl font-semibold">
          {words.details}
        </h2>
        {aside}
        <ArticleFields initial={initial} languages={languages} />
        <div className="bg-paper pb-4 wide:sticky wide:bottom-0 wide:border-t wide:border-line wide:pt-3">
          <FormActions>
            <SubmitButton>{words.save}</SubmitButton>
          </FormActions>
        </div>
      </section>
    </ActionForm>
  );
}
