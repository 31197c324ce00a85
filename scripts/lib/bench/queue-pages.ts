import pg from "pg";
import type { Actor } from "#lib/auth/policy.ts";
import type { QueueView } from "#lib/queue/values.ts";

/** `queries`: of the fewest and of the most a page of this kind asked. */
export type PageCost = { name: string; ms: number[]; queries: [number, number] };

const FILTERS = [
  ["no filter", () => ""],
  ["an article", (n: number) => `article=#${n}`],
  ["a topic", (n: number) => `topic=topic-${1 + (n % 60)}`],
  ["a claimant", (n: number) => `claimant=person-${1 + (n % 300)}`],
  ["a language", (n: number) => `language=${["en", "de", "fr"][n % 3]}`],
  ["waiting a week and more", () => "waiting=7"],
  ["kept for nobody", () => "assignee=nobody"],
  [
    "a language, a topic, a claimant",
    (n: number) => `language=en&topic=topic-${1 + (n % 60)}&claimant=person-${1 + (n % 300)}`,
  ],
] as const satisfies readonly (readonly [string, (n: number) => string])[];

const VIEWS: readonly QueueView[] = ["next", "all", "overdue", "mine", "second"];

/** Draws up what a page of the queue shows, under each filter and in several views: list, numbers, choices, kept views. */
export async function measurePages({
  viewer,
  rounds,
}: {
  viewer: Actor;
  rounds: number;
}): Promise<PageCost[]> {
  const { db } = await import("#lib/db/client.ts");
  const articles = await db.article.findMany({ select: { id: true }, orderBy: { slug: "asc" } });
  const counted = countQuestions();
  const costs: PageCost[] = [];
  for (const [name, queryOf] of FILTERS) {
    const cost: PageCost = { name, ms: [], queries: [Number.POSITIVE_INFINITY, 0] };
    for (let round = 0; round < rounds; round += 1) {
      const query = queryOf(round * 37).replace(
        /#(\d+)/,
        (_, n) => articles[Number(n) % articles.length]?.id ?? "",
      );
      const view = VIEWS[round % VIEWS.length] ?? "all";
      const before = counted();
      const begun = performance.now();
      await draw({ viewer, view, query });
      cost.ms.push(performance.now() - begun);
      const asked = counted() - before;
      cost.queries = [Math.min(cost.queries[0], asked), Math.max(cost.queries[1], asked)];
    }
    costs.push(cost);
  }
  return costs;
}

async function draw({
  viewer,
  view,
  query,
}: {
  viewer: Actor;
  view: QueueView;
  query: string;
}): Promise<void> {
  const [{ countQueue, listQueue }, { listFilterChoices }, { queueFilter }, { listViews }] =
    await Promise.all([
      import("#lib/queue/queries.ts"),
      import("#lib/queue/filter-choices.ts"),
      import("#lib/queue/schema.ts"),
      import("#lib/views/queries.ts"),
    ]);
  const now = new Date();
  const filter = queueFilter(Object.fromEntries(new URLSearchParams(query)));
  await Promise.all([
    listQueue({ view, filter, viewer, now }),
    countQueue({ viewer, now, filter }),
    // The navigation's own.
    countQueue({ viewer, now }),
    listFilterChoices(),
    listViews(viewer.id),
  ]);
}

/** How many questions this process has asked of Postgres since it was called. */
function countQuestions(): () => number {
  let count = 0;
  const ask = pg.Client.prototype.query;
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: Parameters<typeof ask>) {
    count += 1;
    return ask.apply(this, args);
  } as typeof ask;
  return () => count;
}
