import { z } from "zod";

/** What each job is given. Names say noun and verb; handlers are in lib/<noun>/jobs.ts, safe to run twice. */
const PAYLOADS = {
  "articles.check": z.object({}),
  "claims.purge": z.object({}),
  "forms.purge": z.object({}),
  "imports.purge": z.object({}),
  "imports.run": z.object({ importId: z.uuid() }),
  "leases.expire": z.object({}),
  "sessions.purge": z.object({}),
} as const satisfies Record<string, z.ZodType<object>>;

export type JobName = keyof typeof PAYLOADS;
type Payloads = { [Name in JobName]: z.output<(typeof PAYLOADS)[Name]> };
export type JobPayload<Name extends JobName> = Payloads[Name];

/** What a noun's jobs.ts exports: one function per job. */
export type JobHandler<Name extends JobName> = (payload: JobPayload<Name>) => Promise<void>;

export const JOB_NAMES = Object.keys(PAYLOADS) as JobName[];

/** Jobs that run by themselves: five cron fields, in UTC. Their payload is empty. */
export const TIMETABLE: ReadonlyMap<JobName, string> = new Map([
  ["articles.check", "*/5 * * * *"],
  ["claims.purge", "45 * * * *"],
  ["forms.purge", "15 * * * *"],
  ["imports.purge", "30 * * * *"],
  ["leases.expire", "* * * * *"],
  ["sessions.purge", "0 * * * *"],
]);

/** Throws when `data` is not the payload of the job. */
export function parsePayload<Name extends JobName>(name: Name, data: unknown): JobPayload<Name> {
  const schemas: { readonly [Each in JobName]: z.ZodType<Payloads[Each]> } = PAYLOADS;
  return schemas[name].parse(data);
}
