import { db } from "#lib/db/client.ts";
import { type Packed, packedAs, putPacked, removePacked } from "#lib/storage/packed.ts";

/**
 * Keeps bytes in the storage, before the transaction that names them: whoever has them kept has a day to do that.
 * That they are there is written down first, so that nothing is there of which nobody knows.
 */
export async function keepFile(bytes: Uint8Array, now = new Date()): Promise<Packed> {
  const packed = packedAs(bytes);
  const { storageKey } = packed;
  await db.storedFile.upsert({
    where: { storageKey },
    create: { storageKey, storedAt: now },
    update: { storedAt: now },
    select: { storageKey: true },
  });
  await putPacked(packed, bytes);
  return packed;
}

/** Milliseconds in which what was put into the storage is to be named: no attach and no look takes that long. */
const GRACE = 24 * 3_600_000;

/** Of one run; what is left over is found by the next. */
const MOST = 1_000;

/** Removes files that no source names any more, or never did. Any number of workers may do so at once. Answers how many. */
export async function sweepFiles({ now }: { now: Date }): Promise<number> {
  const before = new Date(now.getTime() - GRACE);
  const candidates = await db.$queryRaw<{ storageKey: string }[]>`
    SELECT f.storage_key AS "storageKey" FROM stored_files f
    WHERE f.stored_at < ${before}::timestamptz
      AND NOT EXISTS (SELECT FROM snapshots s WHERE s.storage_key = f.storage_key)
      AND NOT EXISTS (SELECT FROM documents d WHERE d.storage_key = f.storage_key)
    ORDER BY f.stored_at LIMIT ${MOST}`;
  let removed = 0;
  for (const { storageKey } of candidates) removed += await sweepFile(storageKey, before);
  return removed;
}

/**
 * The row is held until the bytes are gone: whoever has the same bytes kept meanwhile waits for it, and then puts them
 * there again. Whoever came first made the row younger, and it is left.
 */
async function sweepFile(storageKey: string, before: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const held = await tx.$queryRaw<unknown[]>`
      SELECT FROM stored_files WHERE storage_key = ${storageKey} AND stored_at < ${before}::timestamptz FOR UPDATE`;
    const where = { storageKey };
    const uses = (await tx.snapshot.count({ where })) + (await tx.document.count({ where }));
    if (held.length === 0 || uses > 0) return 0;
    await removePacked(storageKey);
    await tx.storedFile.delete({ where, select: { storageKey: true } });
    return 1;
  });
}
