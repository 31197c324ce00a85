import { Button } from "#components/ui/button.tsx";
import { TabLinks } from "#components/ui/tabs.tsx";
import type { Words } from "#lib/i18n/words.ts";
import { type DateRange, PRESETS } from "#lib/insights/values.ts";

type Props = { path: string; range: DateRange; today: string; words: Words };

/** Which days the figures are of: links and a plain form, which need no script. */
export function RangePicker({ path, range, today, words }: Props) {
  const texts = words.insights.range;
  return (
    <search className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 print:hidden">
      <TabLinks
        label={texts.label}
        tabs={PRESETS.map((preset) => ({
          href: `${path}?range=${preset}`,
          label: texts.presets[preset],
          current: range.preset === preset,
        }))}
      />
      <form action={path} className="flex flex-wrap items-end gap-2">
        <DayField name="from" label={texts.from} day={range.from} max={today} />
        <DayField name="to" label={texts.to} day={range.to} max={today} />
        <Button type="submit">{texts.show}</Button>
      </form>
    </search>
  );
}

function DayField({
  name,
  label,
  day,
  max,
}: {
  name: string;
  label: string;
  day: string | null;
  max: string;
}) {
  return (
    <label className="grid w-40 gap-1 text-sm font-medium text-muted">
      {label}
      {/* Keyed: a field keeps what stood in it when only the address changes. */}
      <input
        key={day}
        type="date"
        name={name}
        defaultValue={day ?? ""}
        max={max}
        className="control font-normal"
      />
    </label>
  );
}
