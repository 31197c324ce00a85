import type { Format } from "#lib/i18n/format.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import type { TimeTaken } from "#lib/insights/times.ts";
import { FewMark, FewNote } from "./few-note.tsx";

type Props = { times: readonly TimeTaken[]; words: Words; format: Format; locale: string };

/** How long each part took: the median as a bar, up to what nine in ten took as a line. */
export function TimeBars({ times, words, format, locale }: Props) {
  const texts = words.insights.times;
  const longest = Math.max(1, ...times.map(({ p90 }) => p90));
  const percent = (seconds: number) => `${(seconds / longest) * 100}%`;
  return (
    <>
      <ul className="grid gap-4">
        {times.map(({ part, count, median, p90 }) => (
          <li key={part} className="break-inside-avoid">
            <p className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3">
              <span className={part === "whole" ? "font-semibold" : "font-medium"}>{texts.parts[part]}</span>
              <span className="flex items-center gap-1.5 text-sm text-muted tabular-nums">
                <FewMark count={count} words={words} />
                {plural(locale, words.common.claims, count)}
              </span>
            </p>
            <svg aria-hidden="true" height="18" className="chart" data-scale="ink">
              <line x1="0" x2={percent(p90)} y1="9" y2="9" strokeWidth="2" className="chart-stroke" />
              <line
                x1={percent(p90)}
                x2={percent(p90)}
                y1="3"
                y2="15"
                strokeWidth="2"
                className="chart-stroke"
              />
              <rect width={percent(median)} height="18" rx="3" className="chart-solid" />
            </svg>
            <p className="mt-1 text-sm text-muted tabular-nums">
              {fill(texts.taken, { median: format.duration(median), p90: format.duration(p90) })}
            </p>
          </li>
        ))}
      </ul>
      <FewNote counts={times.map(({ count }) => count)} words={words} />
    </>
  );
}
