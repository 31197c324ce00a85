import "server-only";
import { requireActor } from "#lib/auth/session.ts";
import { listPasskeys, type OwnPasskey } from "./queries.ts";

/** The passkeys of whoever asks. */
export async function loadPasskeys(): Promise<OwnPasskey[]> {
  const actor = await requireActor();
  return listPasskeys(actor.id);
}
