/** What a member is told of how they sign in, and what signs in for them. */
export const ACCOUNT_NEWS = [
  "two_factor_removed",
  "two_factor_on",
  "two_factor_off",
  "passkey_added",
  "passkey_removed",
  "password_changed",
  "password_reset",
  "provider_linked",
  "provider_unlinked",
  "token_made",
] as const;
export type AccountNews = (typeof ACCOUNT_NEWS)[number];

/** What a member is told of, the weightiest first: of several reasons for one comment the first is given. */
export const NOTIFICATION_KINDS = [
  "mention",
  "reply",
  "claim_comment",
  "claim_returned",
  "claim_ready",
  "claim_published",
  "claim_withdrawn",
  "claim_dismissed",
  "claim_assigned",
  "history_altered",
  "opinions_differ",
  "tip_received",
  ...ACCOUNT_NEWS,
  "source_task",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What became of a claim: its author is told of it, unless they did it themselves. */
export type ClaimNews = Extract<
  NotificationKind,
  "claim_returned" | "claim_ready" | "claim_published" | "claim_withdrawn" | "claim_dismissed"
>;

export const MAIL_PACES = ["at_once", "daily", "never"] as const;
export type MailPace = (typeof MAIL_PACES)[number];

/** `direct`: mentions, replies, what one is asked to do, and for admins what must not wait; `other`: everything else. */
export type MailChoice = { direct: MailPace; other: MailPace };

/** What counts for members who have not chosen. */
export const DEFAULT_MAIL: MailChoice = { direct: "at_once", other: "daily" };
