import type { Format } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/words.ts";
import type { Figures } from "#lib/insights/queries.ts";
import type { Flow } from "#lib/insights/values.ts";

/** The few figures one comes for first. */
export function Tiles({ figures, words, format }: { figures: Figures; words: Words; format: Format }) {
  const texts = words.insights.tiles;
  const flowed = (flow: Flow) =>
    figures.flow.counts.filter((row) => row.flow === flow).reduce((sum, { count }) => sum + count, 0);
  const whole = figures.times.find(({ part }) => part === "whole");
  const tiles = [
    { label: texts.submitted, value: format.number(flowed("submitted")) },
    { label: texts.verdicts, value: format.number(flowed("verdicts")) },
    { label: texts.published, value: format.number(flowed("published")) },
    { label: texts.whole, value: whole ? format.duration(whole.median) : "–" },
    {
      label: texts.corrections,
      value: format.number(figures.corrections.reduce((sum, { count }) => sum + count, 0)),
    },
  ];
  return (
    <ul
      aria-label={texts.label}
      className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line sm:grid-cols-3 wide:grid-cols-5"
    >
      {tiles.map(({ label, value }) => (
        <li
          key={label}
          className="flex flex-auto flex-col bg-raised px-4 py-3 last:max-sm:col-span-2 sm:max-wide:last:col-span-2"
        >
          <span className="font-serif text-2xl font-semibold tabular-nums">{value}</span>{" "}
          <span className="text-sm text-pretty text-muted">{label}</span>
        </li>
      ))}
    </ul>
  );
}
