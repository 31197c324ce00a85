import { type Db, db as pool } from "#lib/db/client.ts";

/** `query`: of the queue's address, as lib/queue/schema.ts writes it. */
export type SavedView = { id: string; name: string; query: string };

/** The views of the queue that a member keeps, by name. */
export function listViews(memberId: string, db: Db = pool): Promise<SavedView[]> {
  return db.savedView.findMany({
    where: { memberId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, query: true },
  });
}
