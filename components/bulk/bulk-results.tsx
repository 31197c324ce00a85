"use client";

import { Check, CircleAlert } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { type BulkOutcome, undoBulkAction } from "#lib/bulk/actions.ts";
import type { BulkAct } from "#lib/bulk/values.ts";
import { fill, plural } from "#lib/i18n/words.ts";

/** A claim as lists of several show it. */
export type Listed = { claimId: string; number: number; statement: string };

/** What became of each claim. Stays until the page is left; the focus is on the sum of it, so that it is read. */
export function BulkResults({
  act,
  outcomes,
  claims,
  backHref,
}: {
  act: BulkAct | "undo";
  outcomes: readonly BulkOutcome[];
  claims: readonly Listed[];
  backHref: string;
}) {
  const words = useWords().bulk;
  const locale = useLocale();
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => headingRef.current?.focus(), []);
  const done = outcomes.filter(({ problem }) => problem === null).length;
  const not = outcomes.length - done;
  const was = plural(locale, words.was[act], done);
  const wasNot = plural(locale, words.wasNot, not);
  return (
    <section className="grid gap-5">
      <h2 ref={headingRef} tabIndex={-1} className="text-lg font-semibold outline-none">
        {not === 0 ? fill(words.result, { was }) : fill(words.resultBoth, { was, wasNot })}
      </h2>
      <ul aria-label={words.results} className="divide-y divide-line border-y border-line">
        {outcomes.map((outcome) => (
          <li key={outcome.claimId}>
            <Outcome
              outcome={outcome}
              claim={claims.find(({ claimId }) => claimId === outcome.claimId)}
              doneAs={words.wasDone[act]}
            />
          </li>
        ))}
      </ul>
      <UndoAll act={act} outcomes={outcomes} claims={claims} backHref={backHref} />
      <div>
        <LinkButton href={backHref}>{words.close}</LinkButton>
      </div>
    </section>
  );
}

function Outcome({
  outcome,
  claim,
  doneAs,
}: {
  outcome: BulkOutcome;
  claim: Listed | undefined;
  doneAs: string;
}) {
  const words = useWords().bulk;
  const { claimId, problem, hasChanged } = outcome;
  const Icon = problem === null ? Check : CircleAlert;
  return (
    <div className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3 gap-y-0.5 py-3">
      <Icon aria-hidden className="mt-1 size-4" />
      <Link href={`/desk/claims/${claimId}`} className="font-serif text-pretty wrap-anywhere" dir="auto">
        {claim?.statement ?? claimId}
      </Link>
      <p className="col-start-2 text-sm text-pretty text-muted">
        <strong className="font-medium text-ink">
          {problem === null ? doneAs : hasChanged ? words.changed : words.refused}
        </strong>
        {problem !== null && <>: {problem}</>}
      </p>
    </div>
  );
}

/** Puts back what was done, where that can be: each claim unless it has changed since. */
function UndoAll({
  act,
  outcomes,
  claims,
  backHref,
}: {
  act: BulkAct | "undo";
  outcomes: readonly BulkOutcome[];
  claims: readonly Listed[];
  backHref: string;
}) {
  const words = useWords().bulk;
  const items = outcomes.flatMap(({ undo }) => undo ?? []);
  if (items.length === 0) return null;
  return (
    <ActionForm
      action={undoBulkAction}
      answer={(undone) => <BulkResults act="undo" outcomes={undone} claims={claims} backHref={backHref} />}
    >
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="items" value={JSON.stringify(items)} />
      <SubmitButton variant="secondary">{words.undo}</SubmitButton>
    </ActionForm>
  );
}
