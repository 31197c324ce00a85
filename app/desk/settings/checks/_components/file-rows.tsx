import { OutsideLink } from "#components/ui/outside-link.tsx";
import { NextPage } from "#components/ui/pagination.tsx";
import { TabLinks } from "#components/ui/tabs.tsx";
import type { CheckFileDetail, FileRow } from "#lib/check-files/queries.ts";
import { ROW_OUTCOMES, type RowOutcomeName } from "#lib/check-files/values.ts";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";

type Props = {
  file: CheckFileDetail;
  shown: RowOutcomeName;
  rows: { items: readonly FileRow[]; next: number | null };
  words: Words;
  format: Format;
};

/** The rows of a file by what becomes of them, with what to do about those that do not come in. */
export function FileRows({ file, shown, rows, words, format }: Props) {
  const texts = words.checkFiles;
  const page = `/desk/settings/checks/${file.id}`;
  const nameOf = (outcome: RowOutcomeName) =>
    outcome === "new" && file.state !== "shown" ? texts.shownNew : texts.outcomes[outcome];
  return (
    <section aria-label={texts.rowsLabel} className="space-y-4">
      <TabLinks
        label={texts.rowsLabel}
        tabs={ROW_OUTCOMES.filter((outcome) => file.counts[outcome]).map((outcome) => ({
          href: `${page}?show=${outcome}`,
          label: nameOf(outcome),
          count: format.number(file.counts[outcome] ?? 0),
          current: outcome === shown,
        }))}
      />
      <p className="text-pretty text-muted">{texts.advice[shown]}</p>
      <ol aria-label={nameOf(shown)} className="divide-y divide-line border-y border-line">
        {rows.items.map((row) => (
          <li key={row.number} className="space-y-1 py-3">
            <p dir="auto" className="font-serif leading-snug wrap-anywhere">
              {row.statement ?? <span className="text-faint">{texts.noClaim}</span>}
            </p>
            <p className="text-sm wrap-anywhere text-muted">
              {fill(texts.row, { number: format.number(row.number) })}
              {row.publisher !== null && row.ratingLabel !== null && (
                <> · {fill(texts.by, { publisher: row.publisher, rating: row.ratingLabel })}</>
              )}
            </p>
            {row.url !== null && (
              <p dir="ltr" className="text-sm wrap-anywhere text-muted rtl:text-end">
                <OutsideLink href={row.url} rel="noreferrer">
                  {row.url}
                </OutsideLink>
              </p>
            )}
          </li>
        ))}
      </ol>
      {rows.next !== null && (
        <NextPage href={`${page}?show=${shown}&after=${rows.next}`} label={words.common.more} />
      )}
    </section>
  );
}
