import { type Db, db as pool } from "#lib/db/client.ts";
import type { Refusal } from "#lib/errors.ts";
import { isId } from "#lib/input.ts";
import { snapshotFailure } from "#lib/snapshots/schema.ts";
import { labelRatings } from "./schema.ts";
import { type FileState, type FileUse, MOST_LABELS, ROW_OUTCOMES, type RowOutcomeName } from "./values.ts";

export type CheckFile = {
  id: string;
  use: FileUse;
  state: FileState;
  name: string;
  size: number;
  made: number;
  failure: Refusal | null;
  by: string;
  createdAt: Date;
  shownAt: Date | null;
  touchedAt: Date;
};

const fileSelect = {
  ...{ id: true, use: true, state: true, name: true, size: true, made: true, failure: true },
  ...{ createdAt: true, shownAt: true, touchedAt: true, ratings: true, member: { select: { name: true } } },
} as const;

type Row = Omit<CheckFile, "failure" | "by"> & {
  failure: unknown;
  ratings: unknown;
  member: { name: string };
};

function fileOf({ failure, ratings: _, member, ...row }: Row): CheckFile {
  return { ...row, by: member.name, failure: failure === null ? null : snapshotFailure.parse(failure) };
}

/** They are gone after some days: more are not looked through. */
const MOST = 50;

/** Files that were sent lately, newest first. */
export async function listCheckFiles(db: Db = pool): Promise<CheckFile[]> {
  const rows = await db.checkFile.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: fileSelect,
  });
  return rows.map(fileOf);
}

/** How many rows have which outcome; without those that none has. */
export type OutcomeCounts = Partial<Record<RowOutcomeName, number>>;

export type CheckFileDetail = CheckFile & {
  counts: OutcomeCounts;
  ratings: Readonly<Record<string, string>>;
};

/** Null when there is none. */
export async function getCheckFile(id: string, db: Db = pool): Promise<CheckFileDetail | null> {
  if (!isId(id)) return null;
  const row = await db.checkFile.findUnique({ where: { id }, select: fileSelect });
  if (!row) return null;
  const counted = await db.checkFileRow.groupBy({ by: ["outcome"], where: { fileId: id }, _count: true });
  const counts: OutcomeCounts = {};
  for (const outcome of ROW_OUTCOMES) {
    const found = counted.find((each) => each.outcome === outcome);
    if (found) counts[outcome] = found._count;
  }
  return { ...fileOf(row), counts, ratings: labelRatings.parse(row.ratings) };
}

export type FileRow = {
  number: number;
  statement: string | null;
  url: string | null;
  publisher: string | null;
  ratingLabel: string | null;
};

/** Of one page. */
const TAKE = 50;

/** Rows with one outcome in the order of the file, from the one after `after` on. `next`: the last row's number. */
export async function listFileRows(
  { fileId, outcome, after }: { fileId: string; outcome: RowOutcomeName; after: number },
  db: Db = pool,
): Promise<{ items: FileRow[]; next: number | null }> {
  const rows = await db.checkFileRow.findMany({
    where: { fileId, outcome, number: { gt: after } },
    orderBy: { number: "asc" },
    take: TAKE + 1,
    select: { number: true, statement: true, url: true, publisher: true, ratingLabel: true },
  });
  const items = rows.slice(0, TAKE);
  return { items, next: rows.length > TAKE ? (items.at(-1)?.number ?? null) : null };
}

/** Labels of a file that are on no scale here, the most frequent first. */
export async function listUnknownLabels(
  fileId: string,
  db: Db = pool,
): Promise<{ label: string; count: number }[]> {
  const rows = await db.checkFileRow.groupBy({
    by: ["ratingLabel"],
    where: { fileId, outcome: "unknown_rating", ratingLabel: { not: null } },
    _count: true,
    orderBy: [{ _count: { ratingLabel: "desc" } }, { ratingLabel: "asc" }],
    take: MOST_LABELS,
  });
  return rows.flatMap(({ ratingLabel, _count }) =>
    ratingLabel === null ? [] : [{ label: ratingLabel, count: _count }],
  );
}
