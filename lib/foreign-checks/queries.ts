import { type Db, db as pool } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { listSharing } from "#lib/db/sharing.ts";
import { letterGroups, likeness } from "#lib/likeness/likeness.ts";

/** A check that somebody else published and that says nearly the same. */
export type ForeignCheck = {
  id: string;
  url: string;
  statement: string;
  ratingLabel: string;
  publisher: string;
  claimantName: string | null;
  /** `YYYY-MM-DD`. */
  checkedOn: string | null;
};

/** As for claims of the desk (lib/claims/checked-before.ts). */
const LEAST_LIKENESS = 0.5;
const MOST = 3;

/** Checks of others that say nearly the same as `statement`, the most alike first, at most 3. */
export async function listForeignAlike(statement: string, db: Db = pool): Promise<ForeignCheck[]> {
  const words = statement.replaceAll("\0", "").toWellFormed();
  const typed = letterGroups(words);
  if (typed.size === 0) return [];
  const rows = (most: number) =>
    Prisma.sql`SELECT id FROM foreign_checks WHERE terms @> ARRAY[term] AND claim_id IS NULL LIMIT ${most}`;
  const ids = await listSharing({ words, table: "foreign_checks", rows, db });
  const found = await db.foreignCheck.findMany({
    where: { id: { in: ids } },
    select: {
      ...{ id: true, url: true, statement: true, ratingLabel: true, publisher: true },
      ...{ claimantName: true, checkedOn: true },
    },
  });
  return found
    .map((check) => ({ check, alike: likeness(typed, letterGroups(check.statement)) }))
    .filter(({ alike }) => alike >= LEAST_LIKENESS)
    .sort((a, b) => b.alike - a.alike || (a.check.id < b.check.id ? 1 : -1))
    .slice(0, MOST)
    .map(({ check }) => ({ ...check, checkedOn: check.checkedOn?.toISOString().slice(0, 10) ?? null }));
}
