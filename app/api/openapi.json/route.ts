import { openApiDocument } from "#lib/api/openapi.ts";
import { env } from "#lib/env.ts";
import { getNewsroom } from "#lib/members/queries.ts";

/** The document of the API, for programs and whoever writes them. */
export async function GET(): Promise<Response> {
  const newsroom = await getNewsroom();
  const document = openApiDocument({ siteUrl: env.PUBLIC_URL, newsroomName: newsroom?.name ?? "a newsroom" });
  return Response.json(document, {
    headers: { "Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache" },
  });
}

export const dynamic = "force-dynamic";
