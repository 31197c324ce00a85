import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** The header browsers take their rules from; Next reads the nonce for its own scripts from that of the request. */
const POLICY = "content-security-policy";

/** Two years, as lists of such sites ask for; of other names of the domain nothing is said. */
const ALWAYS_HTTPS = "max-age=63072000";

/** What is said of https on every answer: nothing where the site is not reached by it. */
export function transportSecurity(publicUrl: string): { "strict-transport-security"?: string } {
  return publicUrl.startsWith("https:") ? { "strict-transport-security": ALWAYS_HTTPS } : {};
}

type Options = {
  publicUrl: string;
  /** The development server evaluates code, and has a socket of its own. */
  isDevelopment: boolean;
};

/**
 * What a page with scripts may load: scripts that carry this answer's nonce and what those load themselves, nothing
 * from elsewhere, and no frame around it. Styles stand in attributes where menus and marks are placed.
 * See https://w3c.github.io/webappsec-csp/#strict-csp
 */
export function pagePolicy(nonce: string, { publicUrl, isDevelopment }: Options): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws: wss:" : ""}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    ...(publicUrl.startsWith("https:") ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Gives an answer of Next's its policy, with 128 bits nobody can guess. What a client sent under the name is replaced. */
export function setPagePolicy(request: IncomingMessage, response: ServerResponse, options: Options): void {
  const policy = pagePolicy(randomBytes(16).toString("base64"), options);
  request.headers[POLICY] = policy;
  delete request.headers[`${POLICY}-report-only`];
  response.setHeader(POLICY, policy);
  for (const [name, value] of Object.entries(transportSecurity(options.publicUrl))) {
    response.setHeader(name, value);
  }
}
