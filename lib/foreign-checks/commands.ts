import { createHash } from "node:crypto";
import { recordAudit } from "#lib/audit/commands.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { type Db, db } from "#lib/db/client.ts";
import { dayTo } from "#lib/db/days.ts";
import { insist } from "#lib/errors.ts";
import { type ReadCheck, readChecks } from "./read-file.ts";
import type { RowRefusal } from "./values.ts";

/** What becomes, or would become, of a row of a file. */
export type RowOutcome = {
  /** From 1. */
  row: number;
  outcome: "new" | "known" | RowRefusal;
  statement: string | null;
  url: string | null;
  publisher: string | null;
  ratingLabel: string | null;
};

/** How many rows are asked about and written at once. */
const BATCH = 1_000;

/**
 * Takes over checks that others published, as ClaimReview tells of them. What is known already stays as it is, so the
 * same file twice makes nothing new. `isDry`: only says what would be made. `actor` null: at the command line.
 */
export async function importForeignChecks({
  actor,
  text,
  isDry,
  now,
}: {
  actor: Actor | null;
  text: string;
  isDry: boolean;
  now: Date;
}): Promise<RowOutcome[]> {
  if (actor !== null) insist(forbidden(actor, "checks.import"));
  const rows = readChecks(text);
  const checks = rows.flatMap((row) => ("check" in row ? [row.check] : []));
  return db.$transaction(
    async (tx) => {
      // Of two who bring the same file at once, the second finds what the first brought.
      if (!isDry) await tx.$executeRaw`LOCK TABLE foreign_checks IN SHARE ROW EXCLUSIVE MODE`;
      const known = await listKnown(tx, checks);
      const outcomes = rows.map((row): RowOutcome => {
        if ("refused" in row) {
          const { row: at, refused, statement, url } = row;
          return { row: at, outcome: refused, statement, url, publisher: null, ratingLabel: null };
        }
        const { statement, url, publisher, ratingLabel } = row.check;
        const outcome = known.has(keyOf(row.check)) ? "known" : "new";
        return { row: row.row, outcome, statement, url, publisher, ratingLabel };
      });
      const made = checks.filter((check) => !known.has(keyOf(check)));
      if (isDry || made.length === 0) return outcomes;
      for (let at = 0; at < made.length; at += BATCH) {
        await tx.foreignCheck.createMany({
          data: made.slice(at, at + BATCH).map(({ saidOn, checkedOn, ...check }) => ({
            ...check,
            ...{ saidOn: dayTo(saidOn), checkedOn: dayTo(checkedOn) },
            ...{ importedById: actor?.id ?? null, importedAt: now },
          })),
        });
      }
      const sha256 = createHash("sha256").update(text).digest("hex");
      await recordAudit(tx, { actor, action: "checks.imported", data: { count: made.length, sha256 } });
      return outcomes;
    },
    { timeout: 600_000 },
  );
}

const keyOf = ({ url, statement }: Pick<ReadCheck, "url" | "statement">) => JSON.stringify([url, statement]);

async function listKnown(tx: Db, checks: readonly ReadCheck[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (let at = 0; at < checks.length; at += BATCH) {
    const part = checks.slice(at, at + BATCH);
    const rows = await tx.$queryRaw<{ url: string; statement: string }[]>`
      SELECT f.url, f.statement FROM foreign_checks f
      JOIN unnest(${part.map(({ url }) => url)}::text[], ${part.map(({ statement }) => statement)}::text[])
        AS asked (url, statement)
      ON md5(f.url) = md5(asked.url) AND md5(f.statement) = md5(asked.statement)`;
    for (const row of rows) known.add(keyOf(row));
  }
  return known;
}
