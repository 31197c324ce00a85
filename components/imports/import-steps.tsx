import { Check, Circle, CircleDot, X } from "lucide-react";
import type { Words } from "#lib/i18n/words.ts";
import type { ImportDetail } from "#lib/imports/queries.ts";
import { type Step, type StepState, stepsOf } from "./steps.ts";

const ICONS = { done: Check, current: CircleDot, failed: X, ahead: Circle } as const;
const LOOKS = {
  done: "text-muted",
  current: "font-semibold text-ink",
  failed: "font-semibold text-false",
  ahead: "text-faint",
} as const satisfies Record<StepState, string>;

/** The steps of an import in their order, and where it is. */
export function ImportSteps({ found, words }: { found: ImportDetail; words: Words }) {
  const texts = words.imports.steps;
  return (
    <ol aria-label={texts.title} className="flex flex-wrap items-center gap-x-2 gap-y-1.5 text-sm">
      {stepsOf(found).map((step, index) => (
        <li
          key={step.name}
          aria-current={step.state === "current" ? "step" : undefined}
          className="flex items-center gap-2"
        >
          {index > 0 && <span aria-hidden className="h-px w-4 bg-line-strong sm:w-8" />}
          <StepName step={step} words={words} />
        </li>
      ))}
    </ol>
  );
}

function StepName({ step: { name, state }, words }: { step: Step; words: Words }) {
  const texts = words.imports.steps;
  const Icon = ICONS[state];
  return (
    <span className={`inline-flex items-center gap-1.5 ${LOOKS[state]}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {texts[name]}
      {state !== "ahead" && <span className="sr-only">({texts[state]})</span>}
    </span>
  );
}
