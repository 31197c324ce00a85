import { getActor } from "#lib/auth/session.ts";
import { countComments } from "#lib/comments/queries.ts";

/** How many comments this member sees on each claim of an article (`article`), and how many are new to them. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  const viewer = await getActor();
  if (!viewer) return Response.json({ status: 401 }, { status: 401, headers });
  const articleId = new URL(request.url).searchParams.get("article") ?? "";
  return Response.json({ counts: await countComments({ articleId, viewer }) }, { headers });
}
