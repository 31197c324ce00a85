import { z } from "zod";
import { choice, id, text } from "#lib/input.ts";
import { MAIL_PACES } from "./values.ts";

/** Nobody else can change them, so there is no version to compare. */
export const editMailSettingsInput = z.strictObject({
  direct: choice(MAIL_PACES),
  other: choice(MAIL_PACES),
});
export type EditMailSettingsInput = z.infer<typeof editMailSettingsInput>;

export const readNotificationInput = z.strictObject({ notificationId: id });

/** Everything up to the moment the page was shown: what came since has not been seen. */
export const readAllInput = z.strictObject({
  until: text(40)
    .pipe(z.iso.datetime("not_a_date"))
    .transform((iso) => new Date(iso)),
});
