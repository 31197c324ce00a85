import type { IncomingMessage } from "node:http";

/** The one page that stands among addresses for scripts: Next would look for a form's action there too. */
const PAGE = /^\/api\/docs(?:[/?]|$)/;

/**
 * What is refused before anything of it is read: 405 where somebody wants to have told back what they sent, 403 where a
 * form does not come from a page of this site. Browsers say with every form whose page it is on; "null" where they may not
 * tell, and who says nothing is no browser. Next asks only where one is said. Addresses for scripts ask for themselves.
 */
export function refusedStatus(
  { method, url = "/", headers }: IncomingMessage,
  publicUrl: string,
): number | null {
  if (method === "TRACE") return 405;
  if (method !== "POST" || (url.startsWith("/api/") && !PAGE.test(url))) return null;
  const origin = URL.parse(headers.origin ?? "");
  const own = [new URL(publicUrl).host, headers.host];
  const isFromHere = origin !== null && /^https?:$/u.test(origin.protocol) && own.includes(origin.host);
  return isFromHere ? null : 403;
}
