import { z } from "zod";
import { choice, id, text } from "#lib/input.ts";
import { DAY_CHOICES, SCOPE_FIELDS, SCOPES, TOKEN_LIMITS } from "./values.ts";

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

const tick = z.enum(["yes"], "not_a_choice").optional();

/** As the form sends it: a tick for each scope. */
const form = z.strictObject({
  name: text(TOKEN_LIMITS.name),
  password: z.string().min(1, "required").max(200, "too_long"),
  days: choice(DAY_CHOICES),
  scopeRead: tick,
  scopeArticles: tick,
  scopeClaims: tick,
  scopeReview: tick,
  scopePublish: tick,
  scopeAudit: tick,
  scopeAll: tick,
});

const tickedIn = (ticks: Partial<z.output<typeof form>>) =>
  SCOPES.filter((scope) => ticks[SCOPE_FIELDS[scope]] === "yes");

/** That none is ticked is said along with what is wrong with the other fields, not after it. */
export const makeTokenInput = form
  .refine((ticks) => tickedIn(ticks).length > 0, {
    path: ["scopes"],
    error: "required",
    when: ({ value }) => typeof value === "object",
  })
  .transform(({ name, password, days, ...ticks }): CreateTokenInput & { password: string } => ({
    name,
    password,
    scopes: tickedIn(ticks),
    days: days === "never" ? null : Number(days),
  }));

export const tokenIdInput = z.strictObject({ tokenId: id });
