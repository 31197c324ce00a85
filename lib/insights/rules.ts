import { AGE_STEPS, type AgeStep, type DateRange, PRESETS, type Preset } from "./values.ts";

const DAY = 86_400_000;
const PRESET_DAYS: Record<Preset, number | null> = { "30d": 30, quarter: 91, year: 365, all: null };

/** Before it nobody worked with Proofmark: a year mistyped makes no chart of two thousand years. */
const EARLIEST = "2000-01-01";

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/**
 * The range an address asks for. Days of one's own win over a preset; one that is missing stays open, the wrong way
 * round they are turned, and what is no day counts as missing. `today`: the newsroom's day.
 */
export function dateRange(
  asked: { range?: string | undefined; from?: string | undefined; to?: string | undefined },
  today: string,
): DateRange {
  const [from, to] = [dayOf(asked.from, today), dayOf(asked.to, today)];
  if (from === null && to === null) {
    const preset = PRESETS.find((known) => known === asked.range) ?? "quarter";
    const days = PRESET_DAYS[preset];
    return { preset, from: days === null ? null : dayAfter(today, 1 - days), to: today };
  }
  const last = to ?? today;
  return from !== null && from > last
    ? { preset: null, from: last, to: from }
    : { preset: null, from, to: last };
}

/** A day that there is, from the earliest that makes sense to today; null for anything else. */
function dayOf(value: string | undefined, today: string): string | null {
  if (value === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const time = Date.parse(`${value}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) return null;
  return value < EARLIEST ? EARLIEST : value > today ? today : value;
}

/** The part of an address that asks for a range. */
export function rangeQuery({ preset, from, to }: DateRange): string {
  if (preset !== null) return `range=${preset}`;
  return from === null ? `to=${to}` : `from=${from}&to=${to}`;
}

/** The day after a range's last: where it ends, exclusively. */
export function endOf({ to }: DateRange): string {
  return dayAfter(to, 1);
}

export type Unit = "week" | "month";

/** As many weeks as columns can be told apart; of a longer time months are counted. */
const MOST_WEEKS = 60;

/** What throughput is counted by. `first`: the first day anything happened, for a range without a beginning. */
export function unitFor({ from, to }: DateRange, first: string | null): Unit {
  const begin = from ?? first ?? to;
  return daysBetween(begin, to) / 7 > MOST_WEEKS ? "month" : "week";
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The first days of every week (from Monday) or month that a range touches, those in which nothing happened too. */
export function periodsIn({ from, to }: DateRange, unit: Unit, first: string | null): string[] {
  const begin = from ?? first;
  if (begin === null) return [];
  const starts: string[] = [];
  for (let day = startOf(begin, unit); day <= to; day = nextStart(day, unit)) starts.push(day);
  return starts;
}

function startOf(day: string, unit: Unit): string {
  if (unit === "month") return `${day.slice(0, 7)}-01`;
  return dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

function nextStart(day: string, unit: Unit): string {
  return unit === "week" ? dayAfter(day, 7) : `${dayAfter(day, 31).slice(0, 7)}-01`;
}

/** Below this many, one more moves a share by ten points and more: shares are not told, and a caution is. */
export const FEW = 10;

export function areFew(count: number): boolean {
  return count < FEW;
}

/** What an agreement beyond chance is worth, by K. Krippendorff's own limits (Content Analysis, 4th ed., ch. 12). */
export type Reading = "reliable" | "tentative" | "weak" | "none";

export function readingOf(value: number): Reading {
  if (value >= 0.8) return "reliable";
  if (value >= 0.667) return "tentative";
  return value > 0 ? "weak" : "none";
}

/** Whether the interval reaches into another reading: then the number alone says too much. */
export function isUnsettled({ value, low, high }: { value: number; low: number; high: number }): boolean {
  return readingOf(low) !== readingOf(value) || readingOf(high) !== readingOf(value);
}

/** The step of age that `width_bucket` of the bounds numbers. */
export function ageStep(bucket: number): AgeStep {
  return AGE_STEPS[Math.min(Math.max(bucket, 0), AGE_STEPS.length - 1)] ?? "day";
}
