/** As many columns as figures fit above, on a phone. */
const MOST_LABELLED = 14;

/** A column for each week or month. Without room for every figure the highest is told; the table has them all. */
export function Columns({
  label,
  total,
  most,
  mostText,
  values,
  number,
}: {
  label: string;
  total: string;
  /** What the whole height stands for: the same in charts beside one another. */
  most: number;
  mostText: string;
  values: readonly number[];
  number: (value: number) => string;
}) {
  const width = 100 / Math.max(1, values.length);
  const isLabelled = values.length <= MOST_LABELLED;
  return (
    <div className="break-inside-avoid">
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-medium">{label}</span>
        <span className="text-muted tabular-nums">{total}</span>
      </p>
      {isLabelled ? (
        <p
          aria-hidden
          className="mt-1 grid auto-cols-fr grid-flow-col text-center text-xs text-muted tabular-nums"
        >
          {values.map((value, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
            <span key={at}>{value > 0 ? number(value) : ""}</span>
          ))}
        </p>
      ) : (
        <p aria-hidden className="mt-1 text-xs text-muted">
          {mostText}
        </p>
      )}
      <svg aria-hidden="true" height="56" className="chart" data-scale="ink">
        {values.map((value, at) => {
          const height = (value / most) * 55;
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
              key={at}
              x={`${at * width + width * 0.15}%`}
              width={`${width * 0.7}%`}
              y={55 - height}
              height={height}
              className="chart-solid"
            />
          );
        })}
        <line x1="0" x2="100%" y1="55.5" y2="55.5" className="chart-rule" />
      </svg>
    </div>
  );
}
