import { existsSync } from "node:fs";
import { CannotTell, onDatabase, type Said, type Values } from "./command-line.ts";

/**
 * Computes every chain of the audit log anew, compares it with the signed heads that were kept, and names what was
 * altered: docs/audit.md. Ends with 0 when nothing was, 1 when something was, 2 when it cannot tell.
 */
export const verify = {
  summary: "says what was altered of the history; ends with 2 when it cannot tell",
  options: {
    heads: {
      type: "string",
      hint: "the signed heads that were kept: heads.jsonl, or a copy kept elsewhere",
    },
    keys: {
      type: "string",
      hint: "the public keys that may have signed them, one a line: keys.pub, or a copy kept elsewhere",
    },
  },
  run: look,
} as const;

async function look({ heads, keys }: Values): Promise<Said> {
  const named: { heads?: string; keys?: string } = {
    ...(typeof heads === "string" && { heads }),
    ...(typeof keys === "string" && { keys }),
  };
  // A file that was named and is not there is a mistake, not a log without heads.
  for (const file of Object.values(named)) {
    if (!existsSync(file)) throw new CannotTell(`There is no file ${file}.`);
  }
  try {
    return await onDatabase(async () => {
      const [{ env }, { readKept }, { verifyKept }] = await Promise.all([
        import("#lib/env.ts"),
        import("#lib/storage/audit-folder.ts"),
        import("#lib/audit/queries.ts"),
      ]);
      const found = await verifyKept(await readKept(env.AUDIT_DIR, named));
      const { events, chains, findings } = found;
      return {
        json: found,
        lines: [
          ...findings.map(sentence),
          `${events} events in ${chains} chains, ${found.heads} kept heads: ${findings.length} findings`,
          ...(found.heads === 0
            ? ["No heads were kept: what a superuser has rewritten cannot be seen."]
            : []),
        ],
        failed: findings.length > 0,
      };
    });
  } catch (error) {
    throw new CannotTell(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

type Told = { kind: string; chain: string; from: number | null; to: number | null; eventId: string | null };

function sentence({ kind, chain, from, to, eventId }: Told): string {
  const place = from === null ? "" : from === to ? ` at ${from}` : ` at ${from} to ${to}`;
  return `${kind.padEnd(10)} chain ${chain}${place}${eventId === null ? "" : `, event ${eventId}`}`;
}
