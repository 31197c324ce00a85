import { getActor } from "#lib/auth/session.ts";
import { getComments } from "#lib/comments/queries.ts";
import { THREADS_AT_ONCE } from "#lib/comments/values.ts";

/** Threads of a claim (`claim`) or an article (`article`) as this member sees them: `threads` of them, `comment` among them. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  const viewer = await getActor();
  if (!viewer) return Response.json({ status: 401 }, { status: 401, headers });
  const asked = new URL(request.url).searchParams;
  const claimId = asked.get("claim");
  const threads = Number(asked.get("threads"));
  const view = await getComments({
    subject: claimId === null ? { articleId: asked.get("article") ?? "" } : { claimId },
    viewer,
    take: Number.isInteger(threads) && threads > 0 ? threads : THREADS_AT_ONCE,
    until: asked.get("comment") ?? undefined,
    now: new Date(),
  });
  return view ? Response.json(view, { headers }) : Response.json({ status: 404 }, { status: 404, headers });
}
