import { type Db, db } from "#lib/db/client.ts";
import { POLICY_KEYS, type PolicyKey } from "./values.ts";

/** A policy as it stands. */
export type Policy = {
  key: PolicyKey;
  /** 0 while nobody has written any. */
  version: number;
  /** Markdown; empty when there is none. */
  text: string;
  savedAt: Date | null;
};

/** Every policy as it stands, in the order readers get them. */
export async function listPolicies(on: Db = db): Promise<Policy[]> {
  const rows = await on.policyVersion.findMany({
    distinct: ["key"],
    orderBy: [{ key: "asc" }, { version: "desc" }],
    select: { key: true, version: true, text: true, savedAt: true },
  });
  return POLICY_KEYS.map(
    (key) => rows.find((row) => row.key === key) ?? { key, version: 0, text: "", savedAt: null },
  );
}
