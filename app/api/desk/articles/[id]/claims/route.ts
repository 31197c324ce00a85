import { requireMember } from "#lib/auth/session.ts";
import { listDeskClaims } from "#lib/claims/queries.ts";
import { askedClaimsInput } from "#lib/claims/schema.ts";
import { AppError } from "#lib/errors.ts";
import { articleIdOf, NO_STORE, respond } from "../../../respond.ts";

type Context = { params: Promise<{ id: string }> };

/** What some claims of an article are now: the cards of its page, as this member may see and use them. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { actor } = await requireMember();
    const articleId = await articleIdOf(params);
    const { ids } = askedClaimsInput.parse(Object.fromEntries(new URL(request.url).searchParams));
    const found = await listDeskClaims({ articleId, ids, actor, now: new Date() });
    if (!found) throw new AppError("not_found");
    return Response.json(found, { headers: NO_STORE });
  });
}
