import { z } from "zod";
import { id, text } from "#lib/input.ts";

/** Far more than any key, and little enough to read. */
const encoded = z.base64url().min(1).max(16_000);
const handle = z.base64url().min(1).max(200);

/** What a device answers comes as JSON in one field. Browsers add what nothing here reads: that is dropped. */
const answer = <Response extends z.ZodType>(response: Response) =>
  z
    .string()
    .min(1, "required")
    .max(64_000, "too_long")
    .transform((json, context) => {
      try {
        return JSON.parse(json) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "not_a_choice" });
        return z.NEVER;
      }
    })
    .pipe(z.object({ id: encoded, response }));

export const beginPasskeyInput = z.strictObject({
  password: z.string().min(1, "required").max(200, "too_long"),
});

export const addPasskeyInput = z.strictObject({
  name: text(80),
  made: answer(z.object({ clientDataJSON: encoded, attestationObject: encoded })),
});

export const removePasskeyInput = z.strictObject({ passkeyId: id });

export const signInByPasskeyInput = z.strictObject({
  signed: answer(
    z.object({ clientDataJSON: encoded, authenticatorData: encoded, signature: encoded, userHandle: handle }),
  ),
  from: z.string().max(2_000).default(""),
});
