import { setTimeout as pause } from "node:timers/promises";
import type { Part } from "./flags.ts";
import { type Service, startService } from "./processes.ts";
import { Problem } from "./screen.mjs";
import type { Site } from "./settings.ts";

export type Mode = "production" | "development";

/** Milliseconds a service has to end once it is asked to. */
const GRACE = 15_000;
/** Milliseconds the web server has to answer for the first time. */
const PATIENCE = 60_000;

type Surroundings = { site: Site; databaseUrl: string; mode: Mode };

/** `only`: just that one, where another process has the other. */
type Chosen = Surroundings & { only?: Part | undefined };

/**
 * Starts web server and worker, or one of them, on a prepared database and waits until they answer. They are stopped by `stack`, the
 * web server first. The promise given back settles with what went wrong when one of them ends by itself.
 */
export async function startServices(
  stack: AsyncDisposableStack,
  { only, ...surroundings }: Chosen,
): Promise<{ failed: Promise<string> }> {
  const started: { name: string; service: Service }[] = [];
  if (only !== "web") started.push({ name: "The worker", service: startWorker(surroundings) });
  if (only !== "worker") started.push({ name: "The web server", service: startWeb(surroundings) });
  for (const { service } of started) stack.defer(() => service.stop(GRACE));

  await Promise.all(started.map(({ service }) => service.ready));
  const failed = Promise.race(
    started.map(({ name, service }) => service.ended.then(() => `${name} ended by itself.`)),
  );
  const failure = only === "worker" ? null : await Promise.race([healthy(surroundings.site), failed]);
  if (failure) throw new Problem(failure);
  return { failed };
}

/** The process that does the jobs. */
export function startWorker(surroundings: Surroundings): Service {
  const watch = surroundings.mode === "development" ? ["--watch"] : [];
  const args = [...watch, "--conditions=react-server", "lib/jobs/worker.ts"];
  return startService("The worker", args, variablesOf(surroundings));
}

/** The process that answers requests. */
export function startWeb(surroundings: Surroundings): Service {
  return startService("The web server", ["scripts/web.ts"], variablesOf(surroundings));
}

function variablesOf({ site, databaseUrl, mode }: Surroundings): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: site.authSecret,
    PUBLIC_URL: site.publicUrl,
    NEXTAUTH_URL: site.publicUrl,
    PORT: String(site.port),
    HOST: site.host,
    NODE_ENV: mode,
  };
}

/** Settles when /api/health/ready answers 200, and gives what is wrong when it does not. */
async function healthy({ host, port }: Site): Promise<string | null> {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  const deadline = Date.now() + PATIENCE;
  let status = 0;
  while (Date.now() < deadline) {
    status = await fetch(`http://${name}:${port}/api/health/ready`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return null;
    await pause(100);
  }
  return `The web server started, but /api/health/ready answers ${status || "nothing"}.`;
}
