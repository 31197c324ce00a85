import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Actor } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import { getImport, type ImportDetail, listSameAddress } from "./queries.ts";
import { isStalled } from "./rules.ts";

/** An import with what is at the desk already from the same address. Not found when there is none. */
export const loadImport = cache(
  async (
    id: string,
  ): Promise<{
    actor: Actor;
    found: ImportDetail;
    sameAddress: { id: string; title: string; createdAt: Date }[];
    /** Under way for so long that nothing will come of it. */
    stalled: boolean;
  }> => {
    const actor = await requireActor();
    const found = await getImport(id);
    if (!found) notFound();
    const urls = [found.url, found.original?.url, found.read?.metadata.canonicalUrl].flatMap(
      (url) => url ?? [],
    );
    const isNew = found.article === null && found.state === "ready";
    return {
      actor,
      found,
      sameAddress: isNew ? await listSameAddress(urls) : [],
      stalled: isStalled(found, new Date()),
    };
  },
);
