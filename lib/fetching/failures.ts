import { AppError } from "#lib/errors.ts";

/**
 * The one answer to every address that is refused, unknown, silent or broken. It is the same on purpose: told apart,
 * the answers would be a map of the network behind this server. `cause` is for the log.
 */
export function unreachable(cause: unknown): AppError {
  return new AppError("fetch_unreachable", { field: "url", cause });
}

/** Longer than the limit, in bytes. */
export function tooLarge(limit: number): AppError {
  return new AppError("fetch_too_large", { field: "url", values: { limit: limit / 1_000_000 } });
}

/** Slower than the limit, in milliseconds. */
export function tooSlow(limit: number): AppError {
  return new AppError("fetch_timeout", { field: "url", values: { seconds: limit / 1000 } });
}

/** `type` comes from the server: what is not shaped like a type is not repeated. */
export function wrongType(type: string): AppError {
  const shown = /^[\w.+-]{1,60}(?:\/[\w.+-]{1,60})?$/.test(type) ? type : "?";
  return new AppError("fetch_wrong_type", { field: "url", values: { type: shown } });
}

/** The server answered, but not with a document. */
export function badStatus(status: number): AppError {
  return new AppError("fetch_status", { field: "url", values: { status } });
}

/**
 * What the network, TLS, HTTP and decompression report carries a code and means unreachable; our own refusals pass,
 * and so does anything else: that is a bug, to be seen.
 */
export function asFailure(error: unknown): unknown {
  const isReported = error instanceof Error && "code" in error && !(error instanceof AppError);
  return isReported ? unreachable(error) : error;
}
