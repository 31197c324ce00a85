import { pingDatabase } from "#lib/db/health.ts";
import { log } from "#lib/log.ts";

export const dynamic = "force-dynamic";

/** Can this process serve? Asks the database, and nobody who they are. Two seconds: less than load balancers wait. */
export async function GET(): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  try {
    await pingDatabase({ limit: 2_000 });
    return Response.json({ status: "ok" }, { headers });
  } catch (error) {
    log.warn({ err: error }, "health check failed");
    return Response.json({ status: "unavailable" }, { status: 503, headers });
  }
}
