import { z } from "zod";
import { choice, id } from "#lib/input.ts";
import { email, newPassword } from "#lib/members/schema.ts";
import { ASKED_KINDS } from "./values.ts";

/** What somebody asks for who cannot or will not type their password. */
export const askLinkInput = z.strictObject({ email, kind: choice(ASKED_KINDS) });
export type AskLinkInput = z.infer<typeof askLinkInput>;

/** `linkKey`: what stands in the link's address. */
export const resetPasswordInput = z.strictObject({
  linkKey: z.string(),
  newPassword,
  /** A tick: their passkeys go with the old password. */
  dropPasskeys: z
    .enum(["yes"], "not_a_choice")
    .optional()
    .transform((tick) => tick === "yes"),
});
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;

/** `linkKey`: as above. */
export const signInByLinkInput = z.strictObject({ linkKey: z.string() });
export type SignInByLinkInput = z.infer<typeof signInByLinkInput>;

export const makeResetLinkInput = z.strictObject({ memberId: id });
