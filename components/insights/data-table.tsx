import type { Cell } from "#lib/csv.ts";
import type { Format } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/words.ts";
import type { Column, Table } from "#lib/insights/tables.ts";

type Props = { table: Table; caption: string; format: Format; words: Words };

/** The figures behind a chart. Wider than the page, it scrolls sideways by itself, also by keys. */
export function DataTable({ table: { columns, rows }, caption, format, words }: Props) {
  const name = `${words.common.table}: ${caption}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section tabIndex={0} aria-label={name} className="max-w-full overflow-x-auto">
      <table className="w-full border-collapse text-sm tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line-strong text-muted">
            {columns.map((column) => (
              <th key={column.label} scope="col" className={cellStyle(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
            <tr key={at} className="border-b border-line last:border-0">
              {columns.map((column, place) =>
                place === 0 ? (
                  <th
                    key={column.label}
                    scope="row"
                    className={`${cellStyle(column)} font-medium wrap-anywhere`}
                  >
                    {shown(row[place] ?? null, column, format)}
                  </th>
                ) : (
                  <td key={column.label} className={cellStyle(column)}>
                    {shown(row[place] ?? null, column, format)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const cellStyle = ({ kind }: Column): string =>
  kind === "number"
    ? "px-2 py-1.5 text-end align-baseline"
    : "min-w-28 px-2 py-1.5 text-start align-baseline";

function shown(cell: Cell, { kind }: Column, format: Format): string {
  if (cell === null) return "–";
  if (typeof cell === "number") return format.number(cell);
  return kind === "day" ? format.shortDay(cell) : cell;
}
