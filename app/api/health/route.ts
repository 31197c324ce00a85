export const dynamic = "force-dynamic";

/** Is this process alive? Asks nothing of anybody, so that a stopped database gets no process killed. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
