import "server-only";
import { cache } from "react";
import type { Actor } from "#lib/auth/policy.ts";
import { getActor, requireActor } from "#lib/auth/session.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import { type FilterChoices, listFilterChoices } from "./filter-choices.ts";
import { countQueue, listQueue, type QueueItem } from "./queries.ts";
import { type QueueFilter, queueFilter, queueView } from "./schema.ts";
import { QUEUE_VIEWS, type QueueView } from "./values.ts";

/**
 * The queue as the address asks for it: `view`, the parts of a filter, `cursor`. Without a view it is the first one
 * with work in it.
 */
export async function loadQueue(searchParams: SearchParams): Promise<{
  actor: Actor;
  view: QueueView;
  filter: QueueFilter;
  choices: FilterChoices;
  items: QueueItem[];
  next: string | null;
  counts: Record<QueueView, number>;
  now: Date;
}> {
  const actor = await requireActor();
  const now = new Date();
  const params = await searchParams;
  const filter = queueFilter(params);
  const counting = countQueue({ viewer: actor, now, filter });
  const choosing = listFilterChoices();
  const view = queueView(params) ?? firstWithWork(await counting);
  const page = { view, filter, viewer: actor, cursor: firstOf(params.cursor), now };
  const [list, counts, choices] = await Promise.all([listQueue(page), counting, choosing]);
  return { actor, view, filter, choices, ...list, counts, now };
}

function firstWithWork(counts: Record<QueueView, number>): QueueView {
  return QUEUE_VIEWS.find((view) => counts[view] > 0) ?? "next";
}

/** How much waits in each view of the queue, for the navigation; null when nobody is signed in. */
export const loadQueueCounts = cache(async (): Promise<Record<QueueView, number> | null> => {
  const actor = await getActor();
  return actor ? countQueue({ viewer: actor, now: new Date() }) : null;
});
