import { loadHeldOfMember } from "#lib/erasure/loaders.ts";

/** What the desk holds of a member, for admins to hand over. */
export async function GET(_: Request, { params }: RouteContext<"/desk/settings/members/[id]/personal-data">) {
  const { id } = await params;
  return new Response(JSON.stringify(await loadHeldOfMember(id), null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="member-${id}.json"`,
      "Cache-Control": "no-store",
    },
  });
}
