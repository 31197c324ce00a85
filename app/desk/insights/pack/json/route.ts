import { loadPackJson } from "#lib/insights/loaders.ts";
import { searchParamsOf } from "#lib/search-params.ts";

/** The evidence pack for machines, a part of 200 checks at a time. */
export async function GET(request: Request) {
  const { fileName, content } = await loadPackJson(searchParamsOf(request.url));
  return new Response(content, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}
