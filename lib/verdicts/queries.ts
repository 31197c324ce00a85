import { type Db, db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { RatingView } from "./schema.ts";

export const ratingSelect = {
  id: true,
  key: true,
  label: true,
  definition: true,
  tone: true,
  position: true,
} satisfies Prisma.RatingSelect;

/** The ratings of a scale that can be given, in the order of the scale. */
export function listRatings(scaleId: string, on: Db = db): Promise<RatingView[]> {
  return on.rating.findMany({
    where: { scaleId, retiredAt: null },
    orderBy: { position: "asc" },
    select: ratingSelect,
  });
}

/** Whether a rating is one of the newsroom's and not retired. */
export async function canBeGiven(
  on: Db,
  { ratingId, scaleId }: { ratingId: string; scaleId: string },
): Promise<boolean> {
  return (await on.rating.count({ where: { id: ratingId, scaleId, retiredAt: null } })) > 0;
}
