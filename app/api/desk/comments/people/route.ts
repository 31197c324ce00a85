import { getActor } from "#lib/auth/session.ts";
import { listMentionChoices } from "#lib/comments/queries.ts";

/** Members whose name begins like `q`: whom a comment may mean. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  if (!(await getActor())) return Response.json({ status: 401 }, { status: 401, headers });
  const people = await listMentionChoices(new URL(request.url).searchParams.get("q") ?? "");
  return Response.json({ people }, { headers });
}
