import { z } from "zod";
import { decodeCursor } from "#lib/cursor.ts";

/** Of one page, and how many there are unless said otherwise. */
const LIMITS = { most: 100, usual: 25 } as const;

/** Where a page begins, and how long it is. */
export const paging = {
  cursor: z
    .string()
    .max(500)
    .refine((cursor) => decodeCursor(cursor, z.array(z.unknown())) !== null, "This is no cursor of ours.")
    .optional()
    .describe("`next` of the page before."),
  limit: z.coerce.number().int().min(1).max(LIMITS.most).default(LIMITS.usual),
};
