"use client";

import { useWords } from "#components/locale/locale-provider.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { type Choice, SelectField } from "#components/ui/select-field.tsx";
import { DateField, TextField } from "#components/ui/text-field.tsx";
import { ARTICLE_LIMITS, type ArticleOrigin } from "#lib/articles/values.ts";

/** What is known of an article besides its text. `publishedOn`: `YYYY-MM-DD`. */
export type ArticleFacts = {
  title: string;
  byline: string | null;
  publisher: string | null;
  sourceUrl: string | null;
  publishedOn: string | null;
  origin: ArticleOrigin;
  /** BCP 47, "und" when it is not known. */
  language: string;
};

/** The fields for it, in a form. `languages`: those to choose from. */
export function ArticleFields({
  initial,
  languages,
}: {
  initial: ArticleFacts;
  languages: readonly Choice[];
}) {
  const words = useWords().articles.form;
  return (
    <div className="space-y-5">
      <TextField
        name="title"
        label={words.title}
        defaultValue={initial.title}
        limit={ARTICLE_LIMITS.title}
        dir="auto"
      />
      <RadioCards
        name="origin"
        label={words.origin}
        defaultValue={initial.origin}
        options={[
          { value: "external", label: words.external, description: words.externalHint },
          { value: "own", label: words.own, description: words.ownHint },
        ]}
      />
      <TextField
        name="sourceUrl"
        type="url"
        inputMode="url"
        label={words.sourceUrl}
        defaultValue={initial.sourceUrl ?? ""}
        optional
      />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(13rem,1fr))] gap-5">
        <TextField
          name="publisher"
          label={words.publisher}
          defaultValue={initial.publisher ?? ""}
          autoComplete="off"
          optional
        />
        <DateField
          name="publishedOn"
          label={words.publishedOn}
          defaultValue={initial.publishedOn ?? ""}
          optional
        />
      </div>
      <TextField
        name="byline"
        label={words.byline}
        hint={words.bylineHint}
        defaultValue={initial.byline ?? ""}
        autoComplete="off"
        dir="auto"
        optional
      />
      <SelectField
        name="language"
        label={words.language}
        defaultValue={initial.language}
        options={languages}
        className="max-w-64"
      />
    </div>
  );
}
