import type { NextRequest } from "next/server";
import { returnPath } from "#lib/auth/return-path.ts";
import {
  askingBrowser,
  getActor,
  rememberBrowser,
  rememberHalfIn,
  rememberSession,
  takeAtProvider,
} from "#lib/auth/session.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { configuredProvider } from "#lib/oidc/configured.ts";
import { finishAtProvider } from "#lib/oidc/provider.ts";
import { limitProviderSignIns, linkProvider, signInByProvider } from "#lib/single-sign-on/commands.ts";
import { isProblem, LINKED } from "#lib/single-sign-on/rules.ts";
import type { VouchedInput } from "#lib/single-sign-on/schema.ts";
import { backToAccount, backToSignIn, leadTo, refusedSignIn } from "../leading.ts";

/** Where the sign-in provider sends people back to. */
export async function GET(request: NextRequest): Promise<Response> {
  const provider = configuredProvider();
  const asked = await takeAtProvider();
  if (!provider) return backToSignIn({ from: "" });
  if (!asked) return backToSignIn({ from: "", problem: "provider_too_late" });
  const { from, linkFor } = asked;
  const browser = await askingBrowser();
  try {
    await limitProviderSignIns({ sender: request.headers.get("x-client-address") ?? "", now: browser.now });
    const answer = new URL(request.url).searchParams;
    const vouched = await finishAtProvider(provider, { asked, answer });
    if (linkFor) return await linked({ vouched, linkFor, ...browser });
    const admission = {
      ...{ domains: env.OIDC_DOMAINS, role: env.OIDC_ROLE || null },
      linkByEmail: env.OIDC_LINK_BY_EMAIL,
    };
    const { email, ...entered } = await signInByProvider({ vouched, admission, ...browser });
    if ("halfIn" in entered) {
      await rememberHalfIn(entered.halfIn);
      return backToSignIn({ from });
    }
    await rememberSession(entered);
    await rememberBrowser(email);
    return leadTo(returnPath(from));
  } catch (error) {
    if (linkFor && error instanceof AppError && isProblem(error.reason)) return backToAccount(error.reason);
    return refusedSignIn(error, from);
  }
}

type Linking = { vouched: VouchedInput; linkFor: string; userAgent: string | null; now: Date };

/** For whoever began it, and is signed in still. */
async function linked({ vouched, linkFor, userAgent, now }: Linking): Promise<Response> {
  const actor = await getActor();
  if (actor?.id !== linkFor) return backToSignIn({ from: LINKED, problem: "provider_too_late" });
  await linkProvider({ actor, vouched, domains: env.OIDC_DOMAINS, userAgent, now });
  return backToAccount();
}
