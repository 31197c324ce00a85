import { z } from "zod";
import { id, text } from "#lib/input.ts";

/** Longer than any code with what people put between its parts. */
const code = text(40);

export const codeInput = z.strictObject({ code });

export const beginTwoFactorInput = z.strictObject({
  password: z.string().min(1, "required").max(200, "too_long"),
});

/** By password or by a code, whichever one has. */
export const turnOffInput = z.strictObject({ proof: z.string().min(1, "required").max(200, "too_long") });

export const removeTwoFactorInput = z.strictObject({ memberId: id });
