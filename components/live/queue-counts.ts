import type { QueueView } from "#lib/queue/values.ts";

/** The views of the queue, and the source tasks and tips beside them, which no filter of the queue's is about. */
export type CountedView = QueueView | "sourceTasks" | "tips";
export type QueueCounts = Readonly<Record<CountedView, number>>;

// How much waits, for every number on the page that says so: the tabs of the queue and the navigation. `query`: the
// filter that the numbers are under; the navigation's are under none.

const listeners = new Map<string, Set<(counts: QueueCounts) => void>>();

/** Hears how much waits under a filter, whenever it was asked for. */
export function onQueueCounts(query: string, hear: (counts: QueueCounts) => void): () => void {
  const known = listeners.get(query) ?? new Set();
  listeners.set(query, known.add(hear));
  return () => {
    known.delete(hear);
    if (known.size === 0) listeners.delete(query);
  };
}

/** Asks anew for all numbers on the page. Away from the server they stay as they are. */
export async function askQueueCounts(): Promise<void> {
  await Promise.all([...listeners.keys()].map(askOne));
}

async function askOne(query: string): Promise<void> {
  try {
    const answer = await fetch(`/api/desk/queue/counts${query && `?${query}`}`);
    if (answer.status !== 200) return;
    const counts = (await answer.json()) as QueueCounts;
    for (const hear of [...(listeners.get(query) ?? [])]) hear(counts);
  } catch {
    // The connection's notice says it.
  }
}
