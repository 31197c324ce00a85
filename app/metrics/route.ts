import { countConnections, countJobs } from "#lib/db/counts.ts";
import { env } from "#lib/env.ts";
import { getLastResult } from "#lib/history/queries.ts";
import { MEASURES_TYPE, measuredText } from "#lib/operation/measures.ts";
import { isBearer } from "#lib/operation/metrics-token.ts";
import { hub } from "#lib/realtime/hub.ts";

export const dynamic = "force-dynamic";

const NO_STORE = { "Cache-Control": "no-store" };

/** What this process measured, for Prometheus, which shows the token of METRICS_TOKEN. Without one there is nothing. */
export async function GET(request: Request): Promise<Response> {
  const token = env.METRICS_TOKEN;
  if (token === "") return new Response("Not found\n", { status: 404, headers: NO_STORE });
  if (!isBearer(request.headers.get("authorization"), token)) {
    const headers = { ...NO_STORE, "WWW-Authenticate": "Bearer" };
    return new Response("The token of METRICS_TOKEN is needed\n", { status: 401, headers });
  }
  // Without the database there is still the process to look at.
  const [jobs, verified] = await Promise.all([
    countJobs().catch(() => []),
    getLastResult().catch(() => undefined),
  ]);
  const text = await measuredText({
    ...{ jobs, verified },
    ...{ connections: countConnections(), streams: hub().size() },
  });
  return new Response(text, { headers: { ...NO_STORE, "Content-Type": MEASURES_TYPE } });
}
