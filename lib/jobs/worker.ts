import { PgBoss } from "pg-boss";
import { runArchives } from "#lib/archives/jobs.ts";
import { signHeads } from "#lib/audit/jobs.ts";
import { importFile, purgeOldFiles, readFile } from "#lib/check-files/jobs.ts";
import { purgeDeleted } from "#lib/claims/jobs.ts";
import { purgeOldDrafts } from "#lib/drafts/jobs.ts";
import { purgeOldEntryLinks, sendEntryLink } from "#lib/entry-links/jobs.ts";
import { env, settingMistakes } from "#lib/env.ts";
import { checkFeeds, readOneFeed } from "#lib/feeds/jobs.ts";
import { sweepUnusedFiles } from "#lib/files/jobs.ts";
import { verifyHistory, verifyNightly } from "#lib/history/jobs.ts";
import { checkArticles, purgeOldImports, runImport } from "#lib/imports/jobs.ts";
import { purgeOldInvitations, sendInvitation } from "#lib/invitations/jobs.ts";
import { log } from "#lib/log.ts";
import { purgeSentForms, purgeSessions } from "#lib/members/jobs.ts";
import { sendNotifications, sweepNotifications, warnMember } from "#lib/notifications/jobs.ts";
import { startTelemetry } from "#lib/operation/telemetry.ts";
import { expireLeases } from "#lib/reviews/jobs.ts";
import { checkSource, takeSnapshot } from "#lib/snapshots/jobs.ts";
import { eraseOldAddresses, purgeOldLimits, sendAnswer } from "#lib/tips/jobs.ts";
import { purgeOldAnswers } from "#lib/tokens/jobs.ts";
import { tracedAlone } from "#lib/tracing.ts";
import { watchSources } from "#lib/watch/jobs.ts";
import { checkDeliveries, sendDelivery } from "#lib/webhooks/jobs.ts";
import { JOB_NAMES, type JobHandler, type JobName, parsePayload } from "./definitions.ts";
import { installQueue } from "./queue.ts";

/** Milliseconds a running job has to finish once the process is asked to stop. */
const GRACE = 10_000;

const HANDLERS: { readonly [Name in JobName]: JobHandler<Name> } = {
  "answers.purge": purgeOldAnswers,
  "archives.run": runArchives,
  "articles.check": checkArticles,
  "audit.nightly": verifyNightly,
  "audit.sign": signHeads,
  "audit.verify": verifyHistory,
  "imports.purge": purgeOldImports,
  "imports.run": runImport,
  "invitations.purge": purgeOldInvitations,
  "invitations.send": sendInvitation,
  "leases.expire": expireLeases,
  "limits.purge": purgeOldLimits,
  "checks.import": importFile,
  "checks.purge": purgeOldFiles,
  "checks.read": readFile,
  "claims.purge": purgeDeleted,
  "drafts.purge": purgeOldDrafts,
  "feeds.check": checkFeeds,
  "feeds.read": readOneFeed,
  "entry-links.purge": purgeOldEntryLinks,
  "entry-links.send": sendEntryLink,
  "files.sweep": sweepUnusedFiles,
  "forms.purge": purgeSentForms,
  "notifications.send": sendNotifications,
  "notifications.sweep": sweepNotifications,
  "notifications.warn": warnMember,
  "sessions.purge": purgeSessions,
  "snapshots.take": takeSnapshot,
  "sources.check": checkSource,
  "sources.watch": watchSources,
  "tips.answer": sendAnswer,
  "tips.erase": eraseOldAddresses,
  "webhooks.check": checkDeliveries,
  "webhooks.send": sendDelivery,
};

/**
 * How a queue is worked off: seconds between two looks into it, and jobs at once. Somebody sits before an import and
 * waits, and a slow site must not keep the next one waiting.
 */
const USUAL = { pollingIntervalSeconds: 2, localConcurrency: 1 };
const PACE: Partial<Record<JobName, typeof USUAL>> = {
  // An admin who pressed the button sits before the page.
  "audit.verify": { pollingIntervalSeconds: 1, localConcurrency: 1 },
  "checks.import": { pollingIntervalSeconds: 1, localConcurrency: 1 },
  "checks.read": { pollingIntervalSeconds: 1, localConcurrency: 1 },
  "imports.run": { pollingIntervalSeconds: 0.5, localConcurrency: 4 },
  "snapshots.take": { pollingIntervalSeconds: 0.5, localConcurrency: 2 },
  "sources.check": { pollingIntervalSeconds: 1, localConcurrency: 2 },
  // One that does not answer must not keep the others waiting.
  "webhooks.send": { pollingIntervalSeconds: 2, localConcurrency: 4 },
};

/** Works off every queue until the process is told to stop. Any number of workers may run side by side. */
async function main(): Promise<void> {
  const mistakes = settingMistakes();
  if (mistakes.length > 0) throw new Error(mistakes.join("\n"));

  const stopTelemetry = await startTelemetry({ service: "proofmark-worker" });
  const connectionString = env.DATABASE_URL;
  await installQueue({ connectionString });
  const queue = new PgBoss({ connectionString, max: 4, instanceName: "worker" });
  queue.on("error", (error) => log.error({ err: error }, "queue error"));
  queue.on("warning", (warning) => log.warn({ warning }, "queue warning"));
  await queue.start();
  for (const name of JOB_NAMES) await serve(queue, name);

  const stop = async (): Promise<void> => {
    await queue.stop({ graceful: true, timeout: GRACE });
    await stopTelemetry();
    log.debug("worker stopped");
    process.exit(0);
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
  log.debug("worker started");
  process.send?.("ready");
}

async function serve<Name extends JobName>(queue: PgBoss, name: Name): Promise<void> {
  const handle: JobHandler<Name> = HANDLERS[name];
  const pace = { batchSize: 1, includeMetadata: true, ...(PACE[name] ?? USUAL) } as const;
  await queue.work(name, pace, async ([job]) => {
    if (job === undefined) return;
    try {
      const facts = { "messaging.destination.name": name };
      await tracedAlone({ name: `job ${name}`, kind: "consumer", facts }, () =>
        handle(parsePayload(name, job.data), { isLastTry: job.retryCount >= job.retryLimit }),
      );
    } catch (error) {
      log.error({ err: error, job: name, id: job.id }, "job failed");
      throw error;
    }
  });
}

await main();
