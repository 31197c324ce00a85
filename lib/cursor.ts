import { z } from "zod";

/** An instant in a cursor: milliseconds since 1970, to the last one of the year 9999, where Postgres' reader still follows. */
export const cursorInstant = z
  .number()
  .int()
  .min(0)
  .max(253_402_300_799_999)
  .transform((milliseconds) => new Date(milliseconds));

/** Where a list's next page begins: the order values of the last row shown. Opaque to whoever carries it. */
export function encodeCursor(values: readonly (string | number | Date)[]): string {
  const plain = values.map((value) => (value instanceof Date ? value.getTime() : value));
  return Buffer.from(JSON.stringify(plain)).toString("base64url");
}

/** The values of a cursor; null when there is none, or none of ours: then a list begins at its beginning. */
export function decodeCursor<Values>(
  cursor: string | null | undefined,
  shape: z.ZodType<Values>,
): Values | null {
  if (!cursor) return null;
  return shape.safeParse(parsed(Buffer.from(cursor, "base64url").toString("utf8"))).data ?? null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The order most lists have: by an instant, then by id. */
export const instantAndId = z.tuple([cursorInstant, z.uuid()]);

const towards = z.enum(["after", "before"]);
/** The same for lists that lead back as well, and for those that have a score in front. */
export const instantAndIdTowards = z.tuple([towards, cursorInstant, z.uuid()]);
export const scoreAndInstantTowards = z.tuple([
  towards,
  z.number().int().min(0).max(10_000_000),
  cursorInstant,
  z.uuid(),
]);

export type Page<Item> = { items: Item[]; next: string | null };

/** A page of `take` out of `rows`, of which one more was asked for, to see whether the list goes on. */
export function pageOf<Row>(
  rows: readonly Row[],
  take: number,
  orderOf: (row: Row) => readonly (string | number | Date)[],
): Page<Row> {
  const items = rows.slice(0, take);
  const last = items.at(-1);
  return { items, next: last !== undefined && rows.length > take ? encodeCursor(orderOf(last)) : null };
}
