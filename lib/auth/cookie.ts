import { decode, encode } from "next-auth/jwt";
import { env } from "#lib/env.ts";
import { SESSION_LIFETIME } from "./session-rows.ts";

/**
 * The session's cookie. On https its name has the `__Host-` prefix: the browser then takes it from this host only,
 * so that neither a neighbouring subdomain nor plain http can plant one.
 */
export function sessionCookie() {
  return cookie("session");
}

/** Seconds a browser is known for after the last sign-in on it: a year. */
const KNOWN_FOR = 365 * 24 * 60 * 60;

/** The cookie by which a browser is known again that somebody has signed in on. It opens nothing by itself. */
export function knownBrowserCookie() {
  const { name, options } = cookie("known");
  return { name, options: { ...options, maxAge: KNOWN_FOR } } as const;
}

/** Seconds between the two steps of signing in. */
const HALF_IN_FOR = 300;
/** Makes the key another than that of sessions: neither passes for the other. */
const HALF_IN = "second step";

/** The cookie of somebody whose password was right, until their code is. It opens nothing by itself. */
export function halfInCookie() {
  const { name, options } = cookie("second");
  return { name, options: { ...options, maxAge: HALF_IN_FOR } } as const;
}

/** Who is half in, encrypted. */
export function sealHalfIn(halfIn: Record<string, string>): Promise<string> {
  return encode({ token: halfIn, secret: env.AUTH_SECRET, salt: HALF_IN, maxAge: HALF_IN_FOR });
}

/** What such a cookie says, or null when it is not one of ours or too old. */
export async function openHalfIn(token: string): Promise<Record<string, unknown> | null> {
  return unsealed(token, HALF_IN);
}

/** Seconds somebody has for signing in at the provider. */
const AT_PROVIDER_FOR = 600;
const AT_PROVIDER = "at the provider";

/** The cookie of somebody who was sent to the sign-in provider, until they are back. It opens nothing by itself. */
export function atProviderCookie() {
  const { name, options } = cookie("provider");
  return { name, options: { ...options, maxAge: AT_PROVIDER_FOR } } as const;
}

/** What is to be known when they are back, encrypted. */
export function sealAtProvider(asked: Record<string, string>): Promise<string> {
  return encode({
    ...{ token: asked, secret: env.AUTH_SECRET },
    ...{ salt: AT_PROVIDER, maxAge: AT_PROVIDER_FOR },
  });
}

/** What such a cookie says, or null when it is not one of ours or too old. */
export async function openAtProvider(token: string): Promise<Record<string, unknown> | null> {
  return unsealed(token, AT_PROVIDER);
}

function cookie(noun: "session" | "known" | "second" | "provider") {
  const secure = new URL(env.PUBLIC_URL).protocol === "https:";
  return {
    name: secure ? (`__Host-proofmark.${noun}` as const) : (`proofmark.${noun}` as const),
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

/** The cookie's value: nothing but the session's id, encrypted the way next-auth does it. */
export function sealSessionId(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: env.AUTH_SECRET, maxAge: SESSION_LIFETIME / 1000 });
}

/** The session's id in a cookie's value, or null when it is not one of ours or too old. */
export async function openSessionId(token: string): Promise<string | null> {
  const sessionId = (await unsealed(token))?.sid;
  return typeof sessionId === "string" ? sessionId : null;
}

/** The only way a token of ours is sealed. next-auth opens whatever says of itself that it was made in another. */
const SEALED = { alg: "dir", enc: "A256GCM" };

/** Whatever cannot be opened is somebody's invention or was sealed with an older secret: nobody is signed in by it. */
async function unsealed(token: string, salt = ""): Promise<Record<string, unknown> | null> {
  try {
    const head = JSON.parse(Buffer.from(token.split(".", 1)[0] ?? "", "base64url").toString("utf8"));
    if (head?.alg !== SEALED.alg || head?.enc !== SEALED.enc) return null;
    return await decode({ token, secret: env.AUTH_SECRET, salt });
  } catch {
    return null;
  }
}
