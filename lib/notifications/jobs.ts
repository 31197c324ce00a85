import { createHash } from "node:crypto";
import { env } from "#lib/env.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { formatter } from "#lib/i18n/format.ts";
import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { isMailOn, sendMail } from "#lib/mail/send-mail.ts";
import { getMemberLocale, getNewsroom } from "#lib/members/queries.ts";
import { askForMail, markMailed } from "./commands.ts";
import { letterOf, warningOf } from "./letter.ts";
import { getToWarn, listMailReaders, listToMail } from "./queries.ts";
import { dueKinds, newsroomTime } from "./rules.ts";

/** Asks for a letter to everybody who has something due; a letter that is asked for already is not asked for again. */
export const sweepNotifications: JobHandler<"notifications.sweep"> = async () => {
  if (!isMailOn()) return;
  const newsroom = await getNewsroom();
  if (!newsroom) return;
  const now = new Date();
  const readers = await listMailReaders({ now });
  const due = readers.filter(({ mail, digestedOn, kinds }) => {
    const wanted = dueKinds(mail, { digestedOn, timeZone: newsroom.timeZone, now }).kinds;
    return kinds.some((kind) => wanted.includes(kind));
  });
  await askForMail(due.map(({ memberId }) => memberId));
};

/**
 * One letter about everything that is due to a member. What they read, or what was taken back, between being asked
 * for and being sent is not in it. A failure is the queue's to try again.
 */
export const sendNotifications: JobHandler<"notifications.send"> = async ({ memberId }) => {
  const newsroom = await getNewsroom();
  if (!isMailOn() || !newsroom) return;
  const now = new Date();
  const [reader] = await listMailReaders({ now, memberId });
  if (!reader) return;
  const { timeZone, locale, name: newsroomName } = newsroom;
  const { kinds, isDigest } = dueKinds(reader.mail, { digestedOn: reader.digestedOn, timeZone, now });
  const items = await listToMail({ memberId, kinds, now });
  if (items.length === 0) return;
  const ids = items.map(({ id }) => id);
  const letter = letterOf({
    items,
    name: reader.name,
    newsroomName,
    publicUrl: env.PUBLIC_URL,
    words: wordsFor(locale),
    format: formatter({ locale, timeZone }),
    locale,
  });
  const to = { name: reader.name, address: reader.email };
  await sendMail({ to, ...letter, messageId: messageIdOf(ids) });
  await markMailed({ memberId, ids, digestDay: isDigest ? newsroomTime(now, timeZone).day : null, now });
  log.info({ memberId, count: ids.length }, "notifications mailed");
};

/** Warns a member of a change to how they sign in. A failure is the queue's to try again. */
export const warnMember: JobHandler<"notifications.warn"> = async ({ notificationId, device }) => {
  const [newsroom, told] = await Promise.all([getNewsroom(), getToWarn(notificationId)]);
  if (!isMailOn() || !newsroom || !told) return;
  const { member, kind } = told;
  const locale = (await getMemberLocale(member.id)) ?? newsroom.locale;
  const letter = warningOf({
    told,
    device,
    newsroomName: newsroom.name,
    publicUrl: env.PUBLIC_URL,
    words: wordsFor(locale),
    format: formatter({ locale, timeZone: newsroom.timeZone }),
  });
  const to = { name: member.name, address: member.email };
  await sendMail({ to, ...letter, messageId: messageIdOf([notificationId]) });
  log.info({ memberId: member.id, kind }, "change of the account mailed");
};

/** The same for the same notifications: should a letter go out twice, e-mail programs show one. */
function messageIdOf(ids: readonly string[]): string {
  const hash = createHash("sha256").update(ids.join()).digest("hex").slice(0, 40);
  return `<${hash}@${new URL(env.PUBLIC_URL).hostname}>`;
}
