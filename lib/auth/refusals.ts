import "server-only";
import { headers } from "next/headers";
import { isRefusal, writeRefusal } from "#lib/guarding/refusals.ts";
import { currentHalfIn, getActor } from "./session.ts";

/**
 * Writes down what was refused to whoever asks, and for whose account (`email`, as it was typed). What else failed is
 * not for here.
 */
export async function noteRefused(
  error: unknown,
  { email = null }: { email?: string | null } = {},
): Promise<void> {
  if (!isRefusal(error)) return;
  const { actor, halfIn, sender } = await whoAsks();
  writeRefusal({ reason: error.reason, memberId: actor?.id, email: email ?? halfIn?.email ?? null, sender });
}

async function whoAsks() {
  try {
    const [actor, halfIn, asked] = [await getActor(), await currentHalfIn(), await headers()];
    return { actor, halfIn, sender: asked.get("x-client-address") ?? "" };
  } catch {
    // The database may be gone by now. Then the line says less, and the refusal stays one.
    return { actor: null, halfIn: null, sender: "" };
  }
}
