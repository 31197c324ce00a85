import "server-only";
import { cache } from "react";
import type { Actor } from "#lib/auth/policy.ts";
import { getActor, requireActor } from "#lib/auth/session.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import { countQueue, listQueue, type QueueItem } from "./queries.ts";
import { QUEUE_VIEWS, type QueueView } from "./values.ts";

/** The queue as the address asks for it: `view`, `cursor`. An unknown view is the first one with work in it. */
export async function loadQueue(searchParams: SearchParams): Promise<{
  actor: Actor;
  view: QueueView;
  items: QueueItem[];
  next: string | null;
  counts: Record<QueueView, number>;
  now: Date;
}> {
  const actor = await requireActor();
  const now = new Date();
  const [params, counts] = await Promise.all([searchParams, countQueue({ viewer: actor, now })]);
  const asked = QUEUE_VIEWS.find((view) => view === firstOf(params.view));
  const view = asked ?? QUEUE_VIEWS.find((candidate) => counts[candidate] > 0) ?? "next";
  const cursor = firstOf(params.cursor);
  return { actor, view, ...(await listQueue({ view, viewer: actor, cursor, now })), counts, now };
}

/** How much waits in each view of the queue, for the navigation; null when nobody is signed in. */
export const loadQueueCounts = cache(async (): Promise<Record<QueueView, number> | null> => {
  const actor = await getActor();
  return actor ? countQueue({ viewer: actor, now: new Date() }) : null;
});
