"use client";

import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { ArticleReach } from "#lib/articles/values.ts";

/** What an editor orders the queue by: when the article's claims are needed, and how many people it reaches. */
export function PlanningFields({
  article,
}: {
  article: { reach: ArticleReach; deadlineAt: Date | null; embargoUntil: Date | null };
}) {
  const words = useWords().articles.form;
  const format = useFormat();
  const local = (at: Date | null) => (at ? format.local(at) : "");
  return (
    <fieldset className="space-y-5">
      <legend className="mb-5 w-full border-t border-line pt-5 font-semibold">{words.planning}</legend>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(13rem,1fr))] gap-5">
        <TextField
          name="deadlineAt"
          type="datetime-local"
          label={words.deadline}
          hint={words.deadlineHint}
          defaultValue={local(article.deadlineAt)}
          optional
        />
        <TextField
          name="embargoUntil"
          type="datetime-local"
          label={words.embargo}
          hint={words.embargoHint}
          defaultValue={local(article.embargoUntil)}
          optional
        />
      </div>
      <RadioCards
        name="reach"
        label={words.reach}
        defaultValue={article.reach}
        options={[
          { value: "normal", label: words.reaches.normal, description: words.reaches.normalHint },
          { value: "wide", label: words.reaches.wide, description: words.reaches.wideHint },
        ]}
      />
    </fieldset>
  );
}
