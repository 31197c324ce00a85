import { requireMember } from "#lib/auth/session.ts";
import { notePresence } from "#lib/presence/commands.ts";
import { presenceInput } from "#lib/presence/schema.ts";
import { articleIdOf, insistSameOrigin, NO_STORE, respond } from "../../../respond.ts";

type Context = { params: Promise<{ id: string }> };

/** Where the person at a page is, told by the page itself. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    insistSameOrigin(request);
    const { actor } = await requireMember();
    const articleId = await articleIdOf(params);
    const input = presenceInput.parse(await request.json().catch(() => null));
    await notePresence({ actor, articleId, now: new Date(), ...input });
    return new Response(null, { status: 204, headers: NO_STORE });
  });
}
