import { z } from "zod";
import { id } from "#lib/input.ts";

/** Whom to erase, and their address typed once more. */
export const eraseMemberInput = z.strictObject({ memberId: id, typedEmail: z.string().max(400) });
export type EraseMemberInput = z.infer<typeof eraseMemberInput>;
