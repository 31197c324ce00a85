import type { NextRequest } from "next/server";
import { isLocalPath } from "#lib/auth/return-path.ts";
import { rememberAtProvider } from "#lib/auth/session.ts";
import { configuredProvider } from "#lib/oidc/configured.ts";
import { beginAtProvider } from "#lib/oidc/provider.ts";
import { limitProviderSignIns } from "#lib/single-sign-on/commands.ts";
import { backToSignIn, leadTo, refusedSignIn } from "./leading.ts";

/** Longer ones would not fit into the cookie with the rest. */
const MOST_FROM = 1_000;

/**
 * Sends somebody to the newsroom's sign-in provider. A link of another site leads to the sign-in page instead: whoever is
 * known to the provider would else be signed in here without having asked for it.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const provider = configuredProvider();
  const given = new URL(request.url).searchParams.get("from") ?? "";
  const from = given.length <= MOST_FROM && isLocalPath(given) ? given : "";
  const sentBy = request.headers.get("sec-fetch-site");
  // Older browsers do not say.
  const isAskedFor = sentBy === null || sentBy === "same-origin" || sentBy === "none";
  if (!provider || !isAskedFor) return backToSignIn({ from });
  try {
    const sender = request.headers.get("x-client-address") ?? "";
    await limitProviderSignIns({ sender, now: new Date() });
    const { url, asked } = await beginAtProvider(provider);
    await rememberAtProvider({ ...asked, from, linkFor: "" });
    return leadTo(url);
  } catch (error) {
    return refusedSignIn(error, from);
  }
}
