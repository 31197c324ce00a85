import { type NextRequest, NextResponse } from "next/server";
import { LANGUAGE_HEADER, PATH_HEADER } from "#lib/asked-headers.ts";
import { addressOf, NOWHERE } from "#lib/delivery/addresses.ts";
import { languageInPath } from "#lib/i18n/languages.ts";

/**
 * Tells server components the address they are rendered for, so that signing in can lead back to it, and the language
 * in which readers ask for it: `/fr/claims` is the page of `/claims`. It is no gate: loaders and commands decide who may
 * do what. Whatever a client sends under these names is replaced.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const headers = new Headers(request.headers);
  const asked = languageInPath(pathname);
  // Readers' pages alone have languages: nothing else has a second address, which its rules would not know.
  const path = asked === null ? pathname : addressOf(pathname) === null ? NOWHERE : asked.rest;
  headers.set(PATH_HEADER, path + search);
  headers.delete(LANGUAGE_HEADER);
  if (asked === null) return NextResponse.next({ request: { headers } });
  headers.set(LANGUAGE_HEADER, asked.language);
  const url = request.nextUrl.clone();
  url.pathname = path;
  return NextResponse.rewrite(url, { request: { headers } });
}

export const config = { matcher: "/((?!_next/|api/).*)" };
