"use client";

import { UserX } from "lucide-react";
import { SaidForm } from "#components/claims/said-form.tsx";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { assignClaimAction, unassignClaimAction } from "#lib/assignments/actions.ts";
import type { Assignment } from "#lib/claims/rules.ts";
import { fill } from "#lib/i18n/words.ts";
import { reviewerChoices } from "./reviewer-choices.ts";
import { undoAssignment } from "./undo-assignment.ts";

export type Reviewer = { id: string; name: string };

/** Asks somebody in particular to do a claim next, and takes that back. */
export function AssignClaim({
  claimId,
  assignment,
  reviewers,
}: {
  claimId: string;
  /** Null too when the time for it is over. */
  assignment: Assignment | null;
  reviewers: readonly Reviewer[];
}) {
  const { reviews } = useWords();
  const texts = reviews.assign;
  return (
    <div className="grid gap-1">
      {assignment && <KeptFor claimId={claimId} assignment={assignment} />}
      <Disclosure summary={assignment ? texts.openAgain : texts.open}>
        <SaidForm
          action={assignClaimAction}
          done={texts.done}
          undo={{
            run: (call, { before }) => undoAssignment(call, { claimId, before }),
            undone: texts.undone,
          }}
          className="grid gap-4 pb-3"
        >
          <input type="hidden" name="claimId" value={claimId} />
          <SelectField
            name="memberId"
            label={texts.member}
            hint={texts.memberHint}
            options={reviewerChoices(reviewers, reviews)}
            className="max-w-72"
          />
          <div>
            <SubmitButton>{texts.action}</SubmitButton>
          </div>
        </SaidForm>
      </Disclosure>
    </div>
  );
}

function KeptFor({ claimId, assignment }: { claimId: string; assignment: Assignment }) {
  const texts = useWords().reviews.assign;
  const format = useFormat();
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <p className="text-muted">
        {fill(texts.keptFor, { name: assignment.memberName, when: format.dateTime(assignment.until) })}
      </p>
      <SaidForm
        action={unassignClaimAction}
        done={texts.ended}
        undo={{ run: (call, { before }) => undoAssignment(call, { claimId, before }), undone: texts.undone }}
      >
        <input type="hidden" name="claimId" value={claimId} />
        <SubmitButton variant="quiet" size="sm">
          <UserX aria-hidden className="size-4" />
          {texts.end}
        </SubmitButton>
      </SaidForm>
    </div>
  );
}
