import { commentPath } from "#lib/comments/rules.ts";
import type { Device } from "#lib/device.ts";
import { deviceName } from "#lib/i18n/device-name.ts";
import type { Format } from "#lib/i18n/format.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import type { NotificationItem, ToWarn } from "./queries.ts";
import { isAccountNews } from "./rules.ts";

/** Longer comments are cut in letters and lists: in UTF-16 code units. */
const EXCERPT = 600;

type Telling = { words: Words; format: Format; locale: string };

/** What happened, in a sentence: "Ana Silva mentioned you". */
export function sentenceOf({ kind, actorName, claimCount }: NotificationItem, words: Words): string {
  const { sentences, assignedMany } = words.notifications;
  const name = actorName ?? "";
  if (kind === "claim_assigned" && claimCount > 1) return fill(assignedMany, { name, count: claimCount });
  return fill<string>(sentences[kind], { name });
}

/** What it is about: a claim by number and words, or the article's title. */
export function placeOf({ kind, claim, articleTitle, claimCount }: NotificationItem, words: Words): string {
  if (claimCount > 1) return words.notifications.inQueue;
  if (kind === "token_made") return words.connections.tokens.title;
  if (isAccountNews(kind)) return words.account.title;
  if (kind === "history_altered") return words.audit.title;
  if (claim === null) return articleTitle ?? words.notifications.inTips;
  return fill(words.notifications.onClaim, { number: claim.number, statement: claim.statement });
}

/** Where it is read: a path of this site. */
export function pathOf({ kind, articleId, claim, comment, claimCount }: NotificationItem): string {
  if (claimCount > 1) return "/desk/queue?view=all&assignee=me";
  if (kind === "token_made") return TOKENS;
  if (isAccountNews(kind)) return ACCOUNT;
  if (kind === "history_altered") return "/desk/audit";
  if (articleId === null) return "/desk/tips";
  if (comment) return commentPath({ articleId, claimId: claim?.id ?? null, commentId: comment.id });
  return claim ? `/desk/claims/${claim.id}` : `/desk/articles/${articleId}`;
}

const ACCOUNT = "/desk/settings/account";
const TOKENS = "/desk/settings/tokens";

/** The first words, on a character's boundary. */
export function excerptOf(words: string, limit = EXCERPT): string {
  if (words.length <= limit) return words;
  return `${words
    .slice(0, limit)
    .replace(/[\uD800-\uDBFF]$/u, "")
    .trimEnd()}…`;
}

/** A letter about what a member was told, oldest first. `publicUrl`: without a slash at the end. */
export function letterOf({
  items,
  name,
  newsroomName,
  publicUrl,
  ...telling
}: Telling & { items: readonly NotificationItem[]; name: string; newsroomName: string; publicUrl: string }): {
  subject: string;
  text: string;
} {
  const { words, locale } = telling;
  const texts = words.notifications.letter;
  const [only, another] = items;
  const subject =
    only && !another
      ? `${sentenceOf(only, words)}: ${placeOf(only, words)}`
      : plural(locale, texts.subjectMany, items.length);
  const text = [
    fill(texts.greeting, { name }),
    ...items.map((item) => partOf(item, { publicUrl, ...telling })),
    [
      fill(texts.all, { link: `${publicUrl}/desk/notifications` }),
      fill(texts.settings, { link: `${publicUrl}/desk/notifications/settings` }),
    ].join("\n"),
    fill(texts.from, { newsroom: newsroomName }),
  ].join("\n\n");
  return { subject: excerptOf(subject.replace(/\s+/gu, " "), 150), text: `${text}\n` };
}

function partOf(
  item: NotificationItem,
  { words, format, publicUrl }: Telling & { publicUrl: string },
): string {
  const texts = words.notifications.letter;
  const quoted = item.comment && excerptOf(item.comment.words).replace(/^/gmu, "> ");
  return [
    fill(texts.item, { sentence: sentenceOf(item, words), time: format.dateTime(item.createdAt) }),
    fill(texts.where, { where: placeOf(item, words) }),
    ...(quoted ? [quoted] : []),
    fill(item.comment ? texts.read : texts.look, { link: `${publicUrl}${pathOf(item)}` }),
  ].join("\n");
}

/**
 * A letter about how a member signs in: what changed, when and in which browser, and what to do if it was not them. After a new password
 * it names the passkeys that still sign them in, and after a new token says where that is revoked.
 */
export function warningOf({
  told: { kind, createdAt, member, passkeys },
  device,
  newsroomName,
  publicUrl,
  words,
  format,
}: Omit<Telling, "locale"> & {
  told: ToWarn;
  device: Device | null;
  newsroomName: string;
  publicUrl: string;
}): {
  subject: string;
  text: string;
} {
  const { sentences, letter, warning } = words.notifications;
  const sentence = fill<string>(sentences[kind], { name: "" });
  const isLeft = kind === "password_reset" && passkeys.length > 0;
  const text = [
    fill(letter.greeting, { name: member.name }),
    [
      fill(letter.item, { sentence, time: format.dateTime(createdAt) }),
      ...(device ? [fill(warning.device, { device: deviceName(device, words) })] : []),
    ].join("\n"),
    ...(isLeft ? [fill(warning.passkeys, { names: passkeys.join(", ") })] : []),
    ...(kind === "token_made" ? [fill(warning.token, { tokens: `${publicUrl}${TOKENS}` })] : []),
    fill(warning.undo, { forgot: `${publicUrl}/forgot`, account: `${publicUrl}${ACCOUNT}` }),
    fill(letter.from, { newsroom: newsroomName }),
  ].join("\n\n");
  const subject = `${newsroomName}: ${sentence}`.replace(/\s+/gu, " ");
  return { subject: excerptOf(subject, 150), text: `${text}\n` };
}
