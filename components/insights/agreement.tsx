import type { Agreement as Measured } from "#lib/agreement/agreement.ts";
import type { Format } from "#lib/i18n/format.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import type { Figures } from "#lib/insights/queries.ts";
import { isUnsettled, readingOf } from "#lib/insights/rules.ts";
import { FewMark, FewNote } from "./few-note.tsx";

type Props = Pick<Figures, "agreement" | "pairs"> & { words: Words; format: Format; locale: string };

/** How well opinions agree, first in sentences, then drawn: the desk, and each two reviewers. */
export function Agreement({ agreement, pairs, words, format, locale }: Props) {
  const texts = words.insights.agreement;
  const { items, unanimous, nominal, ordinal } = agreement;
  const claims = plural(locale, words.common.claims, items);
  return (
    <div className="grid gap-4">
      <div className="grid gap-2 text-pretty">
        <p>{fill(texts.share, { claims, same: format.number(unanimous) })}</p>
        {nominal ? <Meaning measured={nominal} words={words} format={format} /> : <p>{texts.undefined}</p>}
        {ordinal && <p>{fill(texts.ordinalNote, { value: format.ratio(ordinal.value) })}</p>}
      </div>
      <ul className="grid gap-4">
        <IntervalRow
          isFirst
          label={texts.desk}
          detail={claims}
          measured={nominal}
          items={items}
          {...{ words, format }}
        />
        {pairs.map(({ names: [a, b], items: both, same, kappa }) => (
          <IntervalRow
            key={`${a}\n${b}`}
            label={fill(texts.pair, { a, b })}
            detail={fill(texts.pairText, { same: format.number(same), items: format.number(both) })}
            measured={kappa}
            items={both}
            {...{ words, format }}
          />
        ))}
      </ul>
      <div>
        <p className="text-sm text-muted">
          {texts.scale} {texts.note}
        </p>
        <FewNote counts={[items, ...pairs.map((pair) => pair.items)]} words={words} />
      </div>
    </div>
  );
}

function Meaning({ measured, words, format }: { measured: Measured; words: Words; format: Format }) {
  const texts = words.insights.agreement;
  const { value, low, high } = measured;
  const name = (end: number) => texts.names[readingOf(end)];
  return (
    <>
      <p>
        {fill(texts.beyond, { value: format.ratio(value) })}{" "}
        {!isUnsettled(measured) && <strong>{texts.readings[readingOf(value)]}</strong>}
      </p>
      <p>
        {fill(texts.interval, { low: format.ratio(low), high: format.ratio(high) })}{" "}
        {isUnsettled(measured) && (
          <strong>{fill(texts.unsettled, { low: name(low), high: name(high) })}</strong>
        )}
      </p>
    </>
  );
}

type RowProps = {
  isFirst?: boolean;
  label: string;
  detail: string;
  measured: Measured | null;
  items: number;
  words: Words;
  format: Format;
};

function IntervalRow({ isFirst = false, label, detail, measured, items, words, format }: RowProps) {
  const texts = words.insights.agreement;
  return (
    <li className="break-inside-avoid">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="min-w-0 font-medium wrap-anywhere">{label}</span>
        <span className="flex items-center gap-1.5 text-sm text-muted tabular-nums">
          <FewMark count={items} words={words} />
          {detail}
        </span>
      </p>
      {measured ? (
        <>
          {isFirst && <Axis format={format} />}
          <Interval measured={measured} />
          <p className="text-sm text-muted tabular-nums">
            {format.ratio(measured.value)} ({format.ratio(measured.low)} – {format.ratio(measured.high)})
          </p>
        </>
      ) : (
        <p className="text-sm text-muted">{texts.noKappa}</p>
      )}
    </li>
  );
}

/** From -1 to 1 in percent of the width; chance is a fifth from the left, what lies below is cut there. */
const place = (value: number) => `${((Math.max(-0.25, value) + 0.25) / 1.25) * 100}%`;

/** The figures of the rules, over the first of the rows. */
function Axis({ format }: { format: Format }) {
  return (
    <p aria-hidden className="relative h-4 text-xs text-faint tabular-nums">
      {RULES.map((rule) => (
        <span
          key={rule}
          className={`absolute ${rule === 1 ? "-translate-x-full" : "-translate-x-1/2"}`}
          style={{ left: place(rule) }}
        >
          {Number.isInteger(rule) ? format.number(rule) : format.ratio(rule)}
        </span>
      ))}
    </p>
  );
}

const RULES = [0, 0.667, 0.8, 1];

/** A dot for the value, a line for the interval, rules at chance and where agreement becomes tentative and reliable. */
function Interval({ measured: { value, low, high } }: { measured: Measured }) {
  return (
    <svg aria-hidden="true" height="24" className="chart my-0.5" data-scale="ink">
      {RULES.map((rule) => (
        <line
          key={rule}
          x1={place(rule)}
          x2={place(rule)}
          y1="2"
          y2="22"
          strokeDasharray={rule === 0 || rule === 1 ? undefined : "2 3"}
          className="chart-rule"
        />
      ))}
      <line x1={place(low)} x2={place(high)} y1="12" y2="12" strokeWidth="3" className="chart-stroke" />
      <circle cx={place(value)} cy="12" r="5.5" strokeWidth="2" className="chart-solid chart-gap" />
    </svg>
  );
}
