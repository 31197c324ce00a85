/** A calendar day as the database client gives it (midnight UTC) → `YYYY-MM-DD`. */
export function dayFrom(date: Date): string;
export function dayFrom(date: Date | null): string | null;
export function dayFrom(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}

/** `YYYY-MM-DD` → the calendar day as the database client takes it. */
export function dayTo(day: string): Date;
export function dayTo(day: string | null): Date | null;
export function dayTo(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}
