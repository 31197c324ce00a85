import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { readyBuild } from "./lib/build.ts";
import { asApplication, execute, OWN_DATABASE, prepareOwn, withClient } from "./lib/database.ts";
import { freePort } from "./lib/ports.mjs";
import { removePostgres, startPostgres } from "./lib/postgres.ts";
import { Problem, say, step } from "./lib/screen.mjs";
import { startServices } from "./lib/services.ts";
import type { Site } from "./lib/settings.ts";
import { CARELESS, startThrowawayPostgres, throwawayHome } from "./lib/throwaway.ts";

// `npm run drill`: the worst day, tried. The demo is copied by the backup command while people go on writing, brought back
// by the restore command into another Postgres and another folder, compared, its history verified against the signed heads
// that were kept, and the product started on it: a published check has to read as it did.

const PEOPLE = 3;

const stack = new AsyncDisposableStack();
try {
  await drill();
} finally {
  await stack.disposeAsync();
}

async function drill(): Promise<void> {
  await readyBuild();
  const postgres = await step("Postgres", startThrowawayPostgres);
  stack.defer(() => postgres.stop());
  const [files, audit, copy, otherFiles] = await Promise.all([folder(), folder(), folder(), folder()]);
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  const site = { port, host: "127.0.0.1", authSecret: randomBytes(32).toString("hex"), publicUrl };
  Object.assign(process.env, { AUTH_SECRET: site.authSecret, PUBLIC_URL: publicUrl });
  Object.assign(process.env, { AUDIT_DIR: audit, FILES_DIR: files });
  process.env.DATABASE_URL = postgres.url(OWN_DATABASE);
  const before = await prepareOwn(postgres, { demo: true });
  await attachDocument();
  await signHeads();
  const readBefore = await step("The product before", () => readOn(before, site));

  const written = await step("Backup, while people write", () =>
    whileWriting(() => proofmark(before, ["backup", "--to", copy])),
  );
  process.env.FILES_DIR = otherFiles;
  const home = join(await throwawayHome(), "restored");
  const other = await step("Another Postgres", () => startPostgres(home, CARELESS));
  stack.defer(async () => {
    await other.stop();
    await removePostgres(home);
  });
  await execute(other.url("postgres"), [`CREATE DATABASE ${OWN_DATABASE}`]);
  const after = other.url(OWN_DATABASE);
  const restored = await step("Restore", () => proofmark(after, ["restore", "--from", copy]));
  const verified = await step("Verification", () => proofmark(after, ["verify"]));
  const readAfter = await step("The product afterwards", () => readOn(after, site));

  const changed = Object.keys(readBefore).filter((path) => readBefore[path] !== readAfter[path]);
  say(`claims written meanwhile      ${written}`);
  say(`rows, files                   ${restored.rows}, ${restored.files}`);
  say(`tables and files that differ  ${restored.differences.length}`);
  say(`events, kept heads, findings  ${verified.events}, ${verified.heads}, ${verified.findings.length}`);
  say(`pages read, not as they were  ${Object.keys(readBefore).length}, ${changed.length}`);
  for (const path of changed) say(`  ${path}`);
  const isWhole = restored.differences.length + verified.findings.length + changed.length === 0;
  if (!isWhole || verified.heads === 0 || restored.files === 0 || written === 0)
    throw new Problem("What came back is not what was there.");
}

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "proofmark-drill-"));
  stack.defer(() => rm(made, { recursive: true }));
  return made;
}

/** So that there are files to bring back. */
async function attachDocument(): Promise<void> {
  const { makeClaim, makeDocument, makeMember } = await import("#lib/testing/factories.ts");
  const actor = await makeMember();
  const { id: claimId } = await makeClaim({ author: actor });
  await makeDocument({ actor, claimId, bytes: new TextEncoder().encode("What a document says.") });
}

/** Signs the ends of all chains and keeps them outside, as the worker does. */
async function signHeads(): Promise<void> {
  const [{ auditFolder }, { keepHeads }] = await Promise.all([
    import("#lib/storage/audit-folder.ts"),
    import("#lib/audit/commands.ts"),
  ]);
  const kept = auditFolder(process.env.AUDIT_DIR ?? "", "");
  const keep = (lines: readonly string[]) => kept.append(lines);
  await keepHeads({ privateKey: await kept.privateKey(), now: new Date(), keep });
}

/** Does the work while claims are written, and says how many were. */
async function whileWriting(work: () => Promise<unknown>): Promise<number> {
  const [{ db }, { makeClaim, makeMember }] = await Promise.all([
    import("#lib/db/client.ts"),
    import("#lib/testing/factories.ts"),
  ]);
  let isOver = false;
  let written = 0;
  const write = async () => {
    const author = await makeMember();
    while (!isOver) {
      await makeClaim({ author });
      written += 1;
    }
  };
  const people = Promise.all(Array.from({ length: PEOPLE }, write));
  try {
    await work();
  } finally {
    isOver = true;
    await people;
    await db.$disconnect();
  }
  return written;
}

type Said = {
  rows: number;
  files: number;
  differences: string[];
  events: number;
  heads: number;
  findings: unknown[];
};

/** Runs a command as whoever keeps the machine does. */
async function proofmark(databaseUrl: string, args: readonly string[]): Promise<Said> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["scripts/run.mjs", "proofmark", ...args, "--json"],
    {
      env: { ...process.env, DATABASE_URL: databaseUrl },
    },
  );
  return JSON.parse(stdout) as Said;
}

/** Starts the product there, and what readers get of each published check, by its address. */
async function readOn(ownerUrl: string, site: Site): Promise<Record<string, string>> {
  const slugs = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ slug: string }>(
      `SELECT publications.slug FROM publications JOIN claims ON claims.id = claim_id
       WHERE is_current AND state = 'published' ORDER BY publications.slug`,
    );
    return rows.map(({ slug }) => slug);
  });
  if (slugs.length === 0) throw new Problem("Nothing is published.");
  await using running = new AsyncDisposableStack();
  const databaseUrl = await asApplication(ownerUrl);
  // It answers /api/health/ready with 200 before this goes on.
  await startServices(running, { site, databaseUrl, mode: "production", only: "web" });
  const read: Record<string, string> = {};
  for (const path of slugs.flatMap((slug) => [`/claims/${slug}`, `/claims/${slug}/record.json`])) {
    const answer = await fetch(site.publicUrl + path);
    if (answer.status !== 200) throw new Problem(`${path} answers ${answer.status}.`);
    read[path] = (await answer.text()).replaceAll(/ nonce="[^"]*"/g, "");
  }
  return read;
}
