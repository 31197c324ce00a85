import { join } from "node:path";
import { settingMistakes } from "#lib/env.ts";
import { claim } from "./claim.mjs";
import { asApplication, lookInto, OWN_DATABASE, prepareGiven, prepareOwn } from "./database.ts";
import type { StartFlags } from "./flags.ts";
import { beginLifetime } from "./lifetime.ts";
import { runningPostgres, startPostgres } from "./postgres.ts";
import { DATA } from "./root.mjs";
import { Problem, say, step } from "./screen.mjs";
import { type Mode, startServices } from "./services.ts";
import { chosenSite, type Site } from "./settings.ts";

const NAMES = { web: "Web server", worker: "Worker" } as const;

/** Where the embedded Postgres lives. */
export const OWN_POSTGRES = join(DATA, "postgres");

/**
 * Runs the product until it is told to stop: `make` first, then database, web server and worker. `demo` fills an
 * empty database; left open, that is done to our own and never to one that was given. `only` leaves the other service
 * to another process.
 */
export async function runSite({
  mode,
  demo,
  only,
  make,
}: StartFlags & { mode: Mode; make: () => Promise<void> }): Promise<void> {
  const { stack, fail } = beginLifetime();
  try {
    const site = chosenSite();
    requireSettings(site);
    if (only && !process.env.DATABASE_URL)
      throw new Problem("--only needs a database for all: set DATABASE_URL.");
    await make();
    const database = await openDatabase(stack, demo);
    const services = await step(only ? NAMES[only] : "Web server and worker", () =>
      startServices(stack, { site, databaseUrl: database.url, mode, only }),
    );
    if (only !== "worker") await welcome(site, database.url);
    throw new Problem(await Promise.race([database.failed, services.failed]));
  } catch (error) {
    await fail(error);
  }
}

/**
 * Does a piece of work on the product's database, as the owner of its tables: the one that was given, the one another
 * command has running, or our own, started for it.
 */
export async function withDatabase<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const given = process.env.MIGRATE_DATABASE_URL || process.env.DATABASE_URL;
  const url = given || runningPostgres(OWN_POSTGRES, OWN_DATABASE);
  if (url) return await work(url);
  await claim("data");
  const postgres = await startPostgres(OWN_POSTGRES);
  try {
    return await work(await prepareOwn(postgres, { demo: false }));
  } finally {
    await postgres.stop();
  }
}

/** What the services would refuse, before the long work. */
function requireSettings({ authSecret, publicUrl }: Site): void {
  const own = { DATABASE_URL: process.env.DATABASE_URL || "postgres://our-own" };
  const mistakes = settingMistakes({
    ...process.env,
    ...own,
    AUTH_SECRET: authSecret,
    PUBLIC_URL: publicUrl,
  });
  if (mistakes.length > 0) throw new Problem(mistakes.join("\n"));
}

async function openDatabase(stack: AsyncDisposableStack, demo: boolean | undefined) {
  const given = process.env.DATABASE_URL;
  if (given) {
    await prepareGiven(given, { demo: demo ?? false, owner: process.env.MIGRATE_DATABASE_URL || undefined });
    return { url: given, failed: new Promise<string>(() => {}) };
  }
  const postgres = await step("Database", () => startPostgres(OWN_POSTGRES));
  stack.defer(() => postgres.stop());
  return {
    url: await asApplication(await prepareOwn(postgres, { demo: demo ?? true })),
    failed: postgres.ended.then(() => `Postgres ended by itself; see ${join(OWN_POSTGRES, "log")}.`),
  };
}

/** The address, and who can sign in there. */
async function welcome({ publicUrl }: Site, databaseUrl: string): Promise<void> {
  const { hasMembers, isDemo } = await lookInto(databaseUrl);
  say();
  say(`Proofmark is running at ${publicUrl}`);
  if (!hasMembers) say(`Nobody has an account yet: make the first one at ${publicUrl}/setup`);
  if (isDemo) {
    const { MEMBERS } = await import("../../prisma/demo/content.ts");
    const { DEMO_SIGN_IN } = await import("../../lib/members/schema.ts");
    say();
    say(
      `This is the demo newsroom. Sign in at ${publicUrl}/login with the password ${DEMO_SIGN_IN.password} as`,
    );
    for (const { email, name, role } of Object.values(MEMBERS)) say(`  ${email.padEnd(24)} ${name}, ${role}`);
  }
  say();
  say("Ctrl-C stops it.");
}
