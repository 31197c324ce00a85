import type { IncomingMessage } from "node:http";
import { openSessionId, sessionCookie } from "./cookie.ts";

/** Bytes: more than any form without a file, so what anybody but a member has to send. */
export const MOST_FROM_ANYBODY = 1_048_576;

/**
 * Keeps whoever is not signed in from sending more than that: only a member may send files, and a form is taken apart
 * before it says whose it is. False: what comes is too large to be read at all. What does not say its length is cut off
 * where it becomes too large. It is no gate, and does not ask whether the session still counts: the cookie has to be one
 * of ours.
 */
export async function limitBody(request: IncomingMessage): Promise<boolean> {
  // It knows its askers by their token, reads no body without one, and counts the bytes itself.
  if (request.url?.startsWith("/api/v1/")) return true;
  if (isSmall(request)) return true;
  if (await isSentByMember(request)) return true;
  if (request.headers["transfer-encoding"] === undefined) return false;
  cutOff(request);
  return true;
}

/** Whether what comes says that it is no larger than what anybody may send. */
export function isSmall({ headers }: IncomingMessage): boolean {
  return (
    headers["transfer-encoding"] === undefined && Number(headers["content-length"] ?? 0) <= MOST_FROM_ANYBODY
  );
}

async function isSentByMember({ headers }: IncomingMessage): Promise<boolean> {
  const token = cookieOf(headers.cookie ?? "", sessionCookie().name);
  return token !== null && (await openSessionId(token)) !== null;
}

/** Next sends actions on to itself without a length. Read here, the body would be gone for whoever answers. */
function cutOff(request: IncomingMessage): void {
  const push = request.push.bind(request);
  let length = request.readableLength;
  request.push = (chunk: Uint8Array | null, encoding) => {
    length += chunk?.byteLength ?? 0;
    if (length <= MOST_FROM_ANYBODY) return push(chunk, encoding);
    request.destroy();
    return false;
  };
}

function cookieOf(cookies: string, name: string): string | null {
  for (const cookie of cookies.split(";")) {
    const at = cookie.indexOf("=");
    if (at !== -1 && cookie.slice(0, at).trim() === name) return cookie.slice(at + 1).trim();
  }
  return null;
}
