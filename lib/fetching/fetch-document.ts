import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";
import { AppError } from "#lib/errors.ts";
import { ACCEPT_ENCODING, readBody } from "./bodies.ts";
import { startDeadline } from "./deadline.ts";
import { badStatus, wrongType } from "./failures.ts";
import { type Resolve, resolveName } from "./resolve.ts";
import type { Target } from "./targets.ts";
import { requireTarget, TIMEOUT, visit } from "./visit.ts";

export type FetchedDocument = {
  kind: "document";
  /** Where it was in the end, as `URL.href`. */
  url: string;
  /** Where it is for good: as far as redirects led that say so, before the first that is for now only. */
  permanentUrl: string;
  /** The header with its parameters, or null: then the bytes must tell. */
  contentType: string | null;
  /** Decompressed. */
  bytes: Uint8Array;
  etag: string | null;
  lastModified: string | null;
  fetchedAt: Date;
};

/** What we asked for is what we have: only when the request had an `etag` or `lastModified`. */
export type NotModified = { kind: "not_modified"; url: string; permanentUrl: string; fetchedAt: Date };

export type FetchRequest = {
  url: string;
  /** Media types without parameters, such as text/html. */
  accept: readonly string[];
  /** Both as the last answer had them. */
  etag?: string | null;
  lastModified?: string | null;
  /** Hosts that may be private, as `parseAllowedHosts` answers them. */
  allowedHosts?: readonly string[];
  now?: Date;
  signal?: AbortSignal;
  /** Of the body, both as it arrives and decompressed. */
  maxBytes?: number;
  /** Milliseconds for all of it, redirects included. */
  timeoutMs?: number;
};

const MAX_BYTES = 10_000_000;
const MAX_REDIRECTS = 5;

type Hop = { target: Target; request: FetchRequest; signal: AbortSignal };
type Redirect = { kind: "redirect"; location: string; isPermanent: boolean };
type Arrival = Omit<FetchedDocument, "permanentUrl"> | Omit<NotModified, "permanentUrl">;
type Outcome = Arrival | Redirect;

/**
 * Opens an address somebody typed. Only http and https, on their usual ports, to servers on the public internet: each
 * address, of each redirect too, is looked up once, all answers are checked, and the connection goes to one of them.
 * A redirect may leave https, as anybody may type http; it may enter a listed intranet host only from another.
 *
 * Throws AppError `fetch_unreachable`, `fetch_status`, `fetch_too_large`, `fetch_timeout`, `fetch_wrong_type` or
 * `fetch_too_many_redirects`, and the reason of `request.signal` when that aborts.
 */
export async function fetchDocument(
  request: FetchRequest,
  resolve: Resolve = resolveName,
): Promise<FetchedDocument | NotModified> {
  const whole = startDeadline(request.timeoutMs ?? TIMEOUT, request.signal);
  try {
    let target = requireTarget(request.url, { allowedHosts: request.allowedHosts ?? [] });
    let permanentUrl = target.url.href;
    let isForGood = true;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const hop = { target, request, signal: whole.signal };
      const outcome = await visit({ ...hop, headers: headersFor(request), resolve }, (response) =>
        outcomeOf(response, hop),
      );
      if (outcome.kind !== "redirect") return { ...outcome, permanentUrl };
      const allowedHosts = target.isIntranet ? (request.allowedHosts ?? []) : [];
      target = requireTarget(outcome.location, { base: target.url, allowedHosts });
      isForGood &&= outcome.isPermanent;
      if (isForGood) permanentUrl = target.url.href;
    }
    throw new AppError("fetch_too_many_redirects", { field: "url" });
  } finally {
    whole.stop();
  }
}

function headersFor({ accept, etag, lastModified }: FetchRequest): OutgoingHttpHeaders {
  return {
    accept: accept.join(", "),
    "accept-encoding": ACCEPT_ENCODING,
    ...(etag && { "if-none-match": etag }),
    ...(lastModified && { "if-modified-since": lastModified }),
  };
}

async function outcomeOf(response: IncomingMessage, { target, request, signal }: Hop): Promise<Outcome> {
  const { statusCode: status = 0, headers } = response;
  if ([301, 302, 303, 307, 308].includes(status) && headers.location !== undefined) {
    const isPermanent = status === 301 || status === 308;
    return { kind: "redirect", location: asText(headers.location), isPermanent };
  }
  const url = target.url.href;
  const asked = Boolean(request.etag || request.lastModified);
  if (status === 304 && asked) return { kind: "not_modified", url, fetchedAt: request.now ?? new Date() };
  if (status < 200 || status > 299) throw badStatus(status);
  const contentType = headers["content-type"]?.trim() || null;
  insistOnType(contentType, request.accept);
  return {
    kind: "document",
    url,
    contentType,
    bytes: await readBody(response, { limit: request.maxBytes ?? MAX_BYTES, signal }),
    etag: headers.etag ?? null,
    lastModified: headers["last-modified"] ?? null,
    fetchedAt: request.now ?? new Date(),
  };
}

function insistOnType(contentType: string | null, accept: readonly string[]): void {
  if (contentType === null) return;
  const type = contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (!accept.includes(type)) throw wrongType(type);
}

/** Headers are bytes, which Node reads as Latin-1; servers write addresses in UTF-8. */
function asText(header: string): string {
  const text = Buffer.from(header, "latin1").toString("utf8");
  return text.includes("\uFFFD") ? header : text;
}
