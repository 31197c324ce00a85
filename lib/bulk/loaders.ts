import "server-only";
import { notFound, redirect } from "next/navigation";
import type { Actor } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import { listReviewers } from "#lib/queue/queries.ts";
import type { SearchParams } from "#lib/search-params.ts";
import { type BulkItem, listBulk } from "./queries.ts";
import { bulkActsOf } from "./rules.ts";
import { bulkChoice } from "./schema.ts";
import type { BulkAct } from "./values.ts";

/** What would become of the claims an address chooses, for this member. What names nothing to do leads to the queue. */
export async function loadBulk(searchParams: SearchParams): Promise<{
  actor: Actor;
  act: BulkAct;
  items: BulkItem[];
  /** Beyond the most there may be at once. */
  left: number;
  reviewers: { id: string; name: string }[];
  now: Date;
}> {
  const actor = await requireActor();
  const now = new Date();
  const { act, claimIds, left } = bulkChoice(await searchParams);
  if (act === null) redirect("/desk/queue");
  if (!bulkActsOf(actor).includes(act)) notFound();
  const [items, reviewers] = await Promise.all([
    listBulk({ act, claimIds, viewer: actor, now }),
    act === "assign" ? listReviewers() : [],
  ]);
  return { actor, act, items, left, reviewers, now };
}
