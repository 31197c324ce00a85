import { requireMember } from "#lib/auth/session.ts";
import { listNames } from "#lib/claims/queries.ts";
import { namesInput } from "#lib/claims/schema.ts";
import { NO_STORE, respond } from "../respond.ts";

/** Names of claimants or topics the desk knows that fit what is being typed. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    await requireMember();
    const input = namesInput.parse(Object.fromEntries(new URL(request.url).searchParams));
    return Response.json({ names: await listNames(input) }, { headers: NO_STORE });
  });
}
