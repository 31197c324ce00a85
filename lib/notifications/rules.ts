import {
  ACCOUNT_NEWS,
  type AccountNews,
  type MailChoice,
  type MailPace,
  NOTIFICATION_KINDS,
  type NotificationKind,
} from "./values.ts";

/** Who is told of a comment, and why: one reason each, the weightiest. Never whoever wrote it. */
export function recipientsOf({
  authorId,
  mentioned,
  participants,
  claimAuthorId,
}: {
  authorId: string;
  mentioned: readonly string[];
  /** Who wrote in the thread before. */
  participants: readonly string[];
  /** Of the claim it is about; null when it is about the article. */
  claimAuthorId: string | null;
}): Map<string, NotificationKind> {
  const told = new Map<string, NotificationKind>();
  const tell = (memberId: string, kind: NotificationKind) => {
    if (memberId !== authorId && !told.has(memberId)) told.set(memberId, kind);
  };
  for (const id of mentioned) tell(id, "mention");
  for (const id of participants) tell(id, "reply");
  if (claimAuthorId !== null) tell(claimAuthorId, "claim_comment");
  return told;
}

/** Milliseconds a comment rests before it is mailed, so that a slip can be mended or taken back. */
export const MAIL_REST = 60_000;

/** What is older than a week is mailed no more: an e-mail server that was switched on late sends no flood. */
export const MAIL_AGE = 7 * 86_400_000;

/** The hour of the newsroom's day from which the daily e-mail goes out. */
const DIGEST_HOUR = 7;

/** Which kinds go out to a member now, and whether the daily ones are among them. */
export function dueKinds(
  choice: MailChoice,
  daily: { digestedOn: string | null; timeZone: string; now: Date },
): { kinds: NotificationKind[]; isDigest: boolean } {
  const isDigest = isDigestDue(daily);
  const kinds = NOTIFICATION_KINDS.filter((kind) => {
    const pace = paceOf(kind, choice);
    return pace === "at_once" || (pace === "daily" && isDigest);
  });
  return { kinds, isDigest };
}

/** Meant for this member, who is waited for. */
const DIRECT: ReadonlySet<NotificationKind> = new Set([
  "mention",
  "reply",
  "claim_assigned",
  "history_altered",
]);

const OF_ACCOUNTS: ReadonlySet<NotificationKind> = new Set(ACCOUNT_NEWS);

/** Whether it tells a member of how they sign in: a letter of its own goes out at once, whatever they chose. */
export function isAccountNews(kind: NotificationKind): kind is AccountNews {
  return OF_ACCOUNTS.has(kind);
}

/** When a notification of this kind is mailed to a member with these settings. */
export function paceOf(kind: NotificationKind, { direct, other }: MailChoice): MailPace {
  return DIRECT.has(kind) ? direct : other;
}

/** Whether the daily e-mail is due: once in the newsroom's day, from seven in the morning on. Days are `YYYY-MM-DD`. */
export function isDigestDue({
  digestedOn,
  timeZone,
  now,
}: {
  digestedOn: string | null;
  timeZone: string;
  now: Date;
}): boolean {
  const { day, hour } = newsroomTime(now, timeZone);
  return hour >= DIGEST_HOUR && (digestedOn === null || digestedOn < day);
}

/** The newsroom's calendar day, `YYYY-MM-DD`, and the hour of it. */
export function newsroomTime(now: Date, timeZone: string): { day: string; hour: number } {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
  }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  return { day: `${part("year")}-${part("month")}-${part("day")}`, hour: Number(part("hour")) };
}
