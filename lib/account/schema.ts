import { z } from "zod";
import { id } from "#lib/input.ts";
import { newPassword, PASSWORD_LENGTH } from "#lib/members/schema.ts";

export const endSessionInput = z.strictObject({ sessionId: id });

export const changePasswordInput = z.strictObject({
  password: z.string().min(1, "required").max(PASSWORD_LENGTH.max, "too_long"),
  newPassword,
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;
