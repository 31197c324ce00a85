import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { PATH_HEADER } from "#lib/asked-headers.ts";
import { noteMember } from "#lib/asked-id.ts";
import { AppError } from "#lib/errors.ts";
import { browserKnowing, withKnown } from "#lib/guarding/known-browser.ts";
import { log } from "#lib/log.ts";
import {
  atProviderCookie,
  halfInCookie,
  knownBrowserCookie,
  openAtProvider,
  openHalfIn,
  openSessionId,
  sealAtProvider,
  sealHalfIn,
  sealSessionId,
  sessionCookie,
} from "./cookie.ts";
import { type Actor, may, type Permission } from "./policy.ts";
import { signInPath } from "./return-path.ts";
import { findActor, type OpenedSession } from "./session-rows.ts";
import { type FirstStep, isFirstStep } from "./ways-in.ts";

/** Who is asking, looked up once per request: a revoked, expired or disabled session is nobody at once. */
export const getActor = cache(async (): Promise<Actor | null> => {
  const sessionId = await currentSessionId();
  const actor = sessionId === null ? null : await findActor({ sessionId, now: new Date() });
  if (actor) noteMember(actor.id);
  return actor;
});

/**
 * Who is asking, for what only members may. Nobody is sent to sign in and comes back to the same address;
 * a member without the permission finds nothing there.
 */
export async function requireActor(permission: Permission = "desk.read"): Promise<Actor> {
  const actor = await getActor();
  if (!actor) redirect(signInPath((await headers()).get(PATH_HEADER)));
  if (!may(actor, permission)) {
    log.warn({ reason: "not_found", memberId: actor.id, permission }, "refused");
    notFound();
  }
  return actor;
}

/** The same for addresses that scripts ask: refused by reason instead of sent elsewhere. */
export async function requireMember(
  permission: Permission = "desk.read",
): Promise<{ actor: Actor; sessionId: string }> {
  const [actor, sessionId] = await Promise.all([getActor(), currentSessionId()]);
  if (!actor || sessionId === null) throw new AppError("signed_out");
  if (!may(actor, permission)) throw new AppError("not_found");
  return { actor, sessionId };
}

/** The session's id in this request's cookie, whether or not it still counts. */
export async function currentSessionId(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  return token === undefined ? null : openSessionId(token);
}

/** Hands the browser a session. Only in server actions and route handlers. */
export async function rememberSession({ id, expiresAt }: OpenedSession): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await sealSessionId(id), { ...options, expires: expiresAt });
}

/**
 * The browser of somebody who is to be let in: what a session notes of it, and the session it has now, which ends with
 * that. 400 characters hold any honest user agent.
 */
export async function askingBrowser(): Promise<{
  userAgent: string | null;
  formerSessionId: string | null;
  now: Date;
}> {
  return { ...(await changingBrowser()), formerSessionId: await currentSessionId() };
}

/** The browser somebody changes in how they sign in: they are told which it was. */
export async function changingBrowser(): Promise<{ userAgent: string | null; now: Date }> {
  return { userAgent: (await headers()).get("user-agent")?.slice(0, 400) ?? null, now: new Date() };
}

/** Takes the session's cookie away from the browser. Only in server actions and route handlers. */
export async function forgetSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** The id of this browser where somebody has signed in on it with this e-mail address before, else null. */
export async function knownBrowser(email: string): Promise<string | null> {
  const known = (await cookies()).get(knownBrowserCookie().name)?.value;
  return known === undefined ? null : browserKnowing(known, email);
}

/** Notes in the browser that somebody signed in on it with this e-mail address. Only in server actions and route handlers. */
export async function rememberBrowser(email: string): Promise<void> {
  const jar = await cookies();
  const { name, options } = knownBrowserCookie();
  jar.set(name, withKnown(jar.get(name)?.value ?? "", email), options);
}

type HalfIn = { memberId: string; email: string; passwordMark: string; by: FirstStep };

/** Who is asked for their code in this browser, if anybody is. */
export async function currentHalfIn(): Promise<HalfIn | null> {
  const token = (await cookies()).get(halfInCookie().name)?.value;
  return token === undefined ? null : readHalfIn(token);
}

/** For a page that stays open: it keeps this itself, as a cookie would have it drawn anew while nobody is signed in. */
export function writeHalfIn(halfIn: HalfIn): Promise<string> {
  return sealHalfIn(halfIn);
}

/** Whom such words are of; null when they are made up or too old. */
export async function readHalfIn(token: string): Promise<HalfIn | null> {
  const { memberId, email, passwordMark, by } = (await openHalfIn(token)) ?? {};
  if (typeof memberId !== "string" || typeof email !== "string" || typeof passwordMark !== "string")
    return null;
  return isFirstStep(by) ? { memberId, email, passwordMark, by } : null;
}

/** Keeps in the browser for a few minutes that somebody's password was right. Only in server actions and route handlers. */
export async function rememberHalfIn(halfIn: HalfIn): Promise<void> {
  const { name, options } = halfInCookie();
  (await cookies()).set(name, await sealHalfIn(halfIn), options);
}

/** Forgets that again. Only in server actions. */
export async function forgetHalfIn(): Promise<void> {
  const { name, options } = halfInCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** What is compared when somebody is back from the sign-in provider, and where they wanted to go. */
type AtProvider = {
  state: string;
  nonce: string;
  verifier: string;
  from: string;
  /** The member to whom the account is to be linked; empty: somebody signs in. */
  linkFor: string;
};

/** Keeps it in the browser that is sent there. Only in route handlers. */
export async function rememberAtProvider(asked: AtProvider): Promise<void> {
  const { name, options } = atProviderCookie();
  (await cookies()).set(name, await sealAtProvider(asked), options);
}

/** What this browser was sent there with, once; null when it was not, or too long ago. Only in route handlers. */
export async function takeAtProvider(): Promise<AtProvider | null> {
  const jar = await cookies();
  const { name, options } = atProviderCookie();
  const token = jar.get(name)?.value;
  if (token === undefined) return null;
  jar.set(name, "", { ...options, maxAge: 0 });
  const { state, nonce, verifier, from, linkFor } = (await openAtProvider(token)) ?? {};
  const asked = { state, nonce, verifier, from, linkFor };
  return Object.values(asked).every((part) => typeof part === "string") ? (asked as AtProvider) : null;
}
