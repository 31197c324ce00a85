import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireActor } from "#lib/auth/session.ts";
import { getSnapshot, type SnapshotDetail } from "./queries.ts";

/** A kept copy. Not found when there is none. */
export const loadSnapshot = cache(async (id: string): Promise<SnapshotDetail> => {
  await requireActor();
  return (await getSnapshot(id)) ?? notFound();
});
