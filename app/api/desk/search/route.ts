import { requireMember } from "#lib/auth/session.ts";
import { listVisited, searchDesk } from "#lib/search/queries.ts";
import { visitsFrom } from "#lib/search/values.ts";
import { NO_STORE, respond } from "../respond.ts";

/**
 * What the palette finds for `q`, or what the things in `visited` are called now. A route and not an action: a search
 * that was overtaken by typing can be given up.
 */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    await requireMember();
    const asked = new URL(request.url).searchParams;
    const visited = asked.get("visited");
    const found =
      visited === null
        ? await searchDesk({ query: asked.get("q") ?? "" })
        : { people: [], ...(await listVisited({ visits: visitsFrom(visited) })) };
    return Response.json(found, { headers: NO_STORE });
  });
}
