import { type Db, db as pool } from "#lib/db/client.ts";
import { headIn, isSignedBy } from "./heads.ts";
import { type Finding, type Head, type Verification, verifyChains } from "./verify.ts";

/** As `Verification`; `forged`: a kept head that is none, or that nobody signed whose key is known. `line`: from 1. */
export type KeptVerification = Omit<Verification, "findings"> & {
  findings: (Finding | (Omit<Finding, "kind" | "chain"> & { kind: "forged"; chain: string; line: number }))[];
};

/** Verifies the chains against signed heads as they were kept, a line of JSON each. */
export async function verifyKept({
  heads: lines,
  keys,
  db = pool,
}: {
  heads: readonly string[];
  keys: readonly string[];
  db?: Db;
}): Promise<KeptVerification> {
  const heads: Head[] = [];
  const forged: KeptVerification["findings"] = [];
  for (const [at, line] of lines.entries()) {
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
  const { findings, ...found } = await verifyChains({ heads, db });
  return { ...found, findings: [...forged, ...findings] };
}
