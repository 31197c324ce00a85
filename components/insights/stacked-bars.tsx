import type { ReactNode } from "react";
import { Swatch } from "./chart-patterns.tsx";

export type BarPart = { key: string; pattern: string; label: string; value: number };
export type BarRow = {
  key: string;
  label: string;
  count: number;
  parts: readonly BarPart[];
  /** All the others together: as long as there is room, and no measure for them. */
  isWhole?: boolean;
  /** Beside the count. */
  mark?: ReactNode;
  note?: ReactNode;
};

/**
 * Bars cut into parts, as long as they are many, so that a group of three never looks like one of three hundred.
 * Under each bar stand its parts in words and figures.
 */
export function StackedBars({
  rows,
  number,
}: {
  rows: readonly BarRow[];
  number: (value: number) => string;
}) {
  const most = Math.max(1, ...rows.filter(({ isWhole }) => !isWhole).map(({ count }) => count));
  return (
    <ul className="grid gap-4">
      {rows.map(({ key, label, count, parts, isWhole, mark, note }) => (
        <li key={key} className="break-inside-avoid">
          <p className="mb-1 flex items-baseline justify-between gap-3">
            <span className="min-w-0 font-medium wrap-anywhere" dir="auto">
              {label}
            </span>
            <span className="flex items-center gap-1.5 text-muted tabular-nums">
              {mark}
              {number(count)}
            </span>
          </p>
          <StackedBar parts={parts} most={isWhole ? count : most} />
          <ul className="mt-1.5 flex flex-wrap gap-x-3.5 gap-y-1 text-sm text-muted">
            {parts
              .filter(({ value }) => value > 0)
              .map((part) => (
                <li key={part.key} className="flex min-w-0 items-center gap-1.5">
                  <Swatch pattern={part.pattern} />
                  <span className="min-w-0 wrap-anywhere">{part.label}</span>
                  <span className="text-ink tabular-nums">{number(part.value)}</span>
                </li>
              ))}
          </ul>
          {note}
        </li>
      ))}
    </ul>
  );
}

function StackedBar({ parts, most }: { parts: readonly BarPart[]; most: number }) {
  let before = 0;
  return (
    <svg aria-hidden="true" height="18" className="chart">
      <rect width="100%" height="18" rx="3" className="fill-sunken" />
      {parts.map(({ key, pattern, value }) => {
        const x = (before / most) * 100;
        before += value;
        return value === 0 ? null : (
          <rect
            key={key}
            x={`${x}%`}
            width={`${(value / most) * 100}%`}
            height="18"
            fill={`url(#${pattern})`}
            strokeWidth="1.5"
            className="chart-gap"
          />
        );
      })}
    </svg>
  );
}
