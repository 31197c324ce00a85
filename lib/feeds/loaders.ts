import "server-only";
import { type Actor, may } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import { type Feed, type Incoming, listFeeds, listIncoming } from "./queries.ts";

/** The feeds that are watched, and what came from them; who adds articles may look at it. */
export async function loadFeeds(): Promise<{
  actor: Actor;
  feeds: Feed[];
  incoming: Incoming[];
  mayEdit: boolean;
}> {
  const actor = await requireActor("article.create");
  const [feeds, incoming] = await Promise.all([listFeeds(), listIncoming()]);
  return { actor, feeds, incoming, mayEdit: may(actor, "feeds.edit") };
}
