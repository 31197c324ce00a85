import { requireMember } from "#lib/auth/session.ts";
import { suggestSources } from "#lib/sources/queries.ts";
import { suggestSourcesInput } from "#lib/sources/schema.ts";
import { NO_STORE, respond } from "../respond.ts";

/** Sources of the library that fit what is being typed, as far as this member may know of them. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const { actor: viewer } = await requireMember();
    const { typed } = suggestSourcesInput.parse(Object.fromEntries(new URL(request.url).searchParams));
    return Response.json({ sources: await suggestSources({ viewer, typed }) }, { headers: NO_STORE });
  });
}
