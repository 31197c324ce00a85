/** The newsroom's way of writing dates and numbers. */
export type Conventions = { locale: string; timeZone: string };

export type Format = ReturnType<typeof formatter>;

/** The one formatter: instants in the newsroom's time zone, calendar days as they are. */
export function formatter({ locale, timeZone }: Conventions) {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const shortDay = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone });
  // Canada writes a day as ISO 8601 does.
  const isoDay = new Intl.DateTimeFormat("en-CA", { timeZone });
  const number = new Intl.NumberFormat(locale);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });

  return {
    /** A calendar day, `YYYY-MM-DD`: "19 January 2026". */
    day: (value: string) => day.format(new Date(`${value}T00:00:00Z`)),
    shortDay: (value: string) => shortDay.format(new Date(`${value}T00:00:00Z`)),
    /** The day of an instant, in the newsroom's zone. */
    date: (value: Date) => date.format(value),
    /** The newsroom's calendar day at an instant, `YYYY-MM-DD`. */
    today: (now: Date) => isoDay.format(now),
    dateTime: (value: Date) => dateTime.format(value),
    time: (value: Date) => time.format(value),
    number: (value: number) => number.format(value),
    /** How long ago, or how far ahead, `value` is from `now`: "2 hr ago". */
    since: (value: Date, now: Date) => {
      const seconds = Math.round((value.getTime() - now.getTime()) / 1000);
      const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? (["second", 1] as const);
      return relative.format(Math.trunc(seconds / size), unit);
    },
  };
}

const UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];
