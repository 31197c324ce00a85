import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { Problem, report, say } from "./lib/screen.mjs";
import { withDatabase } from "./lib/site.ts";

// `npm run audit:verify`: computes every chain of the audit log anew, compares it with the signed heads that were kept, and
// names what was altered: docs/audit.md. Ends with 0 when nothing was, 1 when something was, 2 when it cannot tell.

const HELP = `npm run audit:verify -- [--heads file] [--keys file] [--json]

  --heads  the signed heads that were kept: heads.jsonl, or a copy kept elsewhere
  --keys   the public keys that may have signed them, one a line: keys.pub, or a copy kept elsewhere
  --json   the findings as JSON`;

try {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      heads: { type: "string" },
      keys: { type: "string" },
      json: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) say(HELP);
  else process.exitCode = await withDatabase((url) => verify(url, values));
} catch (error) {
  report(error);
  process.exitCode = 2;
}

async function verify(
  url: string,
  { heads, keys, json = false }: { heads?: string; keys?: string; json?: boolean },
): Promise<number> {
  process.env.DATABASE_URL = url;
  const [{ db }, { env }, { readKept }, { verifyKept }] = await Promise.all([
    import("#lib/db/client.ts"),
    import("#lib/env.ts"),
    import("#lib/storage/audit-folder.ts"),
    import("#lib/audit/kept-heads.ts"),
  ]);
  // A file that was named and is not there is a mistake, not a log without heads.
  for (const named of [heads, keys]) {
    if (named !== undefined && !existsSync(named)) throw new Problem(`There is no file ${named}.`);
  }
  const kept = await readKept(env.AUDIT_DIR, {
    ...(heads !== undefined && { heads }),
    ...(keys !== undefined && { keys }),
  });
  try {
    const found = await verifyKept(kept);
    const { events, chains, findings } = found;
    if (json) process.stdout.write(`${JSON.stringify(found)}\n`);
    else {
      for (const finding of findings) say(sentence(finding));
      say(`${events} events in ${chains} chains, ${found.heads} kept heads: ${findings.length} findings`);
      if (found.heads === 0) say("No heads were kept: what a superuser has rewritten cannot be seen.");
    }
    return findings.length > 0 ? 1 : 0;
  } finally {
    await db.$disconnect();
  }
}

type Told = { kind: string; chain: string; from: number | null; to: number | null; eventId: string | null };

function sentence({ kind, chain, from, to, eventId }: Told): string {
  const place = from === null ? "" : from === to ? ` at ${from}` : ` at ${from} to ${to}`;
  return `${kind.padEnd(10)} chain ${chain}${place}${eventId === null ? "" : `, event ${eventId}`}`;
}
