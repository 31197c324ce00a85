import { type Db, db as pool } from "#lib/db/client.ts";
import { type SnapshotFailure, snapshotFailure } from "#lib/snapshots/schema.ts";
import type { ArchivingState } from "./values.ts";

/** How it stands with archiving a kept copy. */
export type Archiving = {
  state: ArchivingState;
  submittedAt: Date | null;
  archivedAt: Date | null;
  archiveUrl: string | null;
  /** Why nothing came of it, or of the last try. */
  failure: SnapshotFailure | null;
};

/** By copy; nothing of one that nobody asked an archive to save. */
export async function listArchivings(
  snapshotIds: readonly string[],
  db: Db = pool,
): Promise<ReadonlyMap<string, Archiving>> {
  if (snapshotIds.length === 0) return new Map();
  const rows = await db.archiving.findMany({
    where: { snapshotId: { in: [...snapshotIds] } },
    select: {
      snapshotId: true,
      state: true,
      submittedAt: true,
      archivedAt: true,
      failure: true,
      snapshot: { select: { archiveUrl: true } },
    },
  });
  return new Map(
    rows.map(({ snapshotId, snapshot, failure, ...row }) => [
      snapshotId,
      {
        ...row,
        archiveUrl: snapshot.archiveUrl,
        failure: failure === null ? null : snapshotFailure.parse(failure),
      },
    ]),
  );
}
