import { type Db, db as pool } from "#lib/db/client.ts";
import { CLAIM_FIELDS, type PersonHere, PRESENCE } from "./values.ts";

/** More are not shown by name anywhere. */
const MOST_PEOPLE = 200;

/** Who has an article open, by name. Of several pages of one person the one they write in counts, else the last. */
export async function listPeopleHere({
  articleId,
  now,
  db = pool,
}: {
  articleId: string;
  now: Date;
  db?: Db;
}): Promise<PersonHere[]> {
  const rows = await db.presence.findMany({
    where: {
      articleId,
      seenAt: { gt: new Date(now.getTime() - PRESENCE.lasts) },
      member: { disabledAt: null },
    },
    orderBy: [{ member: { name: "asc" } }, { memberId: "asc" }, { isEditing: "desc" }, { seenAt: "desc" }],
    distinct: ["memberId"],
    take: MOST_PEOPLE,
    select: {
      memberId: true,
      claimId: true,
      isEditing: true,
      field: true,
      member: { select: { name: true } },
    },
  });
  return rows.map(({ member, field, ...row }) => ({
    ...row,
    name: member.name,
    field: CLAIM_FIELDS.find((known) => known === field) ?? null,
  }));
}
