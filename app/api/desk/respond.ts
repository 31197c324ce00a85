import { z } from "zod";
import { noteRefused } from "#lib/auth/refusals.ts";
import { env } from "#lib/env.ts";
import { AppError, type Reason } from "#lib/errors.ts";
import { isId } from "#lib/input.ts";
import { log } from "#lib/log.ts";

// What all addresses under /api/desk have in common: they answer the desk's own script.

/** Runs the work of an address; failures are answered by their reason, and only unexpected ones are logged. */
export async function respond(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    await noteRefused(error);
    if (error instanceof AppError) return refuse(error.reason, error.status);
    if (error instanceof z.ZodError) return refuse("invalid_input", new AppError("invalid_input").status);
    log.error({ err: error }, "request failed");
    return Response.json({ reason: "unexpected" }, { status: 500, headers: NO_STORE });
  }
}

export const NO_STORE = { "Cache-Control": "no-store" } as const;

/** A member, or this process, has as many streams as they may have. */
export function refuseStream(): Response {
  const headers = { ...NO_STORE, "Retry-After": "60" };
  return Response.json({ reason: "too_many_streams" }, { status: 503, headers });
}

function refuse(reason: Reason, status: number): Response {
  return Response.json({ reason }, { status, headers: NO_STORE });
}

/** The article's id in an address. Not found when it can be none. */
export async function articleIdOf(params: Promise<{ id: string }>): Promise<string> {
  const { id } = await params;
  if (!isId(id)) throw new AppError("not_found");
  return id.toLowerCase();
}

/**
 * Refuses what another site's page may have sent with this browser's cookie. Browsers name the page's origin with
 * every POST, "null" when it must not be known.
 */
export function insistSameOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  const host = origin !== null && URL.canParse(origin) ? new URL(origin).host : null;
  const own = [new URL(env.PUBLIC_URL).host, request.headers.get("host")];
  if (host === null || !own.includes(host)) throw new AppError("not_allowed");
}
