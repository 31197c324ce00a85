import type { IncomingMessage, ServerResponse } from "node:http";
import { THEMES, type Theme } from "#lib/theme.ts";
import { isFresh } from "./conditions.ts";
import { readForm, STATUS_OF, sendOnce } from "./forms.ts";

// Pages are the same bytes for everybody. What one chose of light and dark is in a cookie that only this style sheet reads.

/** Seconds. */
const YEAR = 31_536_000;

/** Over what the page says. Paper stays light. The button of the theme is marked, as no page knows which it is. */
const STYLES = Object.fromEntries(
  THEMES.map((theme) => {
    const scheme = theme === "system" ? "" : `@media screen{:root{color-scheme:${theme}}}`;
    const button = `.theme-choice[value="${theme}"]`;
    const marked = "font-weight:600;color:var(--color-ink);text-decoration-line:none";
    return [theme, `${scheme}${button}{${marked}}${button} .theme-chosen{display:inline}`];
  }),
) as Record<Theme, string>;

/** As the session's cookie has it (lib/auth/cookie.ts): on https no neighbouring subdomain and no plain http can plant one. */
const cookieName = (publicUrl: string): string =>
  new URL(publicUrl).protocol === "https:" ? "__Host-proofmark.theme" : "proofmark.theme";

/** `headers`: what every answer of the site says. */
type Site = { publicUrl: string; headers: Readonly<Record<string, string>> };

/** Answers the style sheet and the form that chooses; whatever else is asked is somebody else's to answer: then false. */
export function answerTheme(
  request: IncomingMessage,
  response: ServerResponse,
  { publicUrl, headers }: Site,
): boolean {
  const { method, url = "" } = request;
  const path = url.split("?", 1)[0];
  if (path === "/theme.css" && (method === "GET" || method === "HEAD")) {
    sendStyle(request, response, { publicUrl, headers });
    return true;
  }
  if (path !== "/theme" || method !== "POST") return false;
  choose(request, response, { publicUrl, headers }).catch(() => response.destroy());
  return true;
}

function sendStyle(
  { method, headers: asked }: IncomingMessage,
  response: ServerResponse,
  { publicUrl, headers }: Site,
): void {
  const theme = chosenTheme(asked.cookie, cookieName(publicUrl));
  const etag = `"${theme}"`;
  const style = STYLES[theme];
  const isKnown = isFresh({ "if-none-match": asked["if-none-match"] }, { etag, modifiedAt: null, now: 0 });
  response.writeHead(isKnown ? 304 : 200, {
    ...headers,
    etag,
    // Asked about with every page: whoever chooses has it on the next one, whatever a cache thinks of cookies.
    "cache-control": "private, no-cache",
    vary: "Cookie",
    "x-content-type-options": "nosniff",
    ...(!isKnown && {
      "content-type": "text/css; charset=utf-8",
      "content-length": Buffer.byteLength(style),
    }),
  });
  response.end(isKnown || method === "HEAD" ? undefined : style);
}

function chosenTheme(cookies = "", name: string): Theme {
  const pairs = cookies.split(";").map((pair) => pair.trim());
  return THEMES.find((theme) => pairs.includes(`${name}=${theme}`)) ?? "system";
}

async function choose(
  request: IncomingMessage,
  response: ServerResponse,
  { publicUrl, headers }: Site,
): Promise<void> {
  const { host, protocol } = new URL(publicUrl);
  const asked = request.headers;
  const sent = await readForm(request, host);
  if (typeof sent === "string")
    return sendOnce({ status: STATUS_OF[sent], headers, body: NOTHING }, response);
  const form = await new Response(new Uint8Array(sent), {
    headers: { "content-type": asked["content-type"] ?? "" },
  })
    .formData()
    .catch(() => null);
  const theme = THEMES.find((known) => known === form?.get("theme"));
  if (theme === undefined) return sendOnce({ status: 400, headers, body: NOTHING }, response);
  const cookie = [
    `${cookieName(publicUrl)}=${theme}`,
    "Path=/",
    // Who leaves it to the browser has no cookie.
    `Max-Age=${theme === "system" ? 0 : YEAR}`,
    "SameSite=Lax",
    "HttpOnly",
    ...(protocol === "https:" ? ["Secure"] : []),
  ];
  response.writeHead(303, {
    ...headers,
    location: backTo(asked.referer, [host, asked.host]),
    "set-cookie": cookie.join("; "),
    "cache-control": "no-store",
    "content-length": 0,
  });
  response.end();
}

const NOTHING = Buffer.alloc(0);

/** The page of ours the form stood on; the first one when that is not said. */
function backTo(referer: string | undefined, hosts: readonly (string | undefined)[]): string {
  const from = referer === undefined ? null : URL.parse(referer);
  // Two slashes would lead to another host.
  if (from === null || !hosts.includes(from.host) || from.pathname.startsWith("//")) return "/";
  return from.pathname + from.search;
}
