import type { NextRequest } from "next/server";
import NextAuth, { type AuthOptions } from "next-auth";
import { openSessionId, sessionCookie } from "#lib/auth/cookie.ts";
import { findActor, SESSION_LIFETIME } from "#lib/auth/session-rows.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { endSession } from "#lib/members/commands.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * next-auth's own addresses (session, csrf, signout, later OIDC providers), on the same cookie and the same session
 * rows as the forms. Signing in with a password goes through the form only: docs/decisions/0002-sign-in.md.
 */
function handler(request: NextRequest, context: Context): Promise<Response> {
  // The only place next-auth looks for its own address.
  process.env.NEXTAUTH_URL ??= env.PUBLIC_URL;
  return NextAuth(request, context, options());
}

export { handler as GET, handler as POST };

function options(): AuthOptions {
  const cookie = sessionCookie();
  return {
    providers: [],
    secret: env.AUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_LIFETIME / 1000 },
    useSecureCookies: cookie.options.secure,
    cookies: { sessionToken: cookie },
    pages: { signIn: "/login", signOut: "/login", error: "/login" },
    jwt: { decode: async ({ token }) => liveToken(token) },
    events: {
      signOut: async ({ token }) => {
        const sessionId = token?.sid;
        if (typeof sessionId === "string") await endSession({ sessionId, now: new Date() });
      },
    },
    logger: {
      error: (code, metadata) => log.warn({ code, metadata }, "next-auth refused a request"),
      warn: (code) => log.warn({ code }, "next-auth warns"),
    },
  };
}

/** What a cookie says, if its session still counts. next-auth takes null for "nobody" and clears the cookie. */
async function liveToken(token: string | undefined) {
  const sessionId = token ? await openSessionId(token) : null;
  const actor = sessionId ? await findActor({ sessionId, now: new Date() }) : null;
  return sessionId && actor ? { sid: sessionId } : null;
}
