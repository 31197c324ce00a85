import type { Tx } from "#lib/db/client.ts";
import type { NewScale } from "./schema.ts";

/** Adds a scale with its ratings, first version. Answers its id. */
export async function createScale(tx: Tx, { key, name, ratings }: NewScale): Promise<string> {
  const scale = await tx.scale.create({
    data: {
      key,
      name,
      ratings: { create: ratings.map((rating, index) => ({ ...rating, position: index + 1 })) },
    },
    select: { id: true },
  });
  return scale.id;
}
