"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { IconButton } from "#components/ui/button.tsx";
import { ToneIcon } from "#components/verdicts/tone-icon.tsx";
import { fill, plural } from "#lib/i18n/words.ts";
import type { ClaimStepping, StepCommand } from "./use-claim-steps.ts";

/** Buttons that go from claim to claim and from one without a verdict to the next, and where one is. */
export function ClaimStepButtons({ steps }: { steps: ClaimStepping }) {
  const words = useWords();
  const locale = useLocale();
  const { at, count, unresolved } = steps;
  if (count === 0) return null;
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  const place = { at: number(at), count: number(count) };
  return (
    <fieldset className="claim-steps">
      <legend className="sr-only">{words.articles.steps.label}</legend>
      <span>
        {at > 0 ? fill(words.articles.steps.place, place) : plural(locale, words.common.claims, count)}
      </span>
      <StepButtons steps={steps} previous="claim.previous" next="claim.next" />
      <span className="ms-2 flex items-center gap-1">
        <ToneIcon tone="pending" className="size-3.5 sm:hidden" />
        {number(unresolved)} <span className="max-sm:sr-only">{words.articles.steps.unresolved}</span>
      </span>
      <StepButtons steps={steps} previous="claim.previous-open" next="claim.next-open" />
    </fieldset>
  );
}

function StepButtons({
  steps,
  previous,
  next,
}: {
  steps: ClaimStepping;
  previous: StepCommand;
  next: StepCommand;
}) {
  const { commands } = useWords().shortcuts;
  const button = (command: StepCommand) => ({
    label: commands[command],
    // Not `disabled`: at the last claim the focus would be thrown away.
    "aria-disabled": !steps.leads(command) || undefined,
    onClick: steps.handlers[command],
  });
  return (
    <span className="flex">
      <IconButton {...button(previous)}>
        <ChevronUp aria-hidden className="size-4.5" />
      </IconButton>
      <IconButton {...button(next)}>
        <ChevronDown aria-hidden className="size-4.5" />
      </IconButton>
    </span>
  );
}
