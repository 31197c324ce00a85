import type { Actor } from "#lib/auth/policy.ts";
import { getActor } from "#lib/auth/session.ts";
import { dropDraft, keepDraft } from "#lib/drafts/commands.ts";
import { findDraft, listDrafts } from "#lib/drafts/queries.ts";
import { isOwnKey, ownKey } from "#lib/drafts/rules.ts";
import { draftKeyInput, dropDraftInput, keepDraftInput } from "#lib/drafts/schema.ts";
import { insistSameOrigin, NO_STORE, respond } from "../respond.ts";

/** Which drafts the member has and had, or with `key` the one for that form. */
export function GET(request: Request): Promise<Response> {
  return forMember(async (actor) => {
    const params = paramsOf(request);
    if (Object.keys(params).length === 0) return json({ drafts: await listDrafts(actor.id) });
    const { key } = draftKeyInput.parse(params);
    if (!isOwnKey(actor.id, key)) return nothing();
    return json({ draft: await findDraft({ memberId: actor.id, key: ownKey(actor.id, key) }) });
  });
}

/** Keeps what is in a form: answers when, or with the other one that is there. */
export function PUT(request: Request): Promise<Response> {
  return forMember(async (actor) => {
    insistSameOrigin(request);
    const input = keepDraftInput.parse(await request.json().catch(() => null));
    if (!isOwnKey(actor.id, input.key)) return nothing();
    return json(await keepDraft({ actor, now: new Date(), ...input }));
  });
}

/** The form was sent, or the draft thrown away that was saved at `known`. */
export function DELETE(request: Request): Promise<Response> {
  return forMember(async (actor) => {
    insistSameOrigin(request);
    const input = dropDraftInput.parse(paramsOf(request));
    if (isOwnKey(actor.id, input.key)) await dropDraft({ actor, now: new Date(), ...input });
    return nothing();
  });
}

/**
 * Nobody, and whoever else signed in meanwhile, is answered with nothing: pages of ended sessions go on asking by
 * themselves, and the browser would report an error each time.
 */
function forMember(work: (actor: Actor) => Promise<Response>): Promise<Response> {
  return respond(async () => {
    const actor = await getActor();
    return actor ? work(actor) : nothing();
  });
}

const json = (body: object) => Response.json(body, { headers: NO_STORE });
const nothing = () => new Response(null, { status: 204, headers: NO_STORE });
const paramsOf = (request: Request) => Object.fromEntries(new URL(request.url).searchParams);
