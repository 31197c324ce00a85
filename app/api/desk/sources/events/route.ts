import { requireMember } from "#lib/auth/session.ts";
import { AppError } from "#lib/errors.ts";
import { isId } from "#lib/input.ts";
import { isFull } from "#lib/realtime/event-stream.ts";
import { sourceOfTopic, sourceTopic } from "#lib/realtime/notices.ts";
import { listVisibleIds } from "#lib/sources/queries.ts";
import { listStandings } from "#lib/watch/queries.ts";
import { standingOf } from "#lib/watch/rules.ts";
import { streamChanges } from "../../changes.ts";
import { refuseStream, respond } from "../../respond.ts";

export const dynamic = "force-dynamic";

/** Milliseconds: what one command or look did comes together, and somebody who waits sees it at once. */
const TOGETHER = 100;

/** As many as a claim's page shows pieces of evidence. */
const MOST_FOLLOWED = 200;

/**
 * Which of the sources in `ids` change as to their copies, looks and tasks, as they do: a stream of events. What they are
 * now is asked for elsewhere; how it stood when the stream began is told with its first word. Those the member may not know of are not followed.
 */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const member = await requireMember();
    const asked = (new URL(request.url).searchParams.get("ids") ?? "").split(",").filter(isId);
    const ids = await listVisibleIds({ ids: asked.slice(0, MOST_FOLLOWED), viewer: member.actor });
    if (ids.length === 0) throw new AppError("not_found");
    if (isFull(member.actor.id)) return refuseStream();
    return streamChanges({
      ...member,
      signal: request.signal,
      topics: ids.map(sourceTopic),
      together: TOGETHER,
      idOf: ({ topic }) => sourceOfTopic(topic),
      told: (sourceIds) => ({ sourceIds }),
      greeting: async () => ({ standing: standingOf(ids, await listStandings({ sourceIds: ids })) }),
    });
  });
}
