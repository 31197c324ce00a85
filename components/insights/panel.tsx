import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { Table } from "#lib/insights/tables.ts";
import { DataTable } from "./data-table.tsx";

type PanelProps = {
  title: string;
  lead: string;
  table: Table;
  /** The part of the address that asks for the range. */
  query: string;
  /** Said instead of the chart; null where there is something to show. */
  empty: { title: string; text: string } | null;
  note?: ReactNode;
  words: Words;
  format: Format;
  children: ReactNode;
};

/** A chart with what it says, the table behind it and its file. */
export function Panel({ title, lead, table, query, empty, note, words, format, children }: PanelProps) {
  const id = `insights-${table.key}`;
  const texts = words.insights;
  return (
    <section
      aria-labelledby={id}
      className="min-w-0 rounded-xl border border-line bg-raised p-4 desk:p-5 print:break-inside-avoid"
    >
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      <p className="mt-1 mb-4 text-sm text-pretty text-muted">{lead}</p>
      {empty ? (
        <div className="grid place-content-center rounded-lg border border-dashed border-line-strong px-4 py-8 text-center">
          <p className="font-medium">{empty.title}</p>
          <p className="mt-1 text-sm text-pretty text-muted">{empty.text}</p>
        </div>
      ) : (
        <>
          {children}
          {note && <p className="mt-4 text-sm text-pretty text-muted">{note}</p>}
          <div className="relative mt-5 border-t border-line pt-3 print:hidden">
            <Disclosure summary={texts.table}>
              <DataTable table={table} caption={title} format={format} words={words} />
            </Disclosure>
            <a
              href={`/desk/insights/csv/${table.key}?${query}`}
              download
              aria-label={fill(texts.csvOf, { title })}
              className="absolute end-0 top-3 inline-flex min-h-7 items-center gap-1.5 rounded-sm font-medium text-muted no-underline hover:text-ink pointer-coarse:min-h-11"
            >
              <Download aria-hidden className="size-4" />
              {texts.csv}
            </a>
          </div>
        </>
      )}
    </section>
  );
}
