import { z } from "zod";

const violation = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.literal("23503") }) }) }),
});

/** Whether Postgres refused a write because a row it points to is not there. */
export function isReferenceMissing(error: unknown): boolean {
  return violation.safeParse(error).success;
}
