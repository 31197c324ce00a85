import type { NextRequest } from "next/server";
import { isLocalPath } from "#lib/auth/return-path.ts";
import { rememberAtProvider } from "#lib/auth/session.ts";
import { configuredProvider } from "#lib/oidc/configured.ts";
import { beginAtProvider } from "#lib/oidc/provider.ts";
import { limitProviderSignIns } from "#lib/single-sign-on/commands.ts";
import { backToSignIn, leadTo, refusedSignIn } from "./leading.ts";

/** Longer ones would not fit into the cookie with the rest. */
const MOST_FROM = 1_000;

/** Sends somebody to the newsroom's sign-in provider. Nothing is done by it but asking: a link may lead here. */
export async function GET(request: NextRequest): Promise<Response> {
  const provider = configuredProvider();
  const given = new URL(request.url).searchParams.get("from") ?? "";
  const from = given.length <= MOST_FROM && isLocalPath(given) ? given : "";
  if (!provider) return backToSignIn({ from });
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
