type Row = { label: string; count: number };

/** One bar for each kind, with its figure beside its name. */
export function CountBars({ rows, number }: { rows: readonly Row[]; number: (value: number) => string }) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <ul className="grid gap-3">
      {rows.map(({ label, count }) => (
        <li key={label} className="break-inside-avoid">
          <p className="mb-1 flex items-baseline justify-between gap-3">
            <span className="font-medium">{label}</span>
            <span className="text-muted tabular-nums">{number(count)}</span>
          </p>
          <svg aria-hidden="true" height="12" className="chart" data-scale="ink">
            <rect width="100%" height="12" rx="3" className="fill-sunken" />
            <rect width={`${(count / most) * 100}%`} height="12" rx="3" className="chart-solid" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
