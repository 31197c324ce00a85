import { z } from "zod";

const violation = z.object({
  code: z.literal("P2002"),
  meta: z.object({
    driverAdapterError: z.object({ cause: z.object({ constraint: z.object({ index: z.string() }) }) }),
  }),
});

/** The unique index that refused a write, by its name in the database; null when the error is another. */
export function violatedIndex(error: unknown): string | null {
  return violation.safeParse(error).data?.meta.driverAdapterError.cause.constraint.index ?? null;
}
