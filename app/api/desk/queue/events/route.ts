import { requireMember } from "#lib/auth/session.ts";
import { isFull } from "#lib/realtime/event-stream.ts";
import { QUEUE_TOPIC } from "#lib/realtime/notices.ts";
import { streamChanges } from "../../changes.ts";
import { refuseStream, respond } from "../../respond.ts";

export const dynamic = "force-dynamic";

/** Milliseconds: however busy the desk is, a page hears of it once a second. */
const TOGETHER = 1_000;

/** Which claims of the queue change, as they do: a stream of events. What they are now is asked for elsewhere. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const member = await requireMember();
    if (isFull(member.actor.id)) return refuseStream();
    return streamChanges({
      ...member,
      signal: request.signal,
      topics: [QUEUE_TOPIC],
      together: TOGETHER,
      idOf: ({ claimId }) => claimId,
      told: (claimIds) => ({ claimIds }),
    });
  });
}
