import { type Db, db as pool } from "#lib/db/client.ts";

/** `query`: of the queue's address, as lib/queue/schema.ts writes it. */
export type SavedView = { id: string; name: string; query: string };

/** Names may be in any language; "Week 2" comes before "Week 10". */
const { compare } = new Intl.Collator("und", { numeric: true });

/** The views of the queue that a member keeps, by name. */
export async function listViews(memberId: string, db: Db = pool): Promise<SavedView[]> {
  const views = await db.savedView.findMany({
    where: { memberId },
    orderBy: { id: "asc" },
    select: { id: true, name: true, query: true },
  });
  return views.toSorted((a, b) => compare(a.name, b.name));
}
