import { z } from "zod";
import { dayOfOurTime, id } from "#lib/input.ts";

export const assignClaimInput = z.strictObject({ claimId: id, memberId: id });
export type AssignClaimInput = z.infer<typeof assignClaimInput>;

/** `until`: the first day on which it is offered again, on the newsroom's calendar. */
export const snoozeClaimInput = z.strictObject({ claimId: id, until: dayOfOurTime });
