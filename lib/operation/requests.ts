import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { REQUEST_ID, type UnderWay, underRequest } from "#lib/asked-id.ts";
import { log } from "#lib/log.ts";
import { beginTrace, isTracing, underSpan } from "#lib/tracing.ts";
import { countRequest, type Kind } from "./measures.ts";
import { routesOfBuild } from "./routes.ts";

/** Of another's id only what cannot be mistaken for anything else in a log. */
const ID = /^[\w.-]{8,64}$/;

/** What nginx calls the status of an answer nobody waited for. */
const GONE = 499;

/** Paths whose last part opens something by itself: it is written down nowhere. */
const SECRET = /^((?:\/[a-z]{2})?\/(?:invite|reset|sign-in))\/[^/]+/;

/** The path as the log has it: without search, which has people's words, and without what opens something. */
export function loggedPath(url: string): string {
  const [path = "/"] = url.split("?", 1);
  return path.slice(0, 300).replace(SECRET, "$1/…");
}

/**
 * Gives the request an id, that of the proxy in front when it is trusted, and has it answered. When the answer has
 * ended it is counted. It is written down, with the id of the member who asked, when it failed or when all are to be: never with its query, its headers or its
 * body.
 */
export function watchRequest(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  { isProxyTrusted, areAllLogged }: { isProxyTrusted: boolean; areAllLogged: boolean },
  answer: () => void,
): void {
  const given = isProxyTrusted ? request.headers[REQUEST_ID]?.toString() : undefined;
  const id = given !== undefined && ID.test(given) ? given : randomUUID();
  request.headers[REQUEST_ID] = id;
  response.setHeader(REQUEST_ID, id);
  const { method, url = "/" } = request;
  const underWay: UnderWay = { id };
  const began = performance.now();
  response.once("close", () => {
    const status = response.writableFinished ? response.statusCode : GONE;
    const ms = Math.round(performance.now() - began);
    const isStream = String(response.getHeader("content-type") ?? "").startsWith("text/event-stream");
    countRequest(kindOf(url), status, isStream ? null : ms / 1_000);
    const { memberId } = underWay;
    const who = memberId === undefined ? {} : { memberId };
    const line = { request: id, ...who, method, path: loggedPath(url), status, ms };
    if (status >= 500) log.warn(line, "answered with an error");
    else if (areAllLogged) log.info(line, "answered");
  });
  const parent = isProxyTrusted ? request.headers.traceparent?.toString() : undefined;
  underRequest(underWay, () => traceAnswer({ request, response }, { id, parent }, answer));
}

let routeOf: ((path: string) => string | undefined) | undefined;

/**
 * Has a request answered as a trace of its own, or as a part of that of the proxy in front (`parent`). It says which route
 * it is, never the address.
 */
export function traceAnswer(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  { id, parent }: { id?: string; parent?: string | undefined },
  answer: () => void,
): void {
  if (!isTracing()) {
    answer();
    return;
  }
  routeOf ??= routesOfBuild();
  const { method = "GET", url = "/" } = request;
  const route = routeOf(url.split("?", 1)[0] ?? "/");
  const facts = { "http.request.method": method, "http.route": route, "proofmark.request": id };
  const span = beginTrace({ name: route ? `${method} ${route}` : method, kind: "server", facts, parent });
  response.once("close", () => {
    const { statusCode, writableEnded } = response;
    span?.say({ "http.response.status_code": writableEnded ? statusCode : GONE });
    span?.end(statusCode >= 500 ? `${statusCode}` : undefined);
  });
  underSpan(span, answer);
}

function kindOf(url: string): Kind {
  if (/^\/(?:api\/)?desk(?:[/?]|$)/u.test(url)) return "desk";
  return url.startsWith("/api/") ? "api" : "page";
}
