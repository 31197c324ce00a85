import type { Changes } from "#lib/audit/schema.ts";
import { changesBetween } from "#lib/audit/schema.ts";
import type { Actor } from "#lib/auth/policy.ts";
import type { Tx } from "#lib/db/client.ts";
import { type Circle, inCircle, ownedBy } from "./rules.ts";
import { columnsOf, type SourceInput } from "./source-rows.ts";

/** A file that is being attached, its bytes being in the storage already. */
export type NewDocument = {
  sha256: string;
  size: number;
  storageKey: string;
  contentType: string;
  fileName: string;
  alt: string | null;
};

/**
 * The source of these bytes in this circle, made with them when it has not had them yet. A source found by its words alone is
 * never one with a file: two scans may be called the same.
 */
export async function findOrMakeDocument(
  tx: Tx,
  {
    actor,
    now,
    input,
    document,
    circle,
  }: { actor: Actor; now: Date; input: SourceInput; document: NewDocument; circle: Circle },
): Promise<{ sourceId: string; isKnown: boolean }> {
  const { sha256, alt } = document;
  // Of two who attach the same bytes at once, the second waits here, and finds what the first made.
  const sourceId = await findDocument(tx, { sha256, circle });
  if (sourceId !== null) {
    await tx.document.updateMany({ where: { sourceId, sha256, alt: null }, data: { alt } });
    return { sourceId, isKnown: true };
  }
  const { id } = await tx.source.create({
    data: { ...columnsOf(input), ...ownedBy(circle, actor) },
    select: { id: true },
  });
  await tx.document.create({
    data: { ...document, sourceId: id, uploadedById: actor.id, uploadedAt: now },
    select: { sha256: true },
  });
  return { sourceId: id, isKnown: false };
}

/** The source of these bytes in this circle; nobody else makes one until the transaction ends. */
export async function findDocument(
  tx: Tx,
  { sha256, circle }: { sha256: string; circle: Circle },
): Promise<string | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`document ${sha256}`}, 0))`;
  const known = await tx.document.findFirst({
    where: { sha256, source: inCircle(circle) },
    orderBy: { sourceId: "asc" },
    select: { sourceId: true },
  });
  return known?.sourceId ?? null;
}

/** Says what a source's picture shows, the newest where it has several; nothing of a source without one. */
export async function describePicture(
  tx: Tx,
  { sourceId, alt }: { sourceId: string; alt: string | null },
): Promise<Changes> {
  const picture = await tx.document.findFirst({
    where: { sourceId, contentType: { startsWith: "image/" } },
    orderBy: [{ uploadedAt: "desc" }, { sha256: "asc" }],
    select: { sha256: true, alt: true },
  });
  const changes = picture ? changesBetween({ alt: picture.alt }, { alt }) : {};
  if (picture && Object.keys(changes).length > 0) {
    await tx.document.updateMany({ where: { sourceId, sha256: picture.sha256 }, data: { alt } });
  }
  return changes;
}
