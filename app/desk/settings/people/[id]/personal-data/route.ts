import { loadHeldOfPerson } from "#lib/erasure/loaders.ts";

/** What somebody outside sent, for admins to hand over. */
export async function GET(_: Request, { params }: RouteContext<"/desk/settings/people/[id]/personal-data">) {
  const { id } = await params;
  return new Response(JSON.stringify(await loadHeldOfPerson(id), null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="person-${id}.json"`,
      "Cache-Control": "no-store",
    },
  });
}
