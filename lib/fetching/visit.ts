import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";
import type { Socket } from "node:net";
import { env } from "#lib/env.ts";
import { traced } from "#lib/tracing.ts";
import { connectTo } from "./connect.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import { ask } from "./exchange.ts";
import { asFailure, unreachable } from "./failures.ts";
import { checkedAddresses, type Resolve } from "./resolve.ts";
import { parseTarget, type Target } from "./targets.ts";

/** Milliseconds for all of it, and for one server to begin its answer. */
export const TIMEOUT = 20_000;
const HEADER_TIMEOUT = 10_000;

export type Visit = {
  target: Target;
  headers: OutgoingHttpHeaders;
  /** Sent by POST; without one it is a GET. */
  body?: string | undefined;
  resolve: Resolve;
  signal: AbortSignal;
};

/** Where an address leads. Refuses, as unreachable, where we do not go. */
export function requireTarget(address: string, options: Parameters<typeof parseTarget>[1]): Target {
  const target = parseTarget(address, options);
  if (target === null) throw unreachable(new Error("An address we do not go to"));
  return target;
}

/** One request over one connection, which ends with it; `read` has its answer as long as that is there. */
export function visit<Outcome>(
  asked: Visit,
  read: (response: IncomingMessage) => Promise<Outcome>,
): Promise<Outcome> {
  const method = asked.body === undefined ? "GET" : "POST";
  const facts = { "http.request.method": method, "server.address": asked.target.host };
  return traced({ name: method, kind: "client", facts }, (span) =>
    visitOnce(asked, (response) => {
      span?.say({ "http.response.status_code": response.statusCode });
      return read(response);
    }),
  );
}

async function visitOnce<Outcome>(
  { target, headers, body, resolve, signal: whole }: Visit,
  read: (response: IncomingMessage) => Promise<Outcome>,
): Promise<Outcome> {
  const header = startDeadline(HEADER_TIMEOUT, whole);
  const { signal } = header;
  let socket: Socket | undefined;
  try {
    const addresses = await checkedAddresses(target, { resolve, signal });
    socket = await connectTo(target, { addresses, signal });
    const sent = { "user-agent": `Proofmark/0.1 (+${new URL(env.PUBLIC_URL).href})`, ...headers };
    const response = await ask(target, { socket, headers: sent, body, signal });
    header.stop();
    return await read(response);
  } catch (error) {
    throw reasonOf([header, { signal: whole }]) ?? asFailure(error);
  } finally {
    header.stop();
    socket?.destroy();
  }
}

/** Why time ran out or the caller gave up: what breaks because of that says less. */
function reasonOf(clocks: readonly Pick<Deadline, "signal">[]): unknown {
  return clocks.find(({ signal }) => signal.aborted)?.signal.reason;
}
