"use client";

import type { ReactNode } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { reviewerChoices } from "#components/reviews/reviewer-choices.ts";
import { SnoozeDay } from "#components/reviews/snooze-claim.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { bulkAction } from "#lib/bulk/actions.ts";
import type { BulkAct } from "#lib/bulk/values.ts";
import { plural } from "#lib/i18n/words.ts";
import { BulkResults, type Listed } from "./bulk-results.tsx";

/** Confirms what the summary says, with what it needs, and shows then what became of each claim. */
export function BulkForm({
  act,
  claims,
  reviewers,
  backHref,
  summary,
  children,
}: {
  act: BulkAct;
  /** The ones that are not left out. `seen`: the last change the summary shows. */
  claims: readonly (Listed & { seen: string })[];
  reviewers: readonly { id: string; name: string }[];
  backHref: string;
  summary: ReactNode;
  /** The claims. */
  children: ReactNode;
}) {
  const { bulk: words, reviews } = useWords();
  const locale = useLocale();
  return (
    <ActionForm
      action={bulkAction}
      answer={(outcomes) => <BulkResults act={act} outcomes={outcomes} claims={claims} backHref={backHref} />}
      className="grid gap-6"
    >
      {summary}
      <input type="hidden" name="act" value={act} />
      <input
        type="hidden"
        name="claims"
        value={claims.map(({ claimId, seen }) => `${claimId}.${seen}`).join(" ")}
      />
      {act === "assign" && claims.length > 0 && (
        <SelectField
          name="memberId"
          label={reviews.assign.member}
          hint={reviews.assign.memberHint}
          options={reviewerChoices(reviewers, reviews)}
          className="max-w-72"
        />
      )}
      {act === "snooze" && claims.length > 0 && <SnoozeDay />}
      {children}
      <div className="sticky bottom-0 -mx-4 flex flex-wrap gap-2 border-t border-line bg-paper px-4 py-3 desk:-mx-7 desk:px-7">
        {claims.length > 0 && (
          <SubmitButton>{plural(locale, words.confirm[act], claims.length)}</SubmitButton>
        )}
        <LinkButton href={backHref} variant="quiet">
          {words.cancel}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
