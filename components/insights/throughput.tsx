import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { Figures } from "#lib/insights/queries.ts";
import { FLOWS } from "#lib/insights/values.ts";
import { Columns } from "./columns.tsx";

/** What came in and what went out, one chart under another on the same scale. */
export function Throughput({ flow, words, format }: { flow: Figures["flow"]; words: Words; format: Format }) {
  const { flows, most: mostText } = words.insights.throughput;
  const counts = FLOWS.map((each) =>
    flow.periods.map(
      (period) => flow.counts.find((count) => count.flow === each && count.start === period)?.count ?? 0,
    ),
  );
  const most = Math.max(1, ...counts.flat());
  const [first, last] = [flow.periods[0], flow.periods.at(-1)];
  return (
    <div className="grid gap-4">
      {FLOWS.map((each, at) => {
        const values = counts[at] ?? [];
        return (
          <Columns
            key={each}
            label={flows[each]}
            total={format.number(values.reduce((sum, value) => sum + value, 0))}
            most={most}
            mostText={fill(mostText, { count: format.number(Math.max(0, ...values)) })}
            values={values}
            number={format.number}
          />
        );
      })}
      {first && last && (
        <p aria-hidden className="-mt-3 flex justify-between gap-4 text-xs text-muted tabular-nums">
          <span>{format.shortDay(first)}</span>
          {first !== last && <span>{format.shortDay(last)}</span>}
        </p>
      )}
    </div>
  );
}
