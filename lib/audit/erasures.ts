import { createHash } from "node:crypto";
import type { Db } from "#lib/db/client.ts";
import { type ChainedEvent, type Kept, textsOf } from "./chain.ts";

/** A part of an event that was taken out; hashes in hex. */
type Erased = { digest: string; remainder: string };
/** What was taken out of an event. */
export type ErasedParts = { actor?: Erased; data?: Erased };

/** What was taken out of which events, as it was written down last. */
export async function listErasures(
  db: Db,
  eventIds?: readonly string[],
): Promise<ReadonlyMap<string, ErasedParts>> {
  const rows = await db.auditErasure.findMany({
    ...(eventIds && { where: { eventId: { in: [...eventIds] } } }),
    orderBy: { number: "asc" },
  });
  const all = new Map<string, ErasedParts>();
  for (const { eventId, part, digest, remainder } of rows) {
    const parts = all.get(eventId) ?? {};
    parts[part === "actor" ? "actor" : "data"] = { digest: hex(digest), remainder: hex(remainder) };
    all.set(eventId, parts);
  }
  return all;
}

/**
 * The hashes by which the parts that were taken out are in the chain; null when something else stands there now than was
 * left then.
 */
export function keptOf(event: ChainedEvent, { actor, data }: ErasedParts = {}): Kept | null {
  const texts = actor || data ? textsOf(event) : null;
  if (actor && sha256(texts?.actor ?? "") !== actor.remainder) return null;
  if (data && sha256(texts?.data ?? "") !== data.remainder) return null;
  return { actor: actor?.digest, data: data?.digest };
}

/** Erasures of which no event of the history tells, or tells something else: their ids. */
export async function listUntold(db: Db): Promise<string[]> {
  const rows = await db.auditErasure.findMany({ orderBy: { number: "asc" } });
  const lines = Map.groupBy(rows, ({ erasureId }) => erasureId);
  const told = await db.auditEvent.findMany({
    where: { action: { in: ["member.erased", "person.erased"] } },
    select: { id: true, data: true },
  });
  const hashes = new Map(told.map(({ id, data }) => [id, (data as { sha256?: unknown }).sha256]));
  return [...lines].flatMap(([id, parts]) => {
    const text = parts
      .map(({ eventId, part, digest, remainder }) => `${eventId} ${part} ${hex(digest)} ${hex(remainder)}`)
      .join("\n");
    return hashes.get(id) === sha256(text) ? [] : [id];
  });
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
