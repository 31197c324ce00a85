import { getActor } from "#lib/auth/session.ts";
import { countQueue } from "#lib/queue/queries.ts";
import { queueFilter } from "#lib/queue/schema.ts";
import { countTips } from "#lib/tips/queries.ts";
import { countTasks } from "#lib/watch/queries.ts";

/** How much each view of the queue holds for this member, under the filter that the address names; source tasks and tips. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  const viewer = await getActor();
  // No refusal: a page whose session has ended asks too, and the browser would report an error.
  if (!viewer) return new Response(null, { status: 204, headers });
  const filter = queueFilter(Object.fromEntries(new URL(request.url).searchParams));
  const now = new Date();
  const [views, { all: sourceTasks }, { error, claim }] = await Promise.all([
    countQueue({ viewer, now, filter }),
    countTasks({ viewer, now }),
    countTips(viewer),
  ]);
  return Response.json({ ...views, sourceTasks, tips: error + claim }, { headers });
}
