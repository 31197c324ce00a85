import { ActionForm } from "#components/forms/action-form.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { addProblemAction, editProblemAction, removeProblemAction } from "#lib/verdicts/actions.ts";
import type { ScaleView } from "#lib/verdicts/queries.ts";
import type { ProblemView } from "#lib/verdicts/schema.ts";
import { MOST_PROBLEMS } from "#lib/verdicts/values.ts";
import { EntryForm } from "./entry-form.tsx";
import { WhichDraft } from "./which-draft.tsx";

type Props = { draft: ScaleView; actor: Actor; words: Words };

/** The kinds of problem of the draft, and a form for one more. */
export function DraftProblems({ draft, actor, words }: Props) {
  const texts = words.scales;
  return (
    <section className="grid gap-4" aria-labelledby="problems">
      <div>
        <h2 id="problems" className="font-semibold">
          {texts.problems}
        </h2>
        <p className="mt-1 text-pretty text-muted">{texts.problemsText}</p>
      </div>
      {draft.problems.length === 0 && <p className="text-muted">{texts.noProblems}</p>}
      {draft.problems.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {draft.problems.map((problem) => (
            <li key={problem.id} className="grid gap-2 py-4">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <span className="font-medium wrap-anywhere">{problem.label}</span>
                <ActionForm action={removeProblemAction} className="contents">
                  <WhichDraft draft={draft} />
                  <input type="hidden" name="problemId" value={problem.id} />
                  <SubmitButton
                    variant="quiet"
                    size="sm"
                    aria-label={fill(texts.draft.removeNamed, { label: problem.label })}
                  >
                    {texts.draft.remove}
                  </SubmitButton>
                </ActionForm>
              </div>
              <p className="text-pretty wrap-anywhere text-muted">{problem.definition}</p>
              <Disclosure summary={fill(texts.draft.edit, { label: problem.label })}>
                <ProblemForm problem={problem} draft={draft} actor={actor} words={words} />
              </Disclosure>
            </li>
          ))}
        </ul>
      )}
      {draft.problems.length < MOST_PROBLEMS ? (
        <Disclosure summary={texts.draft.addProblem}>
          <ProblemForm draft={draft} actor={actor} words={words} />
        </Disclosure>
      ) : (
        <p className="text-muted">{fill(texts.draft.fullProblems, { most: MOST_PROBLEMS })}</p>
      )}
    </section>
  );
}

function ProblemForm({ problem, ...props }: Props & { problem?: ProblemView }) {
  return (
    <EntryForm
      noun="problem"
      entry={problem}
      action={problem ? editProblemAction : addProblemAction}
      add={props.words.scales.draft.addProblem}
      {...props}
    />
  );
}
