import { lastArticleSeq } from "#lib/audit/queries.ts";
import { requireMember } from "#lib/auth/session.ts";
import { AppError } from "#lib/errors.ts";
import { isFull } from "#lib/realtime/event-stream.ts";
import { articleIdOf, NO_STORE, respond } from "../../../respond.ts";
import { readArticle, streamArticle } from "./article-events.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/**
 * What happens to an article, as it happens: a stream of events, or, for `Accept: application/json`, what happened
 * since. Both begin after the event whose number `Last-Event-ID` or `after` gives, and else now.
 */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const member = await requireMember();
    const articleId = await articleIdOf(params);
    const newest = await lastArticleSeq(articleId);
    if (newest === 0) throw new AppError("not_found");
    const after = Math.min(lastKnown(request) ?? newest, newest);
    if (request.headers.get("accept")?.includes("application/json")) {
      return Response.json(await readArticle({ articleId, after }), { headers: NO_STORE });
    }
    if (isFull(member.actor.id)) {
      const headers = { ...NO_STORE, "Retry-After": "60" };
      return Response.json({ reason: "too_many_streams" }, { status: 503, headers });
    }
    return streamArticle({ ...member, articleId, after, signal: request.signal });
  });
}

/** What the reader knows already. What is no number of an event counts as nothing known. */
function lastKnown(request: Request): number | null {
  const said = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after");
  return said !== null && /^\d{1,15}$/.test(said) ? Number(said) : null;
}
