import { requireMember } from "#lib/auth/session.ts";
import { isFull } from "#lib/realtime/event-stream.ts";
import { NO_STORE, respond } from "../../respond.ts";
import { streamQueue } from "./queue-events.ts";

export const dynamic = "force-dynamic";

/** Which claims of the queue change, as they do: a stream of events. What they are now is asked for elsewhere. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const member = await requireMember();
    if (isFull(member.actor.id)) {
      const headers = { ...NO_STORE, "Retry-After": "60" };
      return Response.json({ reason: "too_many_streams" }, { status: 503, headers });
    }
    return streamQueue({ ...member, signal: request.signal });
  });
}
