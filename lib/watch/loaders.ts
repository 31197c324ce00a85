import "server-only";
import { cache } from "react";
import type { Actor } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import type { Page } from "#lib/cursor.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import { countTasks, listTaskChoices, listTasks, type TaskItem } from "./queries.ts";
import { correctingRefusal, replaceRefusal, standsRefusal } from "./rules.ts";
import { type TaskFilter, taskFilter } from "./schema.ts";

/** A source task with what this member may do about it. */
export type TaskView = TaskItem & {
  can: Record<"stand" | "choose" | "replace" | "correct", boolean>;
};

type Choices = Awaited<ReturnType<typeof listTaskChoices>>;

/** The source tasks for what the address asks: the parts of a filter, `cursor`. */
export async function loadTasks(searchParams: SearchParams): Promise<
  Page<TaskView> & {
    actor: Actor;
    filter: TaskFilter;
    choices: Choices;
    counts: { all: number; published: number };
    now: Date;
  }
> {
  const actor = await requireActor();
  const now = new Date();
  const params = await searchParams;
  const filter = taskFilter(params);
  const [page, counts, choices] = await Promise.all([
    listTasks({ viewer: actor, filter, cursor: firstOf(params.cursor), now }),
    countTasks({ viewer: actor, now }),
    listTaskChoices({ viewer: actor, now }),
  ]);
  return {
    ...page,
    items: page.items.map((item) => viewOf(item, actor)),
    actor,
    filter,
    choices,
    counts,
    now,
  };
}

/** How many source tasks wait that this member may know of, and how many of them are of published claims. */
export const loadTaskCounts = cache(async (): Promise<{ all: number; published: number }> => {
  const viewer = await requireActor();
  return countTasks({ viewer, now: new Date() });
});

function viewOf(item: TaskItem, actor: Actor): TaskView {
  const { finding, claim, source, correcting } = item;
  const task = { isOpen: true, finding, claim };
  const stand = standsRefusal(task, actor) === null;
  return {
    ...item,
    can: {
      stand,
      // Whoever judges the claim now may too; the command asks the whole rule.
      choose: finding !== "gone" && item.after !== null && (stand || claim.leaseHolderId === actor.id),
      replace:
        replaceRefusal({ ...task, citedElsewhere: source.citedElsewhere }, actor) === null &&
        finding === "moved",
      correct: correcting === null && correctingRefusal(task, actor) === null,
    },
  };
}
