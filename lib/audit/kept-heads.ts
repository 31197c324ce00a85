import { type Db, db as pool } from "#lib/db/client.ts";
import { headIn, isSignedBy } from "./heads.ts";
import { type Finding, type Head, type Verification, verifyChains } from "./verify.ts";

/** As `Verification`; `forged` is about a kept head. `line`: from 1. */
export type KeptVerification = Omit<Verification, "findings"> & {
  findings: (Finding | (Omit<Finding, "kind" | "chain"> & { kind: "forged"; chain: string; line: number }))[];
};

/** Milliseconds: no history takes as long. */
const LONGEST = 6 * 3_600_000;

/** Signatures that are looked at without letting anything else of the process have its turn. */
const AT_A_TIME = 500;

/**
 * Verifies the chains against signed heads as they were kept, a line of JSON each. Without a `db` they are looked at as
 * they are at one moment: what is taken out for a person's sake meanwhile would look as if it had been altered.
 */
export async function verifyKept({
  heads: lines,
  keys,
  db,
}: {
  heads: readonly string[];
  keys: readonly string[];
  db?: Db;
}): Promise<KeptVerification> {
  const heads: Head[] = [];
  const forged: KeptVerification["findings"] = [];
  for (const [at, line] of lines.entries()) {
    if (at % AT_A_TIME === 0) await new Promise(setImmediate);
    const head = headIn(line);
    if (head && isSignedBy(keys, head)) heads.push(head);
    else
      forged.push({
        kind: "forged",
        chain: head?.chain ?? "?",
        from: null,
        to: null,
        eventId: null,
        line: at + 1,
      });
  }
  const look = (on: Db) => verifyChains({ heads, db: on });
  const { findings, ...found } = db
    ? await look(db)
    : await pool.$transaction(look, { isolationLevel: "RepeatableRead", timeout: LONGEST });
  return { ...found, findings: [...forged, ...findings] };
}
