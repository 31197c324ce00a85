import { ActionForm } from "#components/forms/action-form.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { VerdictBadge } from "#components/verdicts/verdict-badge.tsx";
import type { Words } from "#lib/i18n/words.ts";
import { draftScaleAction } from "#lib/verdicts/actions.ts";
import type { NewScale } from "#lib/verdicts/schema.ts";
import { ScaleSummary } from "./scale-summary.tsx";

/** Scales of well-known desks, each to be looked at and to begin a draft with. */
export function PresetList({
  presets,
  canBegin,
  words,
}: {
  presets: readonly NewScale[];
  canBegin: boolean;
  words: Words;
}) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {presets.map((preset) => (
        <li key={preset.key} className="py-3">
          <Disclosure summary={preset.name}>
            <div className="grid gap-4 pb-2">
              <ScaleSummary scale={preset} words={words} />
              {canBegin && (
                <ActionForm action={draftScaleAction}>
                  <input type="hidden" name="preset" value={preset.key} />
                  <SubmitButton variant="secondary">{words.scales.begin}</SubmitButton>
                </ActionForm>
              )}
            </div>
          </Disclosure>
          <p className="mt-2 flex flex-wrap gap-1.5 ps-5.5">
            {preset.ratings.map(({ key, tone, label }) => (
              <VerdictBadge key={key} tone={tone} label={label} />
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
