import { z } from "zod";

/** What each job is given. Names say noun and verb; handlers are in lib/<noun>/jobs.ts, safe to run twice. */
const PAYLOADS = {
  "answers.purge": z.object({}),
  "archives.run": z.object({}),
  "articles.check": z.object({}),
  "audit.nightly": z.object({}),
  "audit.sign": z.object({}),
  "audit.verify": z.object({ verificationId: z.uuid() }),
  "checks.import": z.object({ fileId: z.uuid() }),
  "checks.purge": z.object({}),
  "checks.read": z.object({ fileId: z.uuid() }),
  "claims.purge": z.object({}),
  "drafts.purge": z.object({}),
  "feeds.check": z.object({}),
  "feeds.read": z.object({ feedId: z.uuid() }),
  "entry-links.purge": z.object({}),
  "entry-links.send": z.object({ linkId: z.uuid() }),
  "files.sweep": z.object({}),
  "forms.purge": z.object({}),
  "imports.purge": z.object({}),
  "imports.run": z.object({ importId: z.uuid() }),
  "invitations.purge": z.object({}),
  "invitations.send": z.object({ invitationId: z.uuid() }),
  "leases.expire": z.object({}),
  "limits.purge": z.object({}),
  "notifications.send": z.object({ memberId: z.uuid() }),
  "notifications.sweep": z.object({}),
  "notifications.warn": z.object({
    notificationId: z.uuid(),
    device: z
      .object({ browser: z.string().nullable(), system: z.string().nullable() })
      .nullable()
      .default(null),
  }),
  "sessions.purge": z.object({}),
  "snapshots.take": z.object({ snapshotId: z.uuid() }),
  "sources.check": z.object({ sourceId: z.uuid() }),
  "sources.watch": z.object({}),
  "tips.answer": z.object({ tipId: z.uuid() }),
  "tips.erase": z.object({}),
  "webhooks.check": z.object({}),
  "webhooks.send": z.object({ deliveryId: z.uuid() }),
} as const satisfies Record<string, z.ZodType<object>>;

export type JobName = keyof typeof PAYLOADS;
type Payloads = { [Name in JobName]: z.output<(typeof PAYLOADS)[Name]> };
export type JobPayload<Name extends JobName> = Payloads[Name];

/**
 * What a noun's jobs.ts exports: one function per job. A job that throws is tried again, until `isLastTry`: what then
 * goes wrong has to be told to whoever waits.
 */
export type JobHandler<Name extends JobName> = (
  payload: JobPayload<Name>,
  at?: { isLastTry: boolean },
) => Promise<void>;

export const JOB_NAMES = Object.keys(PAYLOADS) as JobName[];

/** Jobs that run by themselves: five cron fields, in UTC. Their payload is empty. */
export const TIMETABLE: ReadonlyMap<JobName, string> = new Map([
  ["answers.purge", "40 * * * *"],
  ["archives.run", "* * * * *"],
  ["articles.check", "*/5 * * * *"],
  ["audit.nightly", "10 2 * * *"],
  ["audit.sign", "* * * * *"],
  ["checks.purge", "55 * * * *"],
  ["claims.purge", "45 * * * *"],
  ["drafts.purge", "50 3 * * *"],
  ["feeds.check", "*/5 * * * *"],
  ["entry-links.purge", "5 * * * *"],
  ["files.sweep", "20 4 * * *"],
  ["forms.purge", "15 * * * *"],
  ["imports.purge", "30 * * * *"],
  ["invitations.purge", "35 4 * * *"],
  ["leases.expire", "* * * * *"],
  ["limits.purge", "20 * * * *"],
  ["notifications.sweep", "* * * * *"],
  ["sessions.purge", "0 * * * *"],
  ["sources.watch", "*/5 * * * *"],
  ["tips.erase", "25 * * * *"],
  ["webhooks.check", "* * * * *"],
]);

/** How a queue treats its jobs, where it differs from the usual. */
export type QueueHabits = {
  /** Of one key only one job waits or runs at a time; asking for another does nothing. */
  policy?: "exclusive";
  retryLimit?: number;
  /** Seconds before a job that failed is tried again, twice as long each time. */
  retryDelay?: number;
  retryBackoff?: boolean;
  /** After this a job that does not end counts as failed; usually a quarter of an hour. */
  expireInSeconds?: number;
  /** After this without a sign of life its worker counts as lost, and the job is tried again. */
  heartbeatSeconds?: number;
};

/**
 * A mail server that is down may be so for an hour: five tries, 1, 2, 4, 8 and 16 minutes apart. Somebody waits for a
 * copy while the storage is being restarted: three more, within a minute and a half.
 */
export const HABITS: ReadonlyMap<JobName, QueueHabits> = new Map([
  // A history of millions of events is read from end to end. lib/history/rules.ts waits for both tries.
  ["audit.verify", { retryLimit: 1, retryDelay: 10, expireInSeconds: 3_600, heartbeatSeconds: 60 }],
  // Thousands of claims are made one by one; a job that is taken up again goes on where it was.
  [
    "checks.import",
    {
      ...{ policy: "exclusive", retryLimit: 3, retryDelay: 10 },
      ...{ expireInSeconds: 6 * 3_600, heartbeatSeconds: 60 },
    },
  ],
  ["checks.read", { policy: "exclusive", retryLimit: 2, retryDelay: 10 }],
  // For ten minutes, somebody waits before the page: then even a link to sign in by has a while left.
  ["entry-links.send", { retryLimit: 6, retryDelay: 10, retryBackoff: true }],
  ["invitations.send", { policy: "exclusive", retryLimit: 5, retryDelay: 60, retryBackoff: true }],
  ["notifications.send", { policy: "exclusive", retryLimit: 5, retryDelay: 60, retryBackoff: true }],
  ["notifications.warn", { retryLimit: 5, retryDelay: 60, retryBackoff: true }],
  ["tips.answer", { policy: "exclusive", retryLimit: 5, retryDelay: 60, retryBackoff: true }],
  // Its own next attempt is in its row.
  ["webhooks.send", { policy: "exclusive", retryLimit: 0 }],
  ["snapshots.take", { retryLimit: 3, retryDelay: 10, retryBackoff: true }],
]);

/** Throws when `data` is not the payload of the job. */
export function parsePayload<Name extends JobName>(name: Name, data: unknown): JobPayload<Name> {
  const schemas: { readonly [Each in JobName]: z.ZodType<Payloads[Each]> } = PAYLOADS;
  return schemas[name].parse(data);
}
