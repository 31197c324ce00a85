import { z } from "zod";
import { text } from "#lib/input.ts";
import { email } from "#lib/members/schema.ts";

/** What a provider says of somebody. Some write the mark as a word. */
export const vouchedInput = z.object({
  issuer: z.string().min(1),
  /** At most 255 ASCII characters (OpenID Connect Core, section 2). */
  subject: z.string().regex(/^[\x20-\x7e]{1,255}$/),
  email: email.nullable().catch(null),
  emailVerified: z.unknown().transform((mark) => mark === true || mark === "true"),
  name: text(200).nullable().catch(null),
});
/** The same as it came. */
export type VouchedInput = Readonly<Record<keyof z.input<typeof vouchedInput>, unknown>>;

export const beginLinkingInput = z.strictObject({ password: z.string().min(1, "required") });

/** `issuer`: what of one's own accounts is meant. */
export const unlinkProviderInput = z.strictObject({ issuer: text(500) });
