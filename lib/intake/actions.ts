"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { loadSite } from "#lib/publishing/loaders.ts";
import { reportError, sendClaim } from "./commands.ts";
import { reportErrorInput, sendClaimInput } from "./schema.ts";

// What anybody may send without signing in. Nothing here knows of sessions.

export async function reportErrorAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, ...(await loadSite()) }, async () => {
    const input = reportErrorInput.parse(fieldsOf(form));
    await reportError({ ...input, ...(await sending()) });
    redirect(`/claims/${encodeURIComponent(input.slug)}/report/thanks`);
  });
}

export async function sendClaimAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, ...(await loadSite()) }, async () => {
    await sendClaim({ ...sendClaimInput.parse(fieldsOf(form)), ...(await sending()) });
    redirect("/send/thanks");
  });
}

/** The web server says who asks (lib/delivery/client-address.ts). */
async function sending(): Promise<{ from: string; now: Date }> {
  return { from: (await headers()).get("x-client-address") ?? "", now: new Date() };
}
