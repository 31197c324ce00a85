import { z } from "zod";
import { choice, text } from "#lib/input.ts";
import { SCOPES, TOKEN_LIMITS } from "./values.ts";

const scopes = z
  .array(choice(SCOPES))
  .min(1, "required")
  .transform((chosen) => SCOPES.filter((scope) => chosen.includes(scope)));

const days = z.coerce
  .number("not_a_choice")
  .int("not_a_choice")
  .min(1, "not_a_choice")
  .max(TOKEN_LIMITS.days, "not_a_choice");

/** `days` until it expires; null: never. */
export const createTokenInput = z.strictObject({
  name: text(TOKEN_LIMITS.name),
  scopes,
  days: z
    .literal(["", "never"])
    .transform(() => null)
    .or(days)
    .nullable(),
});
export type CreateTokenInput = z.infer<typeof createTokenInput>;
