import { z } from "zod";
import { dayOfOurTime, id, isId } from "#lib/input.ts";
import { BULK_ACTS, type BulkAct, MOST_AT_ONCE } from "./values.ts";

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** What an address chooses: `do`, and `claim` for each claim. Beyond the most there may be at once, `left` counts. */
export function bulkChoice(params: Params): { act: BulkAct | null; claimIds: string[]; left: number } {
  const chosen = [params.claim ?? []].flat().filter(isId);
  const claimIds = [...new Set(chosen.map((one) => one.toLowerCase()))];
  return {
    act: BULK_ACTS.find((act) => act === params.do) ?? null,
    claimIds: claimIds.slice(0, MOST_AT_ONCE),
    left: Math.max(0, claimIds.length - MOST_AT_ONCE),
  };
}

const lastSeen = z.string().regex(/^\d{1,19}$/);

/** A claim as the summary showed it: its id, a dot, and the number of the last change that was shown. */
const seenClaim = z.string().transform((value, context) => {
  const [claimId, seen] = value.split(".");
  const parsed = z.object({ claimId: id, seen: lastSeen }).safeParse({ claimId, seen });
  if (parsed.success) return parsed.data;
  context.addIssue("not_a_choice");
  return z.NEVER;
});
export type SeenClaim = { claimId: string; seen: string };

/** As the address is: spaces between them in one field, so that a form without script sends it too. */
const seenClaims = z
  .string()
  .transform((value) => value.split(" ").filter(Boolean))
  .pipe(z.array(seenClaim).min(1, "required").max(MOST_AT_ONCE, "too_many"));

const claims = { claims: seenClaims };

export const bulkInput = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("publish"), ...claims }),
  z.strictObject({ act: z.literal("release"), ...claims }),
  z.strictObject({ act: z.literal("assign"), ...claims, memberId: id }),
  z.strictObject({ act: z.literal("snooze"), ...claims, until: dayOfOurTime }),
]);

/** Each claim with the last change to it, and whom it was kept for before, or until when. */
const itemsWith = <Kept extends z.ZodType>(before: Kept) => ({
  items: z
    .string()
    .max(40_000)
    .transform((value, context) => {
      try {
        return JSON.parse(value) as unknown;
      } catch {
        context.addIssue("not_a_choice");
        return z.NEVER;
      }
    })
    .pipe(
      z
        .array(z.strictObject({ claimId: id, seen: lastSeen, before: before.nullable() }))
        .min(1)
        .max(MOST_AT_ONCE),
    ),
});

export const undoBulkInput = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("assign"), ...itemsWith(id) }),
  z.strictObject({ act: z.literal("snooze"), ...itemsWith(z.iso.datetime("not_a_date")) }),
]);
export type Before = z.infer<typeof undoBulkInput>["items"][number];
