import { setTimeout as pause } from "node:timers/promises";
import { startService } from "./processes.ts";
import { Problem } from "./screen.mjs";
import type { Site } from "./settings.ts";

export type Mode = "production" | "development";

/** Milliseconds a service has to end once it is asked to. */
const GRACE = 15_000;
/** Milliseconds the web server has to answer for the first time. */
const PATIENCE = 60_000;

/**
 * Starts web server and worker on a prepared database and waits until they answer. They are stopped by `stack`, the
 * web server first. The promise given back settles with what went wrong when one of them ends by itself.
 */
export async function startServices(
  stack: AsyncDisposableStack,
  { site, databaseUrl, mode }: { site: Site; databaseUrl: string; mode: Mode },
): Promise<{ failed: Promise<string> }> {
  const variables = {
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: site.authSecret,
    PUBLIC_URL: site.publicUrl,
    NEXTAUTH_URL: site.publicUrl,
    PORT: String(site.port),
    HOST: site.host,
    NODE_ENV: mode,
  };
  const watch = mode === "development" ? ["--watch"] : [];
  const worker = startService(
    "The worker",
    [...watch, "--conditions=react-server", "lib/jobs/worker.ts"],
    variables,
  );
  stack.defer(() => worker.stop(GRACE));
  const web = startService("The web server", ["scripts/web.ts"], variables);
  stack.defer(() => web.stop(GRACE));

  await Promise.all([web.ready, worker.ready]);
  const failed = Promise.race([
    web.ended.then(() => "The web server ended by itself."),
    worker.ended.then(() => "The worker ended by itself."),
  ]);
  const failure = await Promise.race([healthy(site), failed]);
  if (failure) throw new Problem(failure);
  return { failed };
}

/** Settles when /api/health answers 200, and gives what is wrong when it does not. */
async function healthy({ host, port }: Site): Promise<string | null> {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  const deadline = Date.now() + PATIENCE;
  let status = 0;
  while (Date.now() < deadline) {
    status = await fetch(`http://${name}:${port}/api/health`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return null;
    await pause(100);
  }
  return `The web server started, but /api/health answers ${status || "nothing"}.`;
}
