import { getActor } from "#lib/auth/session.ts";
import { countUnread } from "#lib/notifications/queries.ts";

/** How much this member was told and has not seen: the badge, on navigation and when a window comes back. */
export async function GET(): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  const viewer = await getActor();
  // No refusal: a page whose session has ended asks too, and the browser would report an error.
  if (!viewer) return new Response(null, { status: 204, headers });
  return Response.json({ unread: await countUnread({ viewer }) }, { headers });
}
