import { z } from "zod";
import { id, optionalText, text, version } from "#lib/input.ts";
import { newPassword, PASSWORD_LENGTH } from "#lib/members/schema.ts";
import { BIO_LENGTH } from "./values.ts";

export const editProfileInput = z.strictObject({ version, name: text(200), bio: optionalText(BIO_LENGTH) });
export type EditProfileInput = z.infer<typeof editProfileInput>;

export const endSessionInput = z.strictObject({ sessionId: id });

export const changePasswordInput = z.strictObject({
  password: z.string().min(1, "required").max(PASSWORD_LENGTH.max, "too_long"),
  newPassword,
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;
