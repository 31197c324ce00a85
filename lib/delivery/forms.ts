import type { IncomingMessage, ServerResponse } from "node:http";

/** Bytes of a form somebody may send without signing in: several times what its fields may hold. */
const LARGEST = 65_536;

/**
 * Bytes of one that is refused that are still let go by, so that a browser reads the answer: more than anybody pastes. Of what
 * is larger no more is read.
 */
const LET_BY = 1_048_576;

/** Milliseconds a sender may take for it. */
const PATIENCE = 20_000;

/** Why a form goes back before it is read: it came from another site, or it is too large. */
export type Problem = "elsewhere" | "too_large";

export const STATUS_OF: Readonly<Record<Problem, number>> = { elsewhere: 403, too_large: 413 };

/** What was sent, or why it is not read. `host`: under which readers reach the site. */
export async function readForm(request: IncomingMessage, host: string): Promise<Buffer | Problem> {
  const { headers } = request;
  const isForm = headers["content-type"]?.startsWith("multipart/form-data") ?? false;
  if (!isForm || !isFromHere(headers.origin, [host, headers.host])) return refuse(request, "elsewhere");
  if (Number(headers["content-length"] ?? 0) > LARGEST) return refuse(request, "too_large");
  return bodyOf(request);
}

function bodyOf(request: IncomingMessage): Promise<Buffer | Problem> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => request.destroy(), PATIENCE);
    let parts: Buffer[] = [];
    let size = 0;
    request.on("data", (part: Buffer) => {
      size += part.length;
      if (size <= LARGEST) parts.push(part);
      else parts = [];
      if (size <= LET_BY) return;
      request.pause();
      resolve("too_large");
    });
    request.on("end", () => resolve(size <= LARGEST ? Buffer.concat(parts) : "too_large"));
    request.on("error", reject);
    request.on("close", () => {
      clearTimeout(timer);
      reject(new Error("The sender went away."));
    });
  });
}

/** Whether something still comes that nobody lets go by: the connection ends with the answer. */
export function isUnread(request: IncomingMessage): boolean {
  return !request.complete && request.readableFlowing !== true;
}

/** What still comes is let go by, so that the answer is read; not what is very large, or does not say how large it is. */
function refuse(request: IncomingMessage, problem: Problem): Problem {
  if (Number(request.headers["content-length"] ?? Number.POSITIVE_INFINITY) <= LET_BY) request.resume();
  return problem;
}

/** Browsers say with every form where it comes from; who does not say is no browser of a reader's. */
function isFromHere(origin: string | undefined, hosts: readonly (string | undefined)[]): boolean {
  const from = origin === undefined ? null : URL.parse(origin);
  return from !== null && /^https?:$/u.test(from.protocol) && hosts.includes(from.host);
}

/** Sends an answer that is for one sender alone: it is kept nowhere. */
export function sendOnce(
  { status, headers, body }: { status: number; headers: Readonly<Record<string, string>>; body: Buffer },
  response: ServerResponse,
): void {
  response.writeHead(status, {
    ...headers,
    "cache-control": "no-store",
    "content-length": String(body.length),
  });
  response.end(body);
}
