import { loadCsv } from "#lib/insights/loaders.ts";
import { searchParamsOf } from "#lib/search-params.ts";

/** One of the tables behind the desk's figures as a file. */
export async function GET(request: Request, { params }: RouteContext<"/desk/insights/csv/[table]">) {
  const { table } = await params;
  const { fileName, content } = await loadCsv(table, searchParamsOf(request.url));
  return new Response(content, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}
