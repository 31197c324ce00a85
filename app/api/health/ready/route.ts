import { log } from "#lib/log.ts";
import { missing } from "#lib/operation/readiness.ts";

export const dynamic = "force-dynamic";

/** Can this process serve? Says what is missing by name, never why: that is in the log. */
export async function GET(): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  const failures = await missing();
  if (failures.size === 0) return Response.json({ status: "ok" }, { headers });
  for (const [name, error] of failures) log.warn({ err: error, missing: name }, "not ready");
  return Response.json({ status: "unavailable", missing: [...failures.keys()] }, { status: 503, headers });
}
