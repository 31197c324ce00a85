import { requireMember } from "#lib/auth/session.ts";
import { listCheckedBefore } from "#lib/claims/queries.ts";
import { checkedBeforeInput } from "#lib/claims/schema.ts";
import { listForeignAlike } from "#lib/foreign-checks/queries.ts";
import { insistSameOrigin, NO_STORE, respond } from "../../respond.ts";

/**
 * Earlier claims that say nearly the same as what is being typed. Asked by POST: a statement may be longer than an
 * address, and has no business in a log.
 */
export function POST(request: Request): Promise<Response> {
  return respond(async () => {
    insistSameOrigin(request);
    await requireMember();
    const input = checkedBeforeInput.parse(await request.json().catch(() => null));
    const [claims, foreign] = await Promise.all([
      listCheckedBefore(input),
      listForeignAlike(input.statement),
    ]);
    return Response.json({ claims, foreign }, { headers: NO_STORE });
  });
}
