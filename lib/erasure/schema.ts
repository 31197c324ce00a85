import { z } from "zod";
import { id, text } from "#lib/input.ts";

/** Whom to erase, and their address typed once more. */
export const eraseMemberInput = z.strictObject({ memberId: id, typedEmail: z.string().max(400) });
export type EraseMemberInput = z.infer<typeof eraseMemberInput>;

export const findPersonInput = z.strictObject({ personEmail: text(400) });

/** Whom to erase, by something they sent; their address once more, where there is one, and why. */
export const erasePersonInput = z.strictObject({
  tipId: id,
  typedEmail: z.string().max(400).default(""),
  erasureReason: text(500),
});
