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
  const clock = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone });
  const number = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const ratio = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const durations = new Map(
    DURATIONS.map(([unit]) => {
      const digits = unit === "minute" ? 0 : 1;
      return [unit, new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: digits })];
    }),
  );
  const dayName = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "always", style: "short" });
  const moments = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });

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
    /** A time near `now` as one says it: "today 18:00", "Fri 09:30"; else with its date. */
    near: (value: Date, now: Date) => {
      const days = Math.round((dayNumber(isoDay.format(value)) - dayNumber(isoDay.format(now))) / DAY);
      if (Math.abs(days) <= 1) return `${dayName.format(days, "day")} ${time.format(value)}`;
      if (days > 1 && days < 7) return `${weekday.format(value)} ${time.format(value)}`;
      return dateTime.format(value);
    },
    /** An instant on the newsroom's clock, as a form's field has it: `YYYY-MM-DDTHH:MM`. */
    local: (value: Date) => onClock(clock, value),
    /** The instant of such a time. Where clocks go forward the hour after; where back, the first of the two. */
    instant: <Local extends string | null | undefined>(value: Local) => instantOf(clock, value),
    number: (value: number) => number.format(value),
    /** A part of one, 0 to 1: "83%". */
    share: (value: number) => share.format(value),
    /** With two digits after the point: "0.71". */
    ratio: (value: number) => ratio.format(value),
    /** How long something took, in seconds, to one digit: "2.5 days". Of what took no minute nobody counts seconds. */
    duration: (seconds: number) => {
      const found = DURATIONS.find(([, size]) => seconds >= size);
      if (!found) return `< ${durations.get("minute")?.format(1) ?? ""}`;
      const [unit, size] = found;
      return durations.get(unit)?.format(seconds / size) ?? "";
    },
    /** How long ago, or how far ahead, `value` is from `now`: "2 hr ago", and "1 mo ago" for what was 40 days ago. */
    since: (value: Date, now: Date) => {
      const seconds = Math.round((value.getTime() - now.getTime()) / 1000);
      const found = UNITS.find(([, size]) => Math.abs(seconds) >= size);
      return found
        ? relative.format(Math.trunc(seconds / found[1]), found[0])
        : moments.format(seconds, "second");
    },
  };
}

const DAY = 86_400_000;

/** Milliseconds at the midnight, in UTC, of a day `YYYY-MM-DD`. */
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`);

function onClock(clock: Intl.DateTimeFormat, value: Date): string {
  const parts = Object.fromEntries(clock.formatToParts(value).map(({ type, value: text }) => [type, text]));
  return `${parts.year?.padStart(4, "0")}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

type Instant<Local> = Local extends string ? Date : Local;

function instantOf<Local extends string | null | undefined>(
  clock: Intl.DateTimeFormat,
  value: Local,
): Instant<Local> {
  if (typeof value !== "string") return value as Instant<Local>;
  const asUtc = Date.parse(`${value.slice(0, 16)}Z`);
  // A zone's distance from UTC, looked at a day before and a day after: one of the two is in force at the time.
  const distances = [-DAY, DAY].map((by) => {
    const at = new Date(asUtc + by);
    return Date.parse(`${onClock(clock, at)}Z`) - at.getTime();
  });
  const candidates = distances.map((distance) => new Date(asUtc - distance));
  const found = candidates.find((candidate) => onClock(clock, candidate) === value.slice(0, 16));
  return (found ?? candidates[0]) as Instant<Local>;
}

const DURATIONS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

const UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];
