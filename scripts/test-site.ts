import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLetterbox } from "#lib/testing/letterbox.ts";
import { asApplication, prepareOwn } from "./lib/database.ts";
import { freePort } from "./lib/ports.mjs";
import { startServices } from "./lib/services.ts";
import { startThrowawayPostgres } from "./lib/throwaway.ts";

/** Before the end-to-end tests: the production build with worker and demo newsroom, on a database of its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const stack = new AsyncDisposableStack();
  try {
    const postgres = await startThrowawayPostgres();
    stack.defer(() => postgres.stop());
    // The tests look into it, and make some of their own, as the owner.
    const ownerUrl = await prepareOwn(postgres, { demo: true });
    const databaseUrl = await asApplication(ownerUrl);
    // Heads of another database would say that this one's history was rewritten.
    const heads = await mkdtemp(join(tmpdir(), "proofmark-heads-"));
    stack.defer(() => rm(heads, { recursive: true, force: true }));
    process.env.AUDIT_DIR = heads;
    // Much is turned away on purpose, and each time warned of.
    process.env.LOG_LEVEL ??= "error";
    const letterbox = stack.use(await startLetterbox());
    process.env.SMTP_URL = letterbox.url;
    process.env.MAIL_FROM = "Desk <desk@desk.example>";
    const port = await freePort();
    const site = {
      port,
      host: "127.0.0.1",
      authSecret: randomBytes(32).toString("hex"),
      publicUrl: `http://localhost:${port}`,
    };
    await startServices(stack, { site, databaseUrl, mode: "production" });
    // What the tests' processes read: playwright.config.ts, and tests that look into the database.
    process.env.PUBLIC_URL = site.publicUrl;
    process.env.DATABASE_URL = ownerUrl;
    process.env.LETTERBOX_DIR = letterbox.folder;
    process.env.AUTH_SECRET = site.authSecret;
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
  return () => stack.disposeAsync();
}
