import type { OutgoingHttpHeaders } from "node:http";
import { startDeadline } from "./deadline.ts";
import { badStatus } from "./failures.ts";
import { type Resolve, resolveName } from "./resolve.ts";
import { requireTarget, TIMEOUT, visit } from "./visit.ts";

export type PostRequest = {
  url: string;
  body: string;
  contentType: string;
  headers?: OutgoingHttpHeaders;
  /** Hosts that may be private, as `parseAllowedHosts` answers them. */
  allowedHosts?: readonly string[];
  /** Milliseconds for all of it. */
  timeoutMs?: number;
};

/**
 * Sends a text to an address somebody typed, under the same rules as `fetchDocument`. What is answered is not read, and no
 * redirect is followed: it is a status like any other that is no success.
 *
 * Throws AppError `fetch_unreachable`, `fetch_status` or `fetch_timeout`.
 */
export async function postText(
  { url, body, contentType, headers, allowedHosts = [], timeoutMs = TIMEOUT }: PostRequest,
  resolve: Resolve = resolveName,
): Promise<{ status: number }> {
  const whole = startDeadline(timeoutMs);
  try {
    const target = requireTarget(url, { allowedHosts });
    const sent = { ...headers, "content-type": contentType };
    const status = await visit(
      { target, headers: sent, body, resolve, signal: whole.signal },
      async ({ statusCode = 0 }) => statusCode,
    );
    if (status < 200 || status > 299) throw badStatus(status);
    return { status };
  } finally {
    whole.stop();
  }
}
