"use client";

import { useId } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { chooseRatingsAction } from "#lib/check-files/actions.ts";
import { fill } from "#lib/i18n/words.ts";
import type { RatingView } from "#lib/verdicts/schema.ts";

/** Which rating of the scale each label of the file means that is not on it. */
export function LabelsForm({
  fileId,
  labels,
  ratings,
}: {
  fileId: string;
  labels: readonly { label: string; count: number }[];
  ratings: readonly Pick<RatingView, "id" | "label">[];
}) {
  const texts = useWords().checkFiles;
  const format = useFormat();
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-lg border border-line p-4 sm:p-5">
      <h2 id={id} className="font-semibold">
        {texts.labels}
      </h2>
      <p className="mt-1 mb-4 text-pretty text-muted">{texts.labelsText}</p>
      <ActionForm action={chooseRatingsAction} keepValues>
        <input type="hidden" name="fileId" value={fileId} />
        <ul className="space-y-3">
          {labels.map(({ label, count }, at) => (
            <li key={label} className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-2">
              <input type="hidden" name="label" value={label} />
              <label htmlFor={`${id}${at}`} className="font-medium wrap-anywhere">
                {fill(texts.label, { label, count: format.number(count) })}
              </label>
              <select id={`${id}${at}`} name="ratingId" className="control" defaultValue="">
                <option value="">{texts.leaveOut}</option>
                {ratings.map((rating) => (
                  <option key={rating.id} value={rating.id}>
                    {rating.label}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
        <SubmitButton variant="secondary">{texts.lookAgain}</SubmitButton>
      </ActionForm>
    </section>
  );
}
