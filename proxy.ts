import { type NextRequest, NextResponse } from "next/server";

/**
 * Tells server components the address they are rendered for, so that signing in can lead back to it. It is no
 * gate: loaders and commands decide who may do what. Whatever a client sends under this name is replaced.
 */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: "/desk/:path*" };
