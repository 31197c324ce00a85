import { z } from "zod";
import { choice, id, text } from "#lib/input.ts";

/** What a member is told of, the weightiest first: of several reasons for one comment the first is given. */
export const NOTIFICATION_KINDS = ["mention", "reply", "claim_comment", "claim_returned"] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

export const MAIL_PACES = ["at_once", "daily", "never"] as const;
export type MailPace = (typeof MAIL_PACES)[number];

/** `direct`: mentions and replies; `other`: everything else. */
export type MailChoice = { direct: MailPace; other: MailPace };

/** What counts for members who have not chosen. */
export const DEFAULT_MAIL: MailChoice = { direct: "at_once", other: "daily" };

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
