import { type IncomingMessage, type OutgoingHttpHeaders, request as startRequest } from "node:http";
import type { Socket } from "node:net";
import { orAborted } from "./deadline.ts";
import { unreachable } from "./failures.ts";
import type { Target } from "./targets.ts";

/** Bytes of all header lines of an answer. */
const MAX_HEADER_SIZE = 16 * 1024;
/** Answers such as 103 Early Hints before the real one. */
const MOST_HINTS = 8;

/**
 * Sends one GET over `socket`, or with a body one POST, and resolves with the answer's header; its body is still to be
 * read.
 */
export function ask(
  { url, host }: Target,
  {
    socket,
    headers,
    body,
    signal,
  }: { socket: Socket; headers: OutgoingHttpHeaders; body?: string | undefined; signal: AbortSignal },
): Promise<IncomingMessage> {
  const request = startRequest({
    // No agent, hence no pool and no proxy, and nothing that would connect by name.
    createConnection: () => socket,
    host,
    path: `${url.pathname}${url.search}`,
    method: body === undefined ? "GET" : "POST",
    headers: {
      ...headers,
      ...(body !== undefined && { "content-length": Buffer.byteLength(body) }),
      ...{ host: url.host, connection: "close" },
    },
    maxHeaderSize: MAX_HEADER_SIZE,
    insecureHTTPParser: false,
  });
  const { promise: answer, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request.on("response", resolve);
  // Heard to the end: what breaks after the header breaks the body too, and is reported there.
  request.on("error", reject);
  for (const end of ["upgrade", "close"])
    request.on(end, () => reject(unreachable(new Error(`No answer: ${end}`))));
  let hints = 0;
  request.on("information", () => {
    hints += 1;
    if (hints > MOST_HINTS) reject(unreachable(new Error("Hints without end")));
  });
  request.end(body);
  return orAborted(answer, signal);
}
