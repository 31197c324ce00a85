import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireActor } from "#lib/auth/session.ts";
import { getSnapshot, type SnapshotDetail } from "./queries.ts";

/** A kept copy. Not found when there is none, or of a source one may not know of. */
export const loadSnapshot = cache(async (id: string): Promise<SnapshotDetail> => {
  const viewer = await requireActor();
  return (await getSnapshot({ id, viewer })) ?? notFound();
});
