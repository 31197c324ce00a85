import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { Ageing } from "#lib/insights/times.ts";
import { AGE_STEPS, OPEN_PLACES } from "#lib/insights/values.ts";
import { StackedBars } from "./stacked-bars.tsx";

type Props = { ageing: readonly Ageing[]; words: Words; format: Format };

/** How old what is open is, place by place in the order of a claim's life. */
export function AgeingBars({ ageing, words, format }: Props) {
  const texts = words.insights.ageing;
  const rows = OPEN_PLACES.flatMap((place) => ageing.filter((row) => row.place === place)).map(
    ({ place, steps, count, oldest }) => ({
      key: place,
      label: words.common.states[place],
      count,
      parts: AGE_STEPS.map((step) => ({
        key: step,
        pattern: `age-${step}`,
        label: texts.steps[step],
        value: steps[step],
      })),
      note: <p className="mt-1 text-sm text-muted">{fill(texts.oldest, { age: format.duration(oldest) })}</p>,
    }),
  );
  return <StackedBars rows={rows} number={format.number} />;
}
